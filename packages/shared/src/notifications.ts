import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'
import { kinds } from './widget.ts'

/**
 * Why a colleague is told something: a promise is due soon or has passed, items wait to be routed, somebody named them in a note, an item came to a goal of
 * theirs, its customer wrote again, or it was opened again.
 */
export const notificationKinds = ['due-soon', 'overdue', 'to-route', 'mention', 'assigned', 'message', 'reopened'] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** As what somebody hears that a promise is due or has passed: they own the goal, lead its team, or own the goal above it. */
export const promiseSteps = ['owner', 'lead', 'above'] as const
export type PromiseStep = (typeof promiseSteps)[number]

export const Notification = z.object({
  id: Id,
  kind: z.enum(notificationKinds),
  at: Time,
  readAt: Time.nullable(),
  /** The item that it is about; null where it is about several. */
  feedbackId: Id.nullable(),
  /** What the item is, as it stands now; null where there is none, or its customer erased it. */
  item: z.object({ kind: z.enum(kinds), words: z.string(), goal: z.string().nullable(), replyBy: Time.nullable() }).nullable(),
  /** How many items it is about. */
  count: z.int(),
  /** Who did it, where a colleague did. */
  by: z.string().nullable(),
  step: z.enum(promiseSteps).nullable(),
})
export type Notification = z.infer<typeof Notification>

/** How a member hears of notifications by mail: each by itself, all of a day in one letter, or not. */
export const notificationMails = ['single', 'daily', 'none'] as const

export const NotificationChoice = z.object({
  mail: z.enum(notificationMails),
  /** When the letter of a day comes, on the clock of the organisation. */
  hour: z.int().min(0).max(23).default(8),
})
export type NotificationChoice = z.infer<typeof NotificationChoice>

const Unread = z.object({ unread: z.int() })

export const notificationEndpoints = {
  /** Of the member who asks, newest first; an API key has none. */
  listNotifications: endpoint(
    'GET',
    '/api/v1/notifications',
    { access: 'viewer' },
    PageQuery.extend({ unread: z.literal('yes').optional() }),
    pageOf(Notification),
  ),
  countNotifications: endpoint('GET', '/api/v1/notifications/count', { access: 'viewer' }, z.object({}), Unread),
  readNotifications: endpoint(
    'PUT',
    '/api/v1/notifications/read',
    { access: 'viewer' },
    z
      .object({ ids: z.array(Id).max(200).optional(), all: z.literal(true).optional() })
      .refine(({ ids, all }) => (ids === undefined) !== (all === undefined), {
        error: 'Name ids, or say all: true',
      }),
    Unread,
  ),
  readNotificationChoice: endpoint('GET', '/api/v1/me/notifications', { access: 'viewer' }, z.object({}), NotificationChoice),
  changeNotificationChoice: endpoint('PUT', '/api/v1/me/notifications', { access: 'viewer' }, NotificationChoice, NotificationChoice),
}
