import { channels, type Rating } from '@klankbord/shared/feedback'
import { mergingEndpoints } from '@klankbord/shared/merging'
import { kinds } from '@klankbord/shared/widget'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { keepDraft, readDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { useChoosableGoals } from '../goals/choosable.ts'
import { mayAct, useMe } from '../me.ts'
import { sitesQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { feedbackChanged } from './queries.ts'
import { inboxAddress } from './views.ts'

type Scale = Rating['scale']

const empty = {
  siteId: '',
  channel: 'phone' as (typeof channels)[number],
  kind: 'complaint' as (typeof kinds)[number],
  message: '',
  /** A number on the scale of the site, as the field has it; empty where they gave none. */
  rating: '',
  name: '',
  email: '',
  consent: false,
  goalId: '',
}
type Entry = typeof empty

/** What somebody told by phone, at the desk or in a letter, written down on their behalf. */
export default function EnterPage() {
  const { t } = useFullLanguage()
  const sites = useQuery(sitesQuery)
  return (
    <Page title={t.entering.title} lead={t.entering.lead}>
      {mayAct(useMe()) && <Read query={sites}>{({ items }) => <EnterForm sites={items} />}</Read>}
    </Page>
  )
}

/** What was typed is kept until it is entered; so is the name of the attempt, so that an answer that was lost enters nothing twice. */
function useEntry() {
  const name = `enter:${useMe().member?.id ?? ''}`
  const [kept, setKept] = useState(() => readDraft(name, { entry: empty, key: crypto.randomUUID() as string }))
  const keep = (entry: Entry, key: string) => {
    keepDraft(name, { entry, key }, entry.message === '' && entry.name === '' && entry.email === '')
    setKept({ entry, key })
  }
  return {
    ...kept,
    change: (changes: Partial<Entry>) => keep({ ...kept.entry, ...changes }, crypto.randomUUID()),
    /** Who enters several keeps how they came to hear it. */
    clear: () => keep({ ...empty, siteId: kept.entry.siteId, channel: kept.entry.channel, kind: kept.entry.kind }, crypto.randomUUID()),
  }
}

function useEnter(key: string, scale: Scale | null, done: () => void) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  return useMutation({
    mutationFn: ({ name, email, consent, goalId, rating, ...said }: Entry) => {
      const customer = { ...(name && { name }), ...(email && { email, emailConsent: consent }) }
      return call(
        mergingEndpoints.enterFeedback,
        { ...said, customer, ...(goalId && { goalId }), ...(scale && rating && { rating: { scale, value: Number(rating) } }) },
        { idempotencyKey: key },
      )
    },
    onSuccess: (item) => {
      feedbackChanged(item)
      say(t.entering.done, { label: t.entering.look, onClick: () => route(inboxAddress({ view: 'all', id: item.id })) })
      done()
    },
  })
}

interface KnownSite {
  id: string
  name: string
  rating: Scale | null
}

function EnterForm({ sites }: { sites: KnownSite[] }) {
  const { t } = useFullLanguage()
  const texts = t.entering
  const { entry, key, change, clear } = useEntry()
  const form = useRef<HTMLFormElement>(null)
  const siteId = entry.siteId || (sites[0]?.id ?? '')
  const scale = sites.find(({ id }) => id === siteId)?.rating ?? null
  const enter = useEnter(key, scale, () => {
    clear()
    form.current?.querySelector<HTMLTextAreaElement>('[name="message"]')?.focus()
  })
  const errors = fieldErrors(enter.error)
  return (
    <SendingForm
      isSending={enter.isPending}
      ref={form}
      class="stack enter-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!enter.isPending) enter.mutate({ ...entry, siteId })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit()
      }}
    >
      <How entry={entry} change={change} />
      <TextArea
        label={texts.message}
        hint={texts.messageHint}
        name="message"
        required
        maxLength={5000}
        value={entry.message}
        error={errors.message}
        onInput={(event) => change({ message: event.currentTarget.value })}
      />
      {scale && <HowMuch scale={scale} entry={entry} change={change} />}
      <Who entry={entry} change={change} errors={errors} />
      <Where key={key} entry={{ ...entry, siteId }} change={change} errors={errors} sites={sites} />
      <ProblemNote error={enter.error} kept={texts.kept} />
      <div class="row">
        <Button type="submit" look="primary" busy={enter.isPending} shortcut="Ctrl ↵">
          {texts.submit}
        </Button>
      </div>
    </SendingForm>
  )
}

/** How it was told, and what it is. */
function How({ entry, change }: Pick<WhoProps, 'entry' | 'change'>) {
  const { t } = useFullLanguage()
  const { channel: label, channels: names, kind } = t.entering
  return (
    <>
      <Segments
        label={label}
        options={channels.map((value) => ({ value, label: names[value] }))}
        value={entry.channel}
        onChange={(channel) => change({ channel })}
      />
      <Segments
        label={kind}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        value={entry.kind}
        onChange={(kind) => change({ kind })}
      />
    </>
  )
}

const ends: Record<Scale, [number, number]> = { csat: [1, 5], nps: [0, 10], ces: [1, 7] }

/** Their rating, on the scale that the site asks it on. */
function HowMuch({ scale, entry, change }: Pick<WhoProps, 'entry' | 'change'> & { scale: Scale }) {
  const { t } = useFullLanguage()
  const [from, to] = ends[scale]
  const values = Array.from({ length: to - from + 1 }, (_, i) => to - i)
  return (
    <SelectField
      label={`${t.inbox.ratingName[scale]} (${t.optional})`}
      value={entry.rating}
      options={[{ value: '', label: t.entering.noRating }, ...values.map((value) => ({ value: String(value), label: t.inbox.rating[scale](value) }))]}
      onChange={(event) => change({ rating: event.currentTarget.value })}
    />
  )
}

interface WhoProps {
  entry: Entry
  change: (changes: Partial<Entry>) => void
  errors: Record<string, string>
}

function Who({ entry, change, errors }: WhoProps) {
  const { t } = useFullLanguage()
  const texts = t.entering
  return (
    <>
      <TextField
        label={`${texts.name} (${t.optional})`}
        value={entry.name}
        maxLength={100}
        autocomplete="off"
        error={errors['customer.name']}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <TextField
        label={`${texts.email} (${t.optional})`}
        type="email"
        value={entry.email}
        maxLength={254}
        autocomplete="off"
        error={errors['customer.email']}
        hint={texts.consentHint}
        onInput={(event) => change({ email: event.currentTarget.value })}
      />
      {entry.email !== '' && (
        <label class="choice">
          <input type="checkbox" required checked={entry.consent} onChange={(event) => change({ consent: event.currentTarget.checked })} />
          <span>{texts.consent}</span>
        </label>
      )}
    </>
  )
}

/** The site and the goal that it is about. */
function Where({ entry, change, errors, sites }: WhoProps & { sites: KnownSite[] }) {
  const { t } = useFullLanguage()
  const texts = t.entering
  const goals = useChoosableGoals()
  return (
    <>
      {sites.length > 1 && (
        <SelectField
          label={texts.site}
          value={entry.siteId}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => change({ siteId: event.currentTarget.value, rating: '' })}
        />
      )}
      {goals.data && goals.data.length > 0 && (
        <GoalChoice
          label={`${texts.goal} (${t.optional})`}
          goals={goals.data}
          none={texts.goalNone}
          value={entry.goalId}
          onChoose={(goalId) => goalId !== entry.goalId && change({ goalId })}
          error={errors.goalId}
        />
      )}
    </>
  )
}
