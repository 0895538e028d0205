import type { Goal } from '@klankbord/shared/goals'
import { useQuery } from '@tanstack/preact-query'
import { Plus, Target } from 'lucide'
import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { mayAct, maySet, useMe } from '../me.ts'
import { goalsQuery, teamsQuery } from '../queries.ts'
import '../styles/goals.css'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { GoalArticle } from './goal.tsx'
import { GoalDialog } from './goal-dialog.tsx'
import { HowDialog } from './how-dialog.tsx'
import { initiativesQuery, measuresQuery } from './queries.ts'
import { TeamDialog } from './team-dialog.tsx'
import { inTreeOrder, type Placed } from './tree.ts'

type Opened = { dialog: 'goal'; goal: Goal | null } | { dialog: 'team' } | { dialog: 'how'; goal: Goal }

/** Every team from the top down, with its goals: the What on the left, the How on the right. */
export default function GoalsPage() {
  const { t } = useLanguage()
  const me = useMe()
  const teams = useQuery(teamsQuery)
  const goals = useQuery(goalsQuery)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const acts = (
    <>
      {maySet(me) && (
        <Button icon={Plus} onClick={() => setOpened({ dialog: 'team' })}>
          {t.goals.addTeam}
        </Button>
      )}
      {mayAct(me) && !!teams.data?.items.length && (
        <Button look="primary" icon={Plus} onClick={() => setOpened({ dialog: 'goal', goal: null })}>
          {t.goals.addGoal}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t.goals.title} lead={t.goals.lead} acts={acts} wide>
      <Read query={teams} lines={8}>
        {({ items }) => (
          <Read query={goals} lines={8}>
            {(page) =>
              items.length === 0 ? (
                <Empty icon={Target} title={t.goals.none[0]}>
                  <p>{t.goals.none[1]}</p>
                  {maySet(me) && (
                    <a class="button" data-look="primary" href="/admin/start/goal">
                      {t.goals.addGoal}
                    </a>
                  )}
                </Empty>
              ) : (
                inTreeOrder(items).map((placed) => <TeamSection key={placed.team.id} placed={placed} goals={page.items} onOpen={setOpened} />)
              )
            }
          </Read>
        )}
      </Read>
      {opened?.dialog === 'goal' && <GoalDialog goal={opened.goal} onClose={close} />}
      {opened?.dialog === 'team' && <TeamDialog onClose={close} />}
      {opened?.dialog === 'how' && <HowDialog goal={opened.goal} onClose={close} />}
    </Page>
  )
}

interface TeamSectionProps {
  placed: Placed
  goals: Goal[]
  onOpen: (opened: Opened) => void
}

function TeamSection({ placed: { team, depth }, goals, onOpen }: TeamSectionProps) {
  const { t } = useLanguage()
  const initiatives = useQuery(initiativesQuery())
  const measures = useQuery(measuresQuery)
  const own = goals.filter(({ teamId }) => teamId === team.id)
  return (
    <section class="team" data-depth={Math.min(depth, 3)} aria-labelledby={`team-${team.id}`}>
      <header class="team-head">
        <h2 id={`team-${team.id}`}>{team.name}</h2>
        <span class="soft note-size">
          {t.levels[team.level]} · {t.goals.members(team.members)}
        </span>
      </header>
      {own.length === 0 && <p class="soft">{t.goals.noneInTeam}</p>}
      {own.map((goal) => (
        <GoalArticle
          key={goal.id}
          goal={goal}
          parent={goals.find(({ id }) => id === goal.parentId)}
          initiatives={initiatives.data?.items.filter(({ goalId }) => goalId === goal.id) ?? []}
          measures={measures.data?.items.filter(({ goalId }) => goalId === goal.id) ?? []}
          onEdit={() => onOpen({ dialog: 'goal', goal })}
          onAddHow={() => onOpen({ dialog: 'how', goal })}
        />
      ))}
    </section>
  )
}
