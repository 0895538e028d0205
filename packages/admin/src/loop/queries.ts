import { type LoopPart, loopEndpoints, type RankedFigure } from '@klankbord/shared/loop'
import { call } from '../api.ts'

export interface Days {
  from?: string | undefined
  to?: string | undefined
}

export const loopQuery = (days: Days) => ({ queryKey: ['loop', 'all', days], queryFn: () => call(loopEndpoints.readLoop, days) })
export const partsQuery = (days: Days, by: LoopPart, rank: RankedFigure) => ({
  queryKey: ['loop', 'parts', days, by, rank],
  queryFn: () => call(loopEndpoints.divideLoop, { ...days, by, rank }),
})
export const courseQuery = (days: Days, period: 'week' | 'month') => ({
  queryKey: ['loop', 'course', days, period],
  queryFn: () => call(loopEndpoints.readLoopSeries, { ...days, period }),
})
