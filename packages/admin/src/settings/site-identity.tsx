import { type IdentityKey, identityEndpoints } from '@klankbord/shared/identity'
import type { Site } from '@klankbord/shared/sites'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { CircleAlert, CircleCheck, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient, sitesQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { TextArea } from '../ui/field.tsx'
import { onSubmit } from '../ui/form.ts'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { AddIdentityKey } from './identity-key-dialog.tsx'

const keysQuery = (id: string) => ({ queryKey: ['identity-keys', id], queryFn: () => call(identityEndpoints.listIdentityKeys, { id }) })

/** The keys that the host site's tokens are checked with, and a place to try a token. */
export function SiteIdentity({ site }: { site: Site }) {
  const { t } = useFullLanguage()
  const texts = t.sites.identity
  const keys = useQuery(keysQuery(site.id))
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<IdentityKey | null>(null)
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: keysQuery(site.id).queryKey })
    void queryClient.invalidateQueries({ queryKey: sitesQuery.queryKey })
  }
  return (
    <>
      <Read query={keys} lines={2}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p class="soft note-size">{texts.none}</p> : <KeyList keys={items} onRemove={setRemoving} />}
            <div>
              <Button icon={Plus} onClick={() => setAdding(true)}>
                {texts.add}
              </Button>
            </div>
            {items.length > 0 && <Trial site={site} />}
          </>
        )}
      </Read>
      {adding && <AddIdentityKey site={site} count={keys.data?.items.length ?? 0} onAdded={refresh} onClose={() => setAdding(false)} />}
      {removing && <RemoveKey site={site} of={removing} onRemoved={refresh} onClose={() => setRemoving(null)} />}
    </>
  )
}

function KeyList({ keys, onRemove }: { keys: IdentityKey[]; onRemove: (key: IdentityKey) => void }) {
  const { t, dates } = useFullLanguage()
  return (
    <ul class="entries">
      {keys.map((key) => (
        <li key={key.id} class="identity-key">
          <div>
            <strong>{key.kid}</strong>
            <p class="soft note-size">
              {key.algorithm} · {t.sites.identity.since(dates.day(key.createdAt))}
            </p>
          </div>
          <Button small look="danger" aria-label={`${t.remove}: ${key.kid}`} onClick={() => onRemove(key)}>
            {t.remove}
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface RemoveProps {
  site: Site
  of: IdentityKey
  onRemoved: () => void
  onClose: () => void
}

function RemoveKey({ site, of: key, onRemoved, onClose }: RemoveProps) {
  const { t } = useFullLanguage()
  const texts = t.sites.identity
  const remove = useMutation({
    mutationFn: () => call(identityEndpoints.removeIdentityKey, { id: site.id, keyId: key.id }),
    onSuccess: () => {
      onRemoved()
      onClose()
    },
  })
  return (
    <Confirm
      title={texts.removeTitle(key.kid)}
      act={t.remove}
      danger
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{texts.removeText}</p>
    </Confirm>
  )
}

/** Looks at a token as the widget would, and says what is wrong with it. */
function Trial({ site }: { site: Site }) {
  const { t } = useFullLanguage()
  const texts = t.sites.identity
  const look = useMutation({ mutationFn: (token: string) => call(identityEndpoints.tryIdentityToken, { id: site.id, token }) })
  const result = look.data
  return (
    <form class="stack" data-gap="small" onSubmit={onSubmit(({ token = '' }) => look.mutate(token))}>
      <TextArea short label={texts.trial} hint={texts.trialHint} name="token" required maxLength={4096} />
      <div>
        <Button type="submit" busy={look.isPending}>
          {texts.try}
        </Button>
      </div>
      <ProblemNote error={look.error} />
      <div role="status">
        {result && (
          <p class="trial" data-good={result.customer !== null || undefined}>
            <Icon of={result.customer ? CircleCheck : CircleAlert} />
            <span>
              {result.refusal
                ? texts.refusals[result.refusal]
                : texts.taken([result.customer?.externalId, result.customer?.name, result.customer?.email].filter(Boolean).join(', '))}
            </span>
          </p>
        )}
      </div>
    </form>
  )
}
