import { loopEndpoints } from '@klankbord/shared/loop'
import { type LoopMetric, measureEndpoints } from '@klankbord/shared/measures'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

export const measuresQuery = { queryKey: ['measures'], queryFn: () => call(measureEndpoints.listMeasures, {}) }
export const measureQuery = (id: string) => ({ queryKey: ['measures', id], queryFn: () => call(measureEndpoints.readMeasure, { id }) })
export const seriesQuery = (id: string) => ({ queryKey: ['measures', id, 'series'], queryFn: () => call(measureEndpoints.readMeasureSeries, { id }) })
export const measureEventsQuery = (id: string) => ({
  queryKey: ['measures', id, 'events'],
  queryFn: () => call(measureEndpoints.listMeasureEvents, { id }),
})

/** The metrics by which teams can be compared. */
export type RankedMetric = Exclude<LoopMetric, 'timeToReply' | 'timeToOutcome'>
export const rankingQuery = (metric: RankedMetric) => ({
  queryKey: ['loop', 'teams', metric],
  queryFn: () => call(loopEndpoints.rankTeams, { metric }),
})

/** After a change of any measure. */
export const measuresChanged = () => void queryClient.invalidateQueries({ queryKey: ['measures'] })
