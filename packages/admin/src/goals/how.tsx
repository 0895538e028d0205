import type { GoalPage } from '@klankbord/shared/goals'
import type { Initiative, InitiativeState } from '@klankbord/shared/initiatives'
import { useQuery } from '@tanstack/preact-query'
import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Read } from '../ui/states.tsx'
import { InitiativeCard } from './initiative.tsx'
import { InitiativeDialog } from './initiative-dialog.tsx'
import { initiativesQuery } from './queries.ts'

const order: InitiativeState[] = ['started', 'planned', 'proposed', 'finished', 'stopped']

/** What is under way first, what is over last; within those the newest first. */
export const inOrder = (initiatives: readonly Initiative[]): Initiative[] =>
  initiatives.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.createdAt.localeCompare(a.createdAt))

/** The How: what the team does to reach the goal, written by nobody else. */
export function How({ goal }: { goal: GoalPage }) {
  const { t } = useFullLanguage()
  const initiatives = useQuery(initiativesQuery(goal.id))
  const [opened, setOpened] = useState<Initiative | 'new' | null>(null)
  return (
    <section class="sheet-how" aria-labelledby="how-heading">
      <header>
        <h2 id="how-heading" class="sheet-side">
          {t.goals.how}
        </h2>
        <p class="soft note-size">{goal.may.initiate ? t.how.lead : t.how.notYours(goal.team)}</p>
      </header>
      <Read query={initiatives} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{t.how.none}</p>
          ) : (
            <ul class="initiatives">
              {inOrder(items).map((initiative) => (
                <li key={initiative.id}>
                  <InitiativeCard goal={goal} initiative={initiative} onChange={() => setOpened(initiative)} />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {goal.may.initiate && (
        <div>
          <Button icon={Plus} onClick={() => setOpened('new')}>
            {t.how.add}
          </Button>
        </div>
      )}
      {opened && <InitiativeDialog goal={goal} initiative={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </section>
  )
}
