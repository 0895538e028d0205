import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { type Initiative, initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call, isProblem, ProblemError } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { initiativesQuery } from '../goals/queries.ts'
import { useLanguage } from '../language.tsx'
import { inTeamOf, useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { toldStale } from './changed.ts'
import { useMadeOnce } from './made-once.ts'
import { feedbackChanged } from './queries.ts'

const NEW = 'new'

interface ChooseHowProps {
  item: FeedbackItem
  onClose: () => void
}

/** Starts an initiative on an item: one that is under way, or a new one, which only the owning team may write. */
export default function ChooseHow({ item, onClose }: ChooseHowProps) {
  const { t } = useLanguage()
  const initiatives = useQuery(initiativesQuery(item.goal?.id ?? ''))
  return (
    <Dialog title={t.inbox.how.dialogTitle} onClose={onClose}>
      <Read query={initiatives} lines={4}>
        {({ items }) => <HowForm item={item} initiatives={items.filter(({ endedAt }) => endedAt === null)} onClose={onClose} />}
      </Read>
    </Dialog>
  )
}

interface Asked {
  initiativeId: string
  title: string
  plan: string
  version: number
}

interface Ways {
  onStarted: () => void
  onClose: () => void
}

/** The item as one saw it when the dialog opened. What lies below it unseen counts only where it bears on the How: a reply that goes out meanwhile asks nothing. */
function useSeen(item: FeedbackItem): FeedbackItem {
  const [opened] = useState(item)
  const bearing = ({ status, goal, initiative, plan }: FeedbackItem) => JSON.stringify([status, goal?.id, initiative?.id, plan])
  return bearing(item) === bearing(opened) ? item : opened
}

function useStart(item: FeedbackItem, { onStarted, onClose }: Ways) {
  const { t } = useLanguage()
  const once = useMadeOnce<string>()
  const begin = async (title: string, plan: string) => {
    const { id } = await call(initiativeEndpoints.createInitiative, { goalId: item.goal?.id ?? '', title, plan })
    void queryClient.invalidateQueries({ queryKey: ['initiatives'] })
    return id
  }
  const start = useMutation({
    mutationFn: async ({ initiativeId, title, plan, version }: Asked) => {
      const id = initiativeId === NEW ? await once(title, () => begin(title, plan)) : initiativeId
      return call(feedbackEndpoints.planFeedback, { id: item.id, initiativeId: id, ...(plan ? { plan } : {}), version })
    },
    onSuccess: (changed) => {
      feedbackChanged(changed)
      say(t.inbox.how.started)
      onStarted()
    },
    onError: (error, asked) => {
      // The question what now takes the place of this dialog; the words are kept.
      const again = (version: number) => void start.mutateAsync({ ...asked, version }).catch(tell)
      if (toldStale(error, { before: item, act: 'plan', again })) onClose()
    },
  })
  const tell = (error: unknown) => isProblem(error, 'stale') || say(t.problems[error instanceof ProblemError ? error.code : 'internal'])
  return start
}

/** The words, kept on this device until they have gone. */
function useWords({ id }: FeedbackItem) {
  const [title, setTitle] = useDraft(`how-title:${id}`)
  const [plan, setPlan] = useDraft(`how-plan:${id}`)
  const clear = () => {
    setTitle('')
    setPlan('')
  }
  return { title, setTitle, plan, setPlan, clear }
}

function HowForm({ item, initiatives, onClose }: ChooseHowProps & { initiatives: Initiative[] }) {
  const { t } = useLanguage()
  const me = useMe()
  const mine = item.goal !== null && inTeamOf(me, item.goal)
  const team = item.goal?.team ?? ''
  const [chosen, setChosen] = useState(item.initiative?.id ?? initiatives[0]?.id ?? (mine ? NEW : ''))
  const seen = useSeen(item)
  const { title, setTitle, plan, setPlan, clear } = useWords(item)
  const onStarted = () => {
    clear()
    onClose()
  }
  const start = useStart(seen, { onStarted, onClose })
  const existingPlan = initiatives.find(({ id }) => id === chosen)?.plan ?? ''
  return (
    <SendingForm
      isSending={start.isPending}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen && !start.isPending) start.mutate({ initiativeId: chosen, title, plan: plan || existingPlan, version: seen.version })
      }}
    >
      <HowChoice team={team} mine={mine} initiatives={initiatives} chosen={chosen} onChoose={setChosen} />
      {!mine && <p class="soft note-size">{t.inbox.how.notYours(team)}</p>}
      {chosen === NEW && (
        <TextField
          label={t.inbox.how.freshTitle}
          placeholder={t.inbox.how.freshExample}
          value={title}
          required
          maxLength={200}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      )}
      {chosen && (
        <TextArea
          short
          label={t.inbox.how.plan}
          hint={t.inbox.how.planHint}
          placeholder={t.inbox.how.planExample}
          value={plan || (chosen === NEW ? '' : existingPlan)}
          required
          onInput={(event) => setPlan(event.currentTarget.value)}
        />
      )}
      <ProblemNote error={start.error} kept={t.textKept} />
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" look="primary" disabled={!chosen} busy={start.isPending}>
          {t.inbox.how.submit}
        </Button>
      </footer>
    </SendingForm>
  )
}

interface HowChoiceProps {
  team: string
  mine: boolean
  initiatives: Initiative[]
  chosen: string
  onChoose: (id: string) => void
}

function HowChoice({ team, mine, initiatives, chosen, onChoose }: HowChoiceProps) {
  const { t } = useLanguage()
  if (initiatives.length === 0) return mine ? null : <p>{t.inbox.how.nothing(team)}</p>
  const options = initiatives.map(({ id, title }) => ({ id, title }))
  if (mine) options.push({ id: NEW, title: t.inbox.how.fresh })
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.inbox.how.existing}</legend>
      {options.map(({ id, title }) => (
        <label key={id} class="choice">
          <input type="radio" name="how" checked={chosen === id} onChange={() => onChoose(id)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  )
}
