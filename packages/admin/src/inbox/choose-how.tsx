import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { type Initiative, initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useRef, useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { initiativesQuery } from '../goals/queries.ts'
import { useLanguage } from '../language.tsx'
import { inTeamOf, useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
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

function useStart(item: FeedbackItem, done: () => void) {
  const { t } = useLanguage()
  // Whoever tries again after the first half was done does not begin a second one.
  const made = useRef<{ title: string; id: string } | null>(null)
  const begin = async (title: string, plan: string) => {
    if (made.current?.title === title) return made.current.id
    const { id } = await call(initiativeEndpoints.createInitiative, { goalId: item.goal?.id ?? '', title, plan })
    made.current = { title, id }
    void queryClient.invalidateQueries({ queryKey: ['initiatives'] })
    return id
  }
  return useMutation({
    // The version as it was when one decided: while this is tried again, the item is read anew.
    mutationFn: async ({ initiativeId, title, plan, version }: { initiativeId: string; title: string; plan: string; version: number }) => {
      const id = initiativeId === NEW ? await begin(title, plan) : initiativeId
      return call(feedbackEndpoints.planFeedback, { id: item.id, initiativeId: id, ...(plan ? { plan } : {}), version })
    },
    onSuccess: (changed) => {
      feedbackChanged(changed)
      say(t.inbox.how.started)
      done()
    },
  })
}

function HowForm({ item, initiatives, onClose }: ChooseHowProps & { initiatives: Initiative[] }) {
  const { t } = useLanguage()
  const me = useMe()
  const mine = item.goal !== null && inTeamOf(me, item.goal)
  const team = item.goal?.team ?? ''
  const [chosen, setChosen] = useState(item.initiative?.id ?? initiatives[0]?.id ?? (mine ? NEW : ''))
  const [title, setTitle] = useDraft(`how-title:${item.id}`)
  const [plan, setPlan] = useDraft(`how-plan:${item.id}`)
  const start = useStart(item, () => {
    setTitle('')
    setPlan('')
    onClose()
  })
  const existingPlan = initiatives.find(({ id }) => id === chosen)?.plan ?? ''
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen && !start.isPending) start.mutate({ initiativeId: chosen, title, plan: plan || existingPlan, version: item.version })
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
    </form>
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
