import type { GoalPage } from '@klankbord/shared/goals'
import { useQuery } from '@tanstack/preact-query'
import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { mayAct, useMe } from '../me.ts'
import { goalTreeQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { GoalDialog } from './goal-dialog.tsx'
import { GoalStateMark } from './marks.tsx'
import { teamsToPropose } from './teams-to-ask.ts'
import { isUnderWay } from './tree.ts'

const SHOWN = 8

/** The goals that help this one, those under way first, and room for another. */
export function Helping({ goal }: { goal: GoalPage }) {
  const { t } = useFullLanguage()
  const me = useMe()
  const { data: tree } = useQuery(goalTreeQuery)
  const [adding, setAdding] = useState(false)
  if (!tree) return null
  const teams = new Map(tree.teams.map(({ id, name }) => [id, name]))
  const helping = tree.goals
    .filter(({ parentId }) => parentId === goal.id)
    .toSorted((a, b) => Number(isUnderWay(b.state)) - Number(isUnderWay(a.state)) || a.title.localeCompare(b.title))
  const ours = mayAct(me) && isUnderWay(goal.state) ? teamsToPropose(tree.teams, me) : []
  if (helping.length === 0 && ours.length === 0) return null
  // A goal is mostly hung under this one by a team below; for one's own team where one has one.
  const teamId = (ours.find(({ parentId }) => parentId === goal.teamId) ?? ours.find(({ id }) => id === me.member?.teams[0]?.teamId) ?? ours[0])?.id
  return (
    <section class="stack" data-gap="small">
      <h3>{t.goal.helping}</h3>
      {helping.length > 0 ? (
        <ul class="helping">
          {helping.slice(0, SHOWN).map(({ id, title, state, teamId }) => (
            <li key={id}>
              <span>
                <a href={`/admin/goals/${id}`}>{title}</a> <span class="soft note-size">{teams.get(teamId)}</span>
              </span>
              <GoalStateMark state={state} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t.goal.noHelping}</p>
      )}
      {helping.length > SHOWN && (
        <p class="note-size">
          <a href="/admin/goals?by=goal">{t.andMore(helping.length - SHOWN)}</a>
        </p>
      )}
      {teamId && (
        <div>
          <Button small icon={Plus} onClick={() => setAdding(true)}>
            {t.goal.addHelping}
          </Button>
        </div>
      )}
      {adding && teamId && <GoalDialog under={{ parentId: goal.id, teamId }} onClose={() => setAdding(false)} />}
    </section>
  )
}
