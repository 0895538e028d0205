import type { ActOn, BulkAct } from '@klankbord/shared/bulk-acts'
import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { isProblem } from '../api.ts'
import { useChoosableGoals } from '../goals/choosable.ts'
import { initiativesQuery } from '../goals/queries.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { useFieldToCome } from '../ui/held-keys.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { startBulkAct } from './bulk-acts.ts'
import { foundCountQuery } from './queries.ts'
import { customerName } from './row.tsx'

type Act = BulkAct['act']

interface BulkDialogProps {
  type: Act['type']
  what: ActOn
  /** How many are meant; undefined where nobody has counted. */
  count: { count: number; isMore: boolean } | undefined
  /** Those of them that are in the list. */
  items: readonly FeedbackListItem[]
  onDone: () => void
  onClose: () => void
}

/** Says what an act will do to how many, asks what it still needs, and starts it. */
export default function BulkDialog({ type, what, count, items, onDone, onClose }: BulkDialogProps) {
  const { t, number } = useLanguage()
  const texts = t.bulk
  const [act, setAct] = useState<Act | null>(type === 'spam' || type === 'unspam' ? { type } : null)
  const start = useMutation({
    mutationFn: (chosen: Act) => startBulkAct(what, chosen),
    onSuccess: onDone,
    // The number in the dialog is the new one then, and one chooses once more.
    onError: (error) => isProblem(error, 'stale') && 'filter' in what && queryClient.invalidateQueries(foundCountQuery(what.filter)),
  })
  const many = number(count?.count ?? 0)
  const words = count?.isMore ? texts.itemsMore(many) : texts.items(count?.count ?? null, many)
  return (
    <Dialog
      title={texts.names[type]}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={act === null} busy={start.isPending} autofocus={act !== null} onClick={() => act && start.mutate(act)}>
            {texts.start(words)}
          </Button>
        </>
      }
    >
      {type === 'route' && <GoalOf onChoose={(goalId) => setAct({ type, goalId })} />}
      {type === 'plan' && <HowOf goalId={commonGoal(items)} onChoose={setAct} />}
      {type === 'merge' && <InTo items={items} onChoose={(into) => setAct({ type, into })} />}
      <div class="stack" data-gap="small">
        <p>{texts.will[type](words)}</p>
        <p class="soft note-size">{texts.undoable}</p>
      </div>
      {isProblem(start.error, 'stale') ? <p role="alert">{texts.recounted(many)}</p> : <ProblemNote error={start.error} />}
    </Dialog>
  )
}

/** The goal that all of them have. */
function commonGoal(items: readonly FeedbackListItem[]): string | null {
  const [first] = items
  return first?.goal && items.every(({ goal }) => goal?.id === first.goal?.id) ? first.goal.id : null
}

function GoalOf({ onChoose }: { onChoose: (goalId: string) => void }) {
  const { t } = useLanguage()
  const goals = useChoosableGoals()
  useFieldToCome(!goals.error)
  return (
    <Read query={goals} lines={2}>
      {(goals) => <GoalChoice label={t.inbox.routing.goal} goals={goals} value={null} onChoose={onChoose} autoFocus />}
    </Read>
  )
}

/** A How that is under way, of the goal that is chosen. */
function HowOf({ goalId, onChoose }: { goalId: string | null; onChoose: (act: Act | null) => void }) {
  const { t } = useLanguage()
  const texts = t.inbox.how
  const [goal, setGoal] = useState(goalId)
  const [chosen, setChosen] = useState('')
  const [plan, setPlan] = useState('')
  const initiatives = useQuery({ ...initiativesQuery(goal ?? ''), enabled: goal !== null })
  const goals = useChoosableGoals()
  useFieldToCome(!goals.error)
  const tell = (initiativeId: string, words: string) => {
    setChosen(initiativeId)
    setPlan(words)
    onChoose(initiativeId && words.trim() ? { type: 'plan', initiativeId, plan: words.trim() } : null)
  }
  const chooseGoal = (id: string) => {
    setGoal(id)
    tell('', '')
  }
  const team = goals.data?.find(({ id }) => id === goal)?.team ?? ''
  const underWay = initiatives.data?.items.filter(({ endedAt }) => endedAt === null) ?? []
  return (
    <>
      <Read query={goals} lines={2}>
        {(all) => <GoalChoice label={t.inbox.routing.goal} goals={all} value={goal} onChoose={chooseGoal} autoFocus />}
      </Read>
      {goal !== null && (
        <Read query={initiatives} lines={2}>
          {() =>
            underWay.length === 0 ? (
              <p>{texts.nothing(team)}</p>
            ) : (
              <fieldset class="stack" data-gap="small">
                <legend class="field-legend">{texts.existing}</legend>
                {underWay.map((one) => (
                  <label key={one.id} class="choice">
                    <input type="radio" name="initiative" checked={chosen === one.id} onChange={() => tell(one.id, one.plan ?? '')} />
                    {one.title}
                  </label>
                ))}
              </fieldset>
            )
          }
        </Read>
      )}
      {chosen && (
        <TextArea
          label={texts.plan}
          hint={texts.planHint}
          value={plan}
          maxLength={5000}
          onInput={(event) => tell(chosen, event.currentTarget.value)}
        />
      )}
    </>
  )
}

/** The one that the others go to. */
function InTo({ items, onChoose }: { items: readonly FeedbackListItem[]; onChoose: (id: string) => void }) {
  const { t } = useLanguage()
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.bulk.into}</legend>
      {items.map((item) => (
        <label key={item.id} class="choice">
          <input type="radio" name="into" onChange={() => onChoose(item.id)} />
          <span>
            <strong>{customerName(item) ?? t.inbox.someone}</strong> {item.message.slice(0, 120)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
