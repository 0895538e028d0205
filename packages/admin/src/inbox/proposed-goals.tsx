import type { FeedbackItem } from '@klankbord/shared/feedback'
import { GoalStateMark } from '../goals/marks.tsx'
import { useLanguage } from '../language.tsx'

/** The goals that this item was a reason to propose, and why one was refused. */
export function ProposedGoals({ item: { proposedGoals } }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  if (proposedGoals.length === 0) return null
  return (
    <section class="ledger-part">
      <h3>{t.inbox.upward.onItem}</h3>
      <ul class="stack" data-gap="small">
        {proposedGoals.map(({ goalId, title, state, reason }) => (
          <li key={goalId}>
            <p class="row">
              <a href={`/admin/goals/${goalId}`}>{title}</a>
              <GoalStateMark state={state} />
            </p>
            {reason && (
              <p class="words note-size">
                <span class="soft">{t.inbox.upward.refused} </span>
                {reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
