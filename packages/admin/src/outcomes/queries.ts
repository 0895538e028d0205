import { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import { outcomeReceiverEndpoints, type ReachChannel } from '@klankbord/shared/outcome-receivers'
import { type Outcome, outcomeEndpoints } from '@klankbord/shared/outcomes'
import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

export const outcomeQuery = (id: string) => queryOptions({ queryKey: ['outcomes', id], queryFn: () => call(outcomeEndpoints.readOutcome, { id }) })

export type ReceiverFilter = 'all' | ReachChannel | 'seen' | 'reacted'

/** Who will be told, or was, a page at a time. The items are part of the key: with other items, others are told. */
export const receiversQuery = (id: string, feedbackIds: readonly string[], show: ReceiverFilter = 'all') =>
  infiniteQueryOptions({
    queryKey: ['outcomes', id, 'receivers', feedbackIds.join(), show],
    queryFn: ({ pageParam }) =>
      call(outcomeReceiverEndpoints.listReceivers, {
        id,
        limit: 50,
        cursor: pageParam || undefined,
        ...(show === 'seen' || show === 'reacted' ? { did: show } : show !== 'all' && { channel: show }),
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const versionsQuery = (id: string) =>
  queryOptions({ queryKey: ['outcomes', id, 'versions'], queryFn: () => call(outcomeLifeEndpoints.listOutcomeVersions, { id }) })

export const outcomeSettingsQuery = queryOptions({
  queryKey: ['outcome-settings'],
  queryFn: () => call(outcomeLifeEndpoints.readOutcomeSettings, {}),
})

/** Keeps what the server answered, and asks anew for what follows from it. */
export function keepOutcome(outcome: Outcome) {
  queryClient.setQueryData(outcomeQuery(outcome.id).queryKey, outcome)
  void queryClient.invalidateQueries({ queryKey: ['outcomes', 'list'] })
  void queryClient.invalidateQueries({ queryKey: ['outcomes', outcome.id], predicate: ({ queryKey }) => queryKey.length > 2 })
  void queryClient.invalidateQueries({ queryKey: ['feedback'] })
  void queryClient.invalidateQueries({ queryKey: ['goals'] })
}

const UNDER_WAY = ['queued', 'sending'] as const

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['outcomes', id, 'deliveries'],
    queryFn: () => call(outcomeEndpoints.listDeliveries, { id, limit: 200 }),
    refetchInterval: ({ state }) => (UNDER_WAY.some((one) => (state.data?.counts[one] ?? 0) > 0) ? 2_000 : 15_000),
  })
