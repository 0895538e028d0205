import type { CoverageGoal, CoveragePerson, CoverageTeam } from '@klankbord/shared/coverage'
import { useInfiniteQuery } from '@tanstack/preact-query'
import { CircleCheck, Plus } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { GoalDialog } from '../goals/goal-dialog.tsx'
import { mayAct, useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { goalsQuery, type Look, peopleQuery, teamsQuery } from './queries.ts'

interface GapListProps {
  team: string
  look: NonNullable<Look>
  since: string
}

/** What stands behind a number, and the way to where it is mended. */
export function GapList({ team, look, since }: GapListProps) {
  const { t, dates } = useFullLanguage()
  const [under, setUnder] = useState<string | null>(null)
  const { name, mend } = look.of === 'teams' ? t.coverage.teams : look.of === 'people' ? t.coverage.people[look.gap] : t.coverage.goals[look.gap]
  return (
    <section class="gap-list" aria-labelledby="gap-title">
      <header>
        <h2 id="gap-title">{name}</h2>
        <p class="soft">{mend(dates.day(since))}</p>
      </header>
      {look.of === 'people' && <People team={team} gap={look.gap} onAdd={setUnder} />}
      {look.of === 'teams' && <Teams team={team} onAdd={setUnder} />}
      {look.of === 'goals' && <Goals team={team} gap={look.gap} />}
      {under !== null && <GoalDialog under={{ teamId: under }} onClose={() => setUnder(null)} />}
    </section>
  )
}

interface Pages<Item> {
  data: { pages: { items: Item[] }[] } | undefined
  error: unknown
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

function List<Item extends { id: string }>({ query, row }: { query: Pages<Item>; row: (item: Item) => ComponentChildren }) {
  const { t } = useFullLanguage()
  return (
    <Read query={query} lines={6}>
      {({ pages }) =>
        pages[0]?.items.length === 0 ? (
          <Empty icon={CircleCheck} title={t.coverage.allDone} />
        ) : (
          <>
            <ul class="gap-rows">
              {pages
                .flatMap(({ items }) => items)
                .map((item) => (
                  <li key={item.id}>{row(item)}</li>
                ))}
            </ul>
            {query.hasNextPage && (
              <div>
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t.showMore}
                </Button>
              </div>
            )}
          </>
        )
      }
    </Read>
  )
}

interface Adding {
  onAdd: (teamId: string) => void
}

function Add({ teamId, name, onAdd }: Adding & { teamId: string; name: string }) {
  const { t } = useFullLanguage()
  if (!mayAct(useMe())) return null
  return (
    <Button small icon={Plus} aria-label={t.coverage.addFor(name)} onClick={() => onAdd(teamId)}>
      {t.goals.addGoal}
    </Button>
  )
}

function People({ team, gap, onAdd }: Adding & { team: string; gap: 'no-goal' | 'not-reaching' }) {
  const { t } = useFullLanguage()
  const query = useInfiniteQuery(peopleQuery(team, gap))
  return (
    <List<CoveragePerson>
      query={query}
      row={({ name, teams }) => (
        <>
          <span>
            <strong>{name}</strong>
            <span class="soft note-size">{teams.length > 0 ? teams.map((one) => one.name).join(', ') : t.coverage.noTeam}</span>
          </span>
          {teams[0] ? <Add teamId={teams[0].id} name={teams[0].name} onAdd={onAdd} /> : <a href="/admin/settings/teams">{t.coverage.giveTeam}</a>}
        </>
      )}
    />
  )
}

function Teams({ team, onAdd }: Adding & { team: string }) {
  const { t } = useFullLanguage()
  const query = useInfiniteQuery(teamsQuery(team))
  return (
    <List<CoverageTeam>
      query={query}
      row={({ id, name, level, people }) => (
        <>
          <span>
            <strong>{name}</strong>
            <span class="soft note-size">
              {t.levels[level]} · {t.coverage.colleagues(people)}
            </span>
          </span>
          <Add teamId={id} name={name} onAdd={onAdd} />
        </>
      )}
    />
  )
}

function Goals({ team, gap }: { team: string; gap: CoverageGoal['gaps'][number] }) {
  const { t } = useFullLanguage()
  const query = useInfiniteQuery(goalsQuery(team, gap))
  return (
    <List<CoverageGoal>
      query={query}
      row={({ id, title, team, owner, gaps }) => {
        const others = gaps.filter((one) => one !== gap).map((one) => t.coverage.goals[one].mark)
        return (
          <span>
            <a href={`/admin/goals/${id}`}>{title}</a>
            <span class="soft note-size">{[team, owner].filter(Boolean).join(' · ')}</span>
            {others.length > 0 && <span class="soft note-size">{t.coverage.also(others.join(', '))}</span>}
          </span>
        )
      }}
    />
  )
}
