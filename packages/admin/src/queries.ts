import { goalEndpoints } from '@klankbord/shared/goals'
import { memberEndpoints } from '@klankbord/shared/members'
import { siteEndpoints } from '@klankbord/shared/sites'
import { teamEndpoints } from '@klankbord/shared/teams'
import { infiniteQueryOptions, keepPreviousData, type Mutation, MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/preact-query'
import { call, isProblem, ProblemError } from './api.ts'
import { answered, lostConnection } from './live/connection.ts'

let onSignedOut: () => void = () => {}

/** Says what happens when the server no longer knows who is asking. */
export function whenSignedOut(act: () => void) {
  onSignedOut = act
}

/** Every failed request passes here: who is no longer known is asked to sign in again. */
export const notice = (error: unknown) => {
  if (isProblem(error, 'unauthenticated')) onSignedOut()
  if (isProblem(error, 'unreachable')) lostConnection()
}

const worthAnotherTry = (count: number, error: Error) =>
  count < 2 && error instanceof ProblemError && ['unreachable', 'unavailable', 'internal'].includes(error.code)

/** True where no answer says whether an act was done. */
export const isTriedAgain = (error: unknown) => isProblem(error, 'unreachable') || isProblem(error, 'key-in-use')

/** Every act carries a name under which the server does it once, so that it is tried again until the server answers; what waits is told meanwhile. */
const tillAnswered = {
  retry: (_: number, error: Error) => {
    notice(error)
    return isTriedAgain(error)
  },
  retryDelay: (count: number) => Math.min(1_000 * 2 ** count, 8_000),
  // What the browser takes for being offline is often wrong.
  networkMode: 'always' as const,
}

/** What is tried again is what was asked. What one types or chooses meanwhile would make it another act, which the server would do beside the first. */
function keepAsAsked(mutation: Mutation<unknown, unknown, unknown>) {
  const { mutationFn } = mutation.options
  const take = mutation.setOptions.bind(mutation)
  mutation.setOptions = (options) => take({ ...options, mutationFn })
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice, onSuccess: answered }),
  mutationCache: new MutationCache({ onMutate: (_, mutation) => keepAsAsked(mutation), onError: notice, onSuccess: answered }),
  defaultOptions: {
    mutations: tillAnswered,
    queries: { staleTime: 10_000, retry: worthAnotherTry, refetchOnWindowFocus: true },
  },
})

export const meQuery = { queryKey: ['me'], queryFn: () => call(memberEndpoints.readMe, {}), staleTime: 60_000 }
export const teamsQuery = { queryKey: ['teams'], queryFn: () => call(teamEndpoints.listTeams, {}) }
export const goalsQuery = { queryKey: ['goals'], queryFn: () => call(goalEndpoints.listGoals, {}) }
/** Teams and goals as rows, without their stories: for the tree, and wherever a goal is chosen. */
export const goalTreeQuery = { queryKey: ['goals', 'tree'], queryFn: () => call(goalEndpoints.readGoalTree, {}), staleTime: 30_000 }
export const sitesQuery = { queryKey: ['sites'], queryFn: () => call(siteEndpoints.listSites, {}) }
/** Colleagues who have these words, page by page. */
export const membersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'list', q],
    queryFn: ({ pageParam, signal }) =>
      call(memberEndpoints.listMembers, { q: q || undefined, cursor: pageParam || undefined, limit: 50 }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** These colleagues, also those who have left. */
export const namedMembersQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['members', 'named', ...ids],
    queryFn: ({ signal }) => call(memberEndpoints.listMembers, { ids: ids.join(), limit: 200 }, { signal }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })

/** The first colleagues who are here and have these words, to choose from. */
export const someMembersQuery = (q: string) =>
  queryOptions({
    queryKey: ['members', 'some', q],
    queryFn: ({ signal }) => call(memberEndpoints.listMembers, { q: q || undefined, active: 'true', limit: 20 }, { signal }),
    placeholderData: keepPreviousData,
  })
