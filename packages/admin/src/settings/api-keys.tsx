import { type ApiKey, memberEndpoints } from '@klankbord/shared/members'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { KeyRound, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Copy } from '../ui/copy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { onSubmit } from '../ui/form.ts'
import { Empty, ProblemNote, Read } from '../ui/states.tsx'

const keysQuery = { queryKey: ['api-keys'], queryFn: () => call(memberEndpoints.listApiKeys, {}) }
const askAgain = () => void queryClient.invalidateQueries({ queryKey: keysQuery.queryKey })
const keyRoles = ['viewer', 'member', 'admin'] as const

export function ApiKeys() {
  const { t } = useFullLanguage()
  const keys = useQuery(keysQuery)
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">
          {t.settings.keys.lead}{' '}
          <a href="/api/docs" target="_blank" rel="noreferrer">
            {t.settings.keys.docs}
          </a>
        </p>
        <Button icon={Plus} onClick={() => setAdding(true)}>
          {t.settings.keys.add}
        </Button>
      </div>
      <Read query={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={KeyRound} title={t.settings.keys.none[0]}>
              <p>{t.settings.keys.none[1]}</p>
            </Empty>
          ) : (
            <ul class="entries">
              {items.map((key) => (
                <li key={key.id} class="entry row" data-ends>
                  <KeyEntry apiKey={key} onRevoke={() => setRevoking(key)} />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {adding && <AddKey onClose={() => setAdding(false)} />}
      {revoking && <RevokeKey apiKey={revoking} onClose={() => setRevoking(null)} />}
    </div>
  )
}

function KeyEntry({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const { t, dates } = useFullLanguage()
  const texts = t.settings.keys
  return (
    <>
      <div>
        <strong>{apiKey.name}</strong>
        <p class="soft note-size">
          {t.roles[apiKey.role]} · {apiKey.lastUsedAt ? texts.used(dates.relative(apiKey.lastUsedAt)) : texts.unused}
        </p>
      </div>
      {apiKey.revokedAt ? (
        <span class="soft note-size">{texts.revoked}</span>
      ) : (
        <Button small look="danger" aria-label={`${texts.revoke}: ${apiKey.name}`} onClick={onRevoke}>
          {texts.revoke}
        </Button>
      )}
    </>
  )
}

function AddKey({ onClose }: { onClose: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.settings.keys
  const add = useMutation({
    mutationFn: ({ name = '', role = 'member' }: Record<string, string>) =>
      call(memberEndpoints.createApiKey, { name, role: role as (typeof keyRoles)[number] }),
    onSuccess: askAgain,
  })
  if (add.data) {
    return (
      <Dialog
        title={texts.shownTitle}
        onClose={onClose}
        foot={
          <Button look="primary" onClick={onClose}>
            {t.close}
          </Button>
        }
      >
        <p>{texts.shownText}</p>
        <Copy label={texts.shownTitle} text={add.data.key} />
      </Dialog>
    )
  }
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit((fields) => add.mutate(fields))}>
        <TextField label={texts.name} placeholder={texts.nameExample} name="name" required maxLength={100} autofocus />
        <SelectField
          label={texts.role}
          name="role"
          value="member"
          options={keyRoles.map((value) => ({ value, label: `${t.roles[value]}: ${t.settings.people.roleHints[value]}` }))}
        />
        <ProblemNote error={add.error} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={add.isPending}>
            {texts.add}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function RevokeKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useFullLanguage()
  const revoke = useMutation({
    mutationFn: () => call(memberEndpoints.revokeApiKey, { id: apiKey.id }),
    onSuccess: () => {
      askAgain()
      onClose()
    },
  })
  return (
    <Confirm
      title={t.settings.keys.revokeTitle(apiKey.name)}
      act={t.settings.keys.revoke}
      danger
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <p>{t.settings.keys.revokeText}</p>
    </Confirm>
  )
}
