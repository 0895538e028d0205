import { type FoundInDns, type MailSigning, mailEndpoints, type SigningKey } from '@klankbord/shared/mails'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { KeyRound } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Copy } from '../ui/copy.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { useMailTexts } from './mail-look-texts.ts'
import { useSaving } from './saving.ts'
import { SavingNote, WillChange } from './saving-note.tsx'

const signingQuery = { queryKey: ['mail-signing'], queryFn: () => call(mailEndpoints.readMailSigning, {}), staleTime: 0 }
const keep = (signing: MailSigning) => queryClient.setQueryData(signingQuery.queryKey, signing)
const refresh = () => void queryClient.invalidateQueries({ queryKey: signingQuery.queryKey })

const usedIn = ({ keys }: MailSigning) => keys.find(({ state }) => state === 'used')

/** What signs e-mail, the record that makes others believe it, and the way to another key. */
export function Signing() {
  const texts = useMailTexts().signing
  const signing = useQuery(signingQuery)
  return (
    <section class="stack" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <Read query={signing}>{(found) => <Keys signing={found} />}</Read>
    </section>
  )
}

function Keys({ signing }: { signing: MailSigning }) {
  const texts = useMailTexts().signing
  const used = usedIn(signing)
  const fresh = signing.keys.find(({ state }) => state === 'new')
  const standing = used ?? signing.ofServer
  return (
    <>
      <p class="soft note-size">{standing ? texts.lead : texts.found.unsigned}</p>
      {used ? <Used signing={signing} used={used} /> : signing.ofServer && <Recorded of={signing.ofServer} />}
      {fresh ? <Fresh signing={signing} fresh={fresh} used={used} /> : <Make again={standing !== null} domain={signing.domain} />}
      <Replaced keys={signing.keys} />
    </>
  )
}

function Make({ again, domain }: { again: boolean; domain: string }) {
  const texts = useMailTexts().signing
  const make = useMutation({ mutationFn: () => call(mailEndpoints.makeSigningKey, {}), onSuccess: keep })
  return (
    <>
      <p class="note-size">{again ? texts.againHint : texts.makeHint(domain)}</p>
      <div>
        <Button icon={KeyRound} busy={make.isPending} onClick={() => make.mutate()}>
          {again ? texts.again : texts.make}
        </Button>
      </div>
      <ProblemNote error={make.error} />
    </>
  )
}

/** The record of a key, and whether it is in the DNS. */
function Recorded({ of: { name, value }, keyId }: { of: Pick<SigningKey, 'name' | 'value'>; keyId?: string }) {
  const texts = useMailTexts().signing
  const check = useMutation({ mutationFn: () => call(mailEndpoints.checkMailSigning, { keyId }), onSettled: refresh })
  return (
    <>
      <p class="field-legend">{texts.name}</p>
      <Copy label={texts.name} text={name} />
      <p class="field-legend">{texts.value}</p>
      <Copy label={texts.value} text={value} />
      <div>
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          {texts.check}
        </Button>
      </div>
      <ProblemNote error={check.error} />
      <p role="status">{check.data && saidOf(check.data.found, keyId !== undefined, texts)}</p>
    </>
  )
}

/** What was found of a key that signs nothing yet, or of what signs. */
const saidOf = (found: FoundInDns, isKey: boolean, { found: words, ready }: ReturnType<typeof useMailTexts>['signing']) =>
  found === 'yes' && isKey ? ready : words[found]

const useSigningChange = () => {
  const texts = useMailTexts().signing
  return useSaving<{ keyId?: string | null }>({
    about: useMe().organisation.id,
    send: async ({ keyId = null }, version) => keep(await call(mailEndpoints.changeMailSigning, { keyId, version })),
    read: async () => {
      const now = await call(mailEndpoints.readMailSigning, {})
      return { version: now.version, keyId: usedIn(now)?.id ?? null }
    },
    refresh,
    said: ({ keyId }) => (keyId === null ? texts.stopped : texts.started),
  })
}

function Fresh({ signing, fresh, used }: { signing: MailSigning; fresh: SigningKey; used: SigningKey | undefined }) {
  const texts = useMailTexts().signing
  const saving = useSigningChange()
  const refused = fieldErrors(saving.error).keyId
  const lines = [texts.willSign(signing.domain), used || signing.ofServer ? texts.willReplace : texts.wasUnsigned]
  return (
    <section class="stack" aria-label={texts.fresh}>
      <h3>{texts.fresh}</h3>
      <p class="note-size">{texts.publish}</p>
      <Recorded of={fresh} keyId={fresh.id} />
      <WillChange lines={lines} />
      <div>
        <Button look="primary" busy={saving.busy} onClick={() => saving.save({ keyId: fresh.id }, signing.version)}>
          {texts.use}
        </Button>
      </div>
      {refused ? <p role="alert">{texts.refused}</p> : <SavingNote saving={saving} onTheirs={refresh} />}
    </section>
  )
}

function Used({ signing, used }: { signing: MailSigning; used: SigningKey }) {
  const texts = useMailTexts().signing
  const { dates } = useLanguage()
  const saving = useSigningChange()
  const [asks, setAsks] = useState(false)
  return (
    <>
      <p>{texts.used(dates.day(used.createdAt))}</p>
      <Recorded of={used} />
      <div>
        <Button small onClick={() => setAsks(true)}>
          {texts.stop}
        </Button>
      </div>
      <SavingNote saving={saving} onTheirs={refresh} />
      {asks && (
        <Confirm
          title={texts.stop}
          act={texts.stop}
          busy={saving.busy}
          error={null}
          onClose={() => setAsks(false)}
          onConfirm={() => {
            saving.save({ keyId: null }, signing.version)
            setAsks(false)
          }}
        >
          <p>{signing.ofServer ? texts.backToServer : texts.backToNone}</p>
        </Confirm>
      )}
    </>
  )
}

/** So long letters that an old key signed may still be under way, or be looked at again. */
const STAYS_MS = 7 * 24 * 60 * 60 * 1000

function Replaced({ keys }: { keys: SigningKey[] }) {
  const texts = useMailTexts().signing
  const { dates } = useLanguage()
  const recent = keys.filter(({ state, replacedAt }) => state === 'replaced' && replacedAt !== null && Date.parse(replacedAt) + STAYS_MS > Date.now())
  if (recent.length === 0) return null
  return (
    <ul class="stack" data-gap="small">
      {recent.map(({ id, name, replacedAt }) => (
        <li key={id} class="note-size">
          {texts.keepUntil(dates.day(new Date(Date.parse(replacedAt ?? '') + STAYS_MS).toISOString()))} <code>{name}</code>
        </li>
      ))}
    </ul>
  )
}
