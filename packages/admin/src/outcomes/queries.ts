import { outcomeEndpoints } from '@klankbord/shared/outcomes'
import { queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'

export const outcomeQuery = (id: string) => queryOptions({ queryKey: ['outcomes', id], queryFn: () => call(outcomeEndpoints.readOutcome, { id }) })

/** Who will be told. The items are part of the key: with other items, others are told. */
export const receiversQuery = (id: string, feedbackIds: readonly string[]) =>
  queryOptions({
    queryKey: ['outcomes', id, 'receivers', feedbackIds.join()],
    queryFn: () => call(outcomeEndpoints.listReceivers, { id }),
  })

const UNDER_WAY = ['queued', 'sending'] as const

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['outcomes', id, 'deliveries'],
    queryFn: () => call(outcomeEndpoints.listDeliveries, { id, limit: 200 }),
    refetchInterval: ({ state }) => (UNDER_WAY.some((one) => (state.data?.counts[one] ?? 0) > 0) ? 2_000 : 15_000),
  })
