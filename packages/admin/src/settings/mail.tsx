import { type MailSettings, type MailTrial, mailEndpoints } from '@klankbord/shared/mails'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { CircleAlert, CircleCheck, Info, Send } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { Bounces } from './mail-delivery.tsx'
import { MailLookSection } from './mail-look.tsx'
import { Signing } from './mail-signing.tsx'

const settingsQuery = { queryKey: ['mail-settings'], queryFn: () => call(mailEndpoints.readMailSettings, {}), staleTime: 0 }

/** How e-mail is sent now, what it lacks, and whether it arrives. */
export function MailSettingsSection() {
  const { t } = useFullLanguage()
  const settings = useQuery(settingsQuery)
  return (
    <div class="stack" data-gap="large">
      <p class="soft page-lead">{t.settings.sending.lead}</p>
      <Read query={settings} lines={4}>
        {(found) => (
          <>
            <Facts settings={found} />
            <Lacking missing={found.missing} />
            <Trial />
            <MailLookSection />
            <Signing />
            <Bounces />
          </>
        )}
      </Read>
    </div>
  )
}

function Facts({ settings: { server, from, waiting, failed } }: { settings: MailSettings }) {
  const { t } = useFullLanguage()
  const texts = t.settings.sending
  return (
    <dl class="facts">
      <dt>{texts.way}</dt>
      <dd>
        {server ? texts.server(`${server.host}:${server.port}`, server.encrypted, server.signsIn) : texts.captured}{' '}
        {!server && <a href="/admin/mail">{texts.read}</a>}
      </dd>
      <dt>{texts.from}</dt>
      <dd>{from}</dd>
      <dt>{texts.queue}</dt>
      <dd>{texts.counts(waiting, failed)}</dd>
    </dl>
  )
}

function Lacking({ missing }: { missing: MailSettings['missing'] }) {
  const { t } = useFullLanguage()
  const texts = t.settings.sending
  if (missing.length === 0) return <p>{texts.complete}</p>
  return (
    <section class="stack" aria-label={texts.lacking}>
      <h2>{texts.lacking}</h2>
      <p class="soft note-size">{texts.lackingHint}</p>
      <ul class="lacking">
        {missing.map((name) => (
          <li key={name}>
            <code>{name}</code>
            <p class="note-size">{texts.variables[name]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Trial() {
  const { t } = useFullLanguage()
  const texts = t.settings.sending
  const { member } = useMe()
  const trial = useMutation({
    mutationFn: () => call(mailEndpoints.tryMail, {}),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['mails'] }),
  })
  if (!member) return null
  return (
    <section class="stack">
      <h2>{texts.trial}</h2>
      <p>{texts.trialHint(member.email)}</p>
      <div>
        <Button icon={Send} busy={trial.isPending} onClick={() => trial.mutate()}>
          {trial.isPending ? texts.trying : texts.try}
        </Button>
      </div>
      <ProblemNote error={trial.error} />
      <div role="status">{trial.data && !trial.isPending && <Result trial={trial.data} />}</div>
    </section>
  )
}

const icons = { sent: CircleCheck, kept: CircleCheck, refused: CircleAlert, unknown: Info }

function Result({ trial: { state, to, fault, reason } }: { trial: MailTrial }) {
  const { t } = useFullLanguage()
  const texts = t.settings.sending
  return (
    <div class="trial-result" data-state={state}>
      <Icon of={icons[state]} />
      <div class="stack" data-gap="small">
        <p>
          {fault ? texts.faults[fault] : texts.results[state](to)} {state === 'kept' && <a href="/admin/mail">{texts.read}</a>}
        </p>
        {reason && (
          <p class="note-size">
            {texts.said} <code>{reason}</code>
          </p>
        )}
      </div>
    </div>
  )
}
