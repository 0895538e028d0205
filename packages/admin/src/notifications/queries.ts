import { notificationEndpoints } from '@klankbord/shared/notifications'
import { infiniteQueryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

/** How many are unread; looked at again every half minute, and when the window comes forward. */
export const unreadQuery = {
  queryKey: ['notifications', 'count'],
  queryFn: () => call(notificationEndpoints.countNotifications, {}),
  refetchInterval: 30_000,
}

export const notificationsQuery = (unreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', unreadOnly],
    queryFn: ({ pageParam, signal }) =>
      call(
        notificationEndpoints.listNotifications,
        { limit: 50, ...(unreadOnly && { unread: 'yes' as const }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const choiceQuery = { queryKey: ['notification-choice'], queryFn: () => call(notificationEndpoints.readNotificationChoice, {}) }

export const notificationsChanged = () => void queryClient.invalidateQueries({ queryKey: ['notifications'] })
