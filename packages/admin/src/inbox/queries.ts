import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { suggestionEndpoints } from '@klankbord/shared/suggestions'
import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'
import { queryOfView, type ViewName } from './views.ts'

export const countsQuery = queryOptions({
  queryKey: ['feedback', 'counts'],
  queryFn: () => call(feedbackEndpoints.countInbox, {}),
  refetchInterval: 30_000,
})

export interface ListFilter {
  view: ViewName
  q: string
  goal: string
}

export const listQuery = ({ view, q, goal }: ListFilter) =>
  infiniteQueryOptions({
    queryKey: ['feedback', 'list', view, q, goal],
    queryFn: ({ pageParam, signal }) =>
      call(
        feedbackEndpoints.listFeedback,
        { ...queryOfView(view), q: q || undefined, ...(goal ? { goalId: goal } : {}), cursor: pageParam || undefined, limit: 50 },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: 30_000,
  })

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['feedback', 'item', id],
    queryFn: ({ signal }) => call(feedbackEndpoints.readFeedback, { id }, { signal }),
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
  if (item) queryClient.setQueryData(itemQuery(item.id).queryKey, item)
  void queryClient.invalidateQueries({ queryKey: ['feedback'] })
  void queryClient.invalidateQueries({ queryKey: ['goals'] })
}
