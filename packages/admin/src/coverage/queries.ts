import { coverageEndpoints, GoalGap, PersonGap } from '@klankbord/shared/coverage'
import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

export const personGaps = PersonGap.options
export const goalGaps = GoalGap.options

/** What can be looked at: a gap by its list, or null for the teams. */
export type Look = { of: 'people'; gap: PersonGap } | { of: 'goals'; gap: GoalGap } | { of: 'teams' } | null

/** What the address asks for; whatever else stands there is the overview. */
export function lookOf(gap: string | undefined): Look {
  const [of, name] = (gap ?? '').split('.')
  const person = personGaps.find((one) => of === 'people' && one === name)
  if (person) return { of: 'people', gap: person }
  const goal = goalGaps.find((one) => of === 'goals' && one === name)
  if (goal) return { of: 'goals', gap: goal }
  return of === 'teams' ? { of: 'teams' } : null
}

const nameOf = (look: Look) => (look === null ? '' : look.of === 'teams' ? 'teams' : `${look.of}.${look.gap}`)

export function coverageAddress({ team, look }: { team: string; look: Look }): string {
  const query = new URLSearchParams()
  if (team) query.set('team', team)
  if (look) query.set('gap', nameOf(look))
  const text = query.toString()
  return `/admin/goals/coverage${text ? `?${text}` : ''}`
}

// Below 'goals', so that whatever changes a goal asks for this again.
const key = (...rest: string[]) => ['goals', 'coverage', ...rest]
const within = (team: string) => (team ? { teamId: team } : {})

export const coverageQuery = (team: string) =>
  queryOptions({
    queryKey: key('numbers', team),
    queryFn: ({ signal }) => call(coverageEndpoints.readCoverage, within(team), { signal }),
  })

const paged = { initialPageParam: '', getNextPageParam: (page: { next: string | null }) => page.next }

export const teamsBelowQuery = (parentId: string) =>
  infiniteQueryOptions({
    queryKey: key('below', parentId),
    queryFn: ({ pageParam, signal }) =>
      call(coverageEndpoints.listCoverageTeams, { ...(parentId && { parentId }), cursor: pageParam || undefined, limit: 100 }, { signal }),
    ...paged,
  })

/** What the page of this address shows. The numbers and the teams are asked for beside each other, since the server looks once for both. */
export function fetchCoverage({ team = '', gap }: { team?: string | undefined; gap?: string | undefined }) {
  void queryClient.prefetchQuery(coverageQuery(team))
  if (lookOf(gap) === null) void queryClient.prefetchInfiniteQuery(teamsBelowQuery(team))
}

export const teamsQuery = (team: string) =>
  infiniteQueryOptions({
    queryKey: key('teams', team),
    queryFn: ({ pageParam, signal }) =>
      call(coverageEndpoints.listCoverageTeams, { ...within(team), gap: 'no-goal', cursor: pageParam || undefined, limit: 50 }, { signal }),
    ...paged,
  })

export const peopleQuery = (team: string, gap: PersonGap) =>
  infiniteQueryOptions({
    queryKey: key('people', team, gap),
    queryFn: ({ pageParam, signal }) =>
      call(coverageEndpoints.listCoveragePeople, { ...within(team), gap, cursor: pageParam || undefined, limit: 50 }, { signal }),
    ...paged,
  })

export const goalsQuery = (team: string, gap: GoalGap) =>
  infiniteQueryOptions({
    queryKey: key('goals', team, gap),
    queryFn: ({ pageParam, signal }) =>
      call(coverageEndpoints.listCoverageGoals, { ...within(team), gap, cursor: pageParam || undefined, limit: 50 }, { signal }),
    ...paged,
  })
