import { goalEndpoints } from '@klankbord/shared/goals'
import { memberEndpoints } from '@klankbord/shared/members'
import { siteEndpoints } from '@klankbord/shared/sites'
import { teamEndpoints } from '@klankbord/shared/teams'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/preact-query'
import { call, isProblem, ProblemError } from './api.ts'

let onSignedOut: () => void = () => {}

/** Says what happens when the server no longer knows who is asking. */
export function whenSignedOut(act: () => void) {
  onSignedOut = act
}

/** Every failed request passes here: who is no longer known is asked to sign in again. */
export const notice = (error: unknown) => {
  if (isProblem(error, 'unauthenticated')) onSignedOut()
}

const worthAnotherTry = (count: number, error: Error) =>
  count < 2 && error instanceof ProblemError && ['unreachable', 'unavailable', 'internal'].includes(error.code)

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: { queries: { staleTime: 10_000, retry: worthAnotherTry, refetchOnWindowFocus: true } },
})

export const meQuery = { queryKey: ['me'], queryFn: () => call(memberEndpoints.readMe, {}), staleTime: 60_000 }
export const teamsQuery = { queryKey: ['teams'], queryFn: () => call(teamEndpoints.listTeams, {}) }
export const goalsQuery = { queryKey: ['goals'], queryFn: () => call(goalEndpoints.listGoals, {}) }
/** Teams and goals as rows, without their stories: for the tree, and wherever a goal is chosen. */
export const goalTreeQuery = { queryKey: ['goals', 'tree'], queryFn: () => call(goalEndpoints.readGoalTree, {}), staleTime: 30_000 }
export const sitesQuery = { queryKey: ['sites'], queryFn: () => call(siteEndpoints.listSites, {}) }
export const membersQuery = { queryKey: ['members'], queryFn: () => call(memberEndpoints.listMembers, {}) }
