import type { CoverageTeam } from '@klankbord/shared/coverage'
import { useInfiniteQuery } from '@tanstack/preact-query'
import { ChevronRight, CircleCheck, Target, TriangleAlert } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { Bar } from './bar.tsx'
import { coverageAddress, teamsBelowQuery } from './queries.ts'

/** The teams from the top down, each with the numbers of itself and all below it. What is folded is not asked for. */
export function TeamTree({ team }: { team: string }) {
  const { t } = useFullLanguage()
  return (
    <section class="gap-list" aria-labelledby="teams-title">
      <header>
        <h2 id="teams-title">{t.coverage.byTeam}</h2>
        <p class="soft">{t.coverage.byTeamLead}</p>
      </header>
      <Below parentId={team} open={team === ''} />
    </section>
  )
}

/** `open`: where only one team stands, what is below it is what one came for. */
function Below({ parentId, open }: { parentId: string; open: boolean }) {
  const { t } = useFullLanguage()
  const query = useInfiniteQuery(teamsBelowQuery(parentId))
  return (
    <Read query={query} lines={3}>
      {({ pages }) => {
        const teams = pages.flatMap(({ items }) => items)
        if (teams.length === 0) return <Empty icon={Target} title={t.coverage.noTeams} />
        return (
          <ul class="team-rows">
            {teams.map((team) => (
              <TeamRow key={team.id} team={team} open={open && teams.length === 1} />
            ))}
            {query.hasNextPage && (
              <li>
                <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t.showMore}
                </Button>
              </li>
            )}
          </ul>
        )
      }}
    </Read>
  )
}

function TeamRow({ team, open: atFirst }: { team: CoverageTeam; open: boolean }) {
  const { t, number } = useFullLanguage()
  const [open, setOpen] = useState(atFirst)
  const { id, name, level, people, reached, hasTeams } = team
  return (
    <li>
      <div class="team-row">
        {hasTeams ? (
          <button type="button" class="team-fold" aria-expanded={open} aria-label={t.coverage.below(name)} onClick={() => setOpen(!open)}>
            <Icon of={ChevronRight} />
          </button>
        ) : (
          <span class="team-fold" />
        )}
        <span class="team-name">
          <a href={coverageAddress({ team: id, look: null })}>{name}</a>
          <span class="soft note-size">{t.levels[level]}</span>
        </span>
        <span class="team-share">
          {people > 0 ? (
            <>
              <Bar share={reached / people} />
              <span class="note-size">{t.coverage.outOf(number(reached), number(people))}</span>
            </>
          ) : (
            <span class="soft note-size">{t.coverage.nobodyHere}</span>
          )}
        </span>
        <Marks team={team} />
      </div>
      {open && <Below parentId={id} open={false} />}
    </li>
  )
}

/** What is missing in and below a team, in a few words. */
function Marks({ team: { gaps, hasGoal } }: { team: CoverageTeam }) {
  const { t, number } = useFullLanguage()
  const some = [
    ...(hasGoal ? [] : [t.coverage.ownGoalMissing]),
    ...Object.entries(gaps.goals)
      .filter(([, count]) => count > 0)
      .map(([gap, count]) => `${number(count)} ${t.coverage.goals[gap as keyof typeof gaps.goals].mark}`),
  ]
  if (some.length === 0)
    return (
      <span class="mark" data-state="answered">
        <Icon of={CircleCheck} />
        {t.coverage.complete}
      </span>
    )
  return (
    <span class="team-marks note-size">
      {!hasGoal && <Icon of={TriangleAlert} />}
      <span>{some.join(' · ')}</span>
    </span>
  )
}
