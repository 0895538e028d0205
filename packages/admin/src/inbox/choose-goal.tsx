import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useChoosableGoals } from '../goals/choosable.ts'
import { goalQuery } from '../goals/queries.ts'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FormattedText } from '../ui/formatted-text.tsx'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { useFieldToCome } from '../ui/held-keys.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import type { Routing } from './placing.ts'

interface ChooseGoalProps {
  item: FeedbackItem
  routing: Routing
  onClose: () => void
}

export default function ChooseGoal({ item, routing, onClose }: ChooseGoalProps) {
  const { t } = useLanguage()
  const goals = useChoosableGoals()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: goal } = useQuery({ ...goalQuery(chosen ?? ''), enabled: chosen !== null })
  useFieldToCome(!goals.error && goals.data?.length !== 0)
  const place = () => {
    if (!chosen) return
    routing.place(chosen)
    onClose()
  }
  return (
    <Dialog
      title={t.inbox.routing.dialogTitle}
      onClose={onClose}
      foot={
        <>
          {item.goal && (
            <Button
              look="quiet"
              busy={routing.busy}
              onClick={() => {
                routing.giveBack()
                onClose()
              }}
            >
              {t.inbox.routing.giveBack}
            </Button>
          )}
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={!chosen} busy={routing.busy} onClick={place}>
            {t.inbox.routing.place}
          </Button>
        </>
      }
    >
      <p class="soft">{t.inbox.routing.dialogHint}</p>
      <Read query={goals} lines={2}>
        {(items) =>
          items.length === 0 ? (
            <p>
              {t.inbox.routing.noGoals} <a href="/admin/goals">{t.nav.goals}</a>
            </p>
          ) : (
            <GoalChoice
              label={t.inbox.routing.goal}
              goals={items.filter(({ id }) => id !== item.goal?.id)}
              value={null}
              onChoose={setChosen}
              autoFocus
            />
          )
        }
      </Read>
      {goal && (
        <div class="note-size stack" data-gap="small">
          <p>
            <strong>{goal.team}</strong> · {t.workingDays(goal.replyWithinDays)}
          </p>
          {goal.why && <FormattedText text={goal.why} />}
        </div>
      )}
      <ProblemNote error={routing.error} />
    </Dialog>
  )
}
