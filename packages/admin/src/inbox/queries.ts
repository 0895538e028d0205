import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
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

/** After an act: shows what the server answered at once, and asks again for what follows from it. */
export function feedbackChanged(item?: FeedbackItem) {
  if (item) queryClient.setQueryData(itemQuery(item.id).queryKey, item)
  void queryClient.invalidateQueries({ queryKey: ['feedback'] })
  void queryClient.invalidateQueries({ queryKey: ['goals'] })
}
