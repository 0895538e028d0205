import { goalEndpoints } from '@klankbord/shared/goals'
import { initiativeEndpoints } from '@klankbord/shared/initiatives'
import { measureEndpoints } from '@klankbord/shared/measures'
import { teamEndpoints } from '@klankbord/shared/teams'
import { queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

/** As many as one page of a list gives; nobody reads on beyond that. */
const MOST = 200

/** One goal, with what whoever asks may do with it. */
export const goalQuery = (id: string) => queryOptions({ queryKey: ['goals', 'page', id], queryFn: () => call(goalEndpoints.readGoal, { id }) })

export const goalEventsQuery = (id: string) =>
  queryOptions({ queryKey: ['goals', 'events', id], queryFn: () => call(goalEndpoints.listGoalEvents, { id, limit: MOST }) })

export const goalCommentsQuery = (id: string) =>
  queryOptions({ queryKey: ['goals', 'comments', id], queryFn: () => call(goalEndpoints.listGoalComments, { id, limit: MOST }) })

export const initiativesQuery = (goalId?: string) =>
  queryOptions({
    queryKey: ['initiatives', goalId ?? 'all'],
    queryFn: () => call(initiativeEndpoints.listInitiatives, { goalId, limit: MOST }),
  })

export const initiativeCommentsQuery = (id: string) =>
  queryOptions({ queryKey: ['initiatives', 'comments', id], queryFn: () => call(initiativeEndpoints.listInitiativeComments, { id, limit: MOST }) })

export const measuresOfQuery = (goalId: string) =>
  queryOptions({ queryKey: ['measures', 'goal', goalId], queryFn: () => call(measureEndpoints.listMeasures, { goalId }) })

export const teamPeopleQuery = (teamId: string) =>
  queryOptions({ queryKey: ['teams', 'people', teamId], queryFn: () => call(teamEndpoints.listTeamPeople, { id: teamId }) })

/** After an act on a goal or its initiatives: all that shows them asks again. */
export function goalsChanged() {
  for (const key of ['goals', 'initiatives', 'feedback']) void queryClient.invalidateQueries({ queryKey: [key] })
}
