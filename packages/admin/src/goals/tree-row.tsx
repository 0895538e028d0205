import type { GoalNode } from '@klankbord/shared/goals'
import { ChevronRight, MessagesSquare, User } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { Icon } from '../ui/icon.tsx'
import { GoalStateMark } from './marks.tsx'
import { NobodyMark, WaitsMark } from './open-marks.tsx'
import { periodWords } from './period.ts'
import { type GoalIndex, isUnderWay, type Order, type TreeTeam } from './tree.ts'

interface RowTitleProps {
  open: boolean | null
  onToggle: () => void
}

/** The fold of a row. Not a stop for the keyboard: the arrows do the same from the row itself. */
export const Fold = ({ open, onToggle }: RowTitleProps) => (
  <span
    class="tree-fold"
    data-open={open || undefined}
    aria-hidden="true"
    onClick={(event) => {
      if (open === null) return
      event.stopPropagation()
      onToggle()
    }}
  >
    {open !== null && <Icon of={ChevronRight} />}
  </span>
)

export function TeamCells({ team, goals }: { team: TreeTeam; goals: number }) {
  const { t } = useFullLanguage()
  const level = t.levels[team.level as keyof typeof t.levels]
  return (
    <span class="tree-name">
      <strong class="tree-title">{team.name}</strong>
      <span class="tree-note">
        {level} · {t.goals.count(goals)}
      </span>
    </span>
  )
}

/** Everything that a goal's row tells. */
export function GoalCells({ goal, index, order }: { goal: GoalNode; index: GoalIndex; order: Order }) {
  const { t, dates } = useFullLanguage()
  const period = periodWords(goal, dates, t)
  return (
    <>
      <span class="tree-name">
        <a class="tree-title" href={`/admin/goals/${goal.id}`} tabIndex={-1} draggable={false} title={goal.title}>
          {goal.title}
        </a>
        <Beside goal={goal} index={index} order={order} />
      </span>
      <span class="tree-state">
        <GoalStateMark state={goal.state} />
        {goal.waits && goal.state !== 'proposed' && <WaitsMark />}
      </span>
      <span class="tree-period">{period && <span>{period}</span>}</span>
      <span class="tree-owner">{goal.owner !== null ? <span>{goal.owner}</span> : isUnderWay(goal.state) && <NobodyMark />}</span>
      <span class="tree-voices">
        {goal.openItems > 0 && (
          <span title={t.goals.open(goal.openItems)}>
            <Icon of={MessagesSquare} />
            <span aria-hidden="true">{goal.openItems}</span>
            <span class="unseen">{t.goals.open(goal.openItems)}</span>
          </span>
        )}
      </span>
    </>
  )
}

/** What the tree's own lines do not show: the team where goals lead, the goal that is helped where teams lead. */
function Beside({ goal, index, order }: { goal: GoalNode; index: GoalIndex; order: Order }) {
  const { t } = useFullLanguage()
  const parent = goal.parentId === null ? undefined : index.goals.get(goal.parentId)
  const words =
    order === 'goal' ? (index.teams.get(goal.teamId)?.name ?? '') : parent && parent.teamId !== goal.teamId ? t.goals.under(parent.title) : ''
  if (words === '' && goal.memberId === null) return null
  return (
    <span class="tree-note">
      {goal.memberId !== null && (
        <>
          <Icon of={User} />
          {t.goals.personal}
          {words !== '' && ' · '}
        </>
      )}
      {words}
    </span>
  )
}
