import { bulkActEndpoints } from '@klankbord/shared/bulk-acts'
import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import type { FeedbackFilter } from '@klankbord/shared/finding'
import { suggestionEndpoints } from '@klankbord/shared/suggestions'
import { queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'
import { readAgain, showChanged } from './items.ts'

export const countsQuery = queryOptions({
  queryKey: ['feedback', 'counts'],
  queryFn: () => call(feedbackEndpoints.countInbox, {}),
})

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['feedback', 'item', id],
    queryFn: ({ signal }) => call(feedbackEndpoints.readFeedback, { id }, { signal }),
  })

/** How many a filter finds, counted when somebody asks: it is asked anew each time, and does not move while they decide. */
export const foundCountQuery = (filter: FeedbackFilter) =>
  queryOptions({
    queryKey: ['found-count', filter],
    queryFn: ({ signal }) => call(bulkActEndpoints.countFound, filter, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** A suggestion comes within seconds of the item; for one that is older, none comes any more. */
const SOON = 120_000

export const suggestionQuery = ({ id, submittedAt }: Pick<FeedbackItem, 'id' | 'submittedAt'>) =>
  queryOptions({
    queryKey: ['feedback', 'suggestion', id],
    queryFn: ({ signal }) => call(suggestionEndpoints.readSuggestion, { id }, { signal }),
    refetchInterval: ({ state }) => (state.data === null && Date.now() - Date.parse(submittedAt) < SOON ? 2_000 : false),
  })

export const similarQuery = (id: string) =>
  queryOptions({
    queryKey: ['feedback', 'similar', id],
    queryFn: ({ signal }) => call(suggestionEndpoints.listSimilar, { id }, { signal }),
  })

/** After an act: shows what the server answered at once, and asks again for what follows from it. */
export function feedbackChanged(item?: FeedbackItem) {
  if (item) {
    queryClient.setQueryData(itemQuery(item.id).queryKey, item)
    showChanged(item)
  }
  void readAgain(item ? [item.id] : [])
  void queryClient.invalidateQueries({ queryKey: ['feedback'], predicate: ({ queryKey }) => queryKey[1] !== 'list' })
  void queryClient.invalidateQueries({ queryKey: ['goals'] })
}
