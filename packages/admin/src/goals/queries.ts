import { initiativeEndpoints } from '@klankbord/shared/initiatives'
import { measureEndpoints } from '@klankbord/shared/measures'
import { queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'

export const initiativesQuery = (goalId?: string) =>
  queryOptions({
    queryKey: ['initiatives', goalId ?? 'all'],
    queryFn: () => call(initiativeEndpoints.listInitiatives, { goalId, limit: 200 }),
  })

export const measuresQuery = queryOptions({ queryKey: ['measures'], queryFn: () => call(measureEndpoints.listMeasures, {}) })
