import { notificationEndpoints } from '@klankbord/shared/notifications'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { changeChoice, countMine, markRead, readChoice, readNotifications } from './read-notifications.ts'

/** What a colleague is told, and how. */
export function mountNotifications(app: Hono<Env>, deps: Deps) {
  serve(app, notificationEndpoints.listNotifications, (query, { scope }) => readNotifications(deps, scope, query))
  serve(app, notificationEndpoints.countNotifications, (_, { scope }) => countMine(deps, scope))
  serve(app, notificationEndpoints.readNotifications, (input, { scope }) => markRead(deps, scope, input))
  serve(app, notificationEndpoints.readNotificationChoice, (_, { scope }) => readChoice(deps, scope))
  serve(app, notificationEndpoints.changeNotificationChoice, (choice, { scope }) => changeChoice(deps, scope, choice))
}
