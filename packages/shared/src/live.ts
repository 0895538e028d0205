import * as z from 'zod'
import { BulkAct } from './bulk-acts.ts'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'

const Person = z.object({ id: Id, name: z.string() })

/** What is told to who listens, by the name of the event. An event is a reason to read again, never the thing itself. */
export const liveEvents = {
  /** These items came or changed, through this member; null for customers, integrations and the server. `more` when there are more than are named. */
  feedback: z.object({ ids: z.array(Id), by: Person.nullable(), more: z.boolean() }),
  /** The numbers beside the views may have changed. */
  counts: z.object({}),
  /** Who looks at an item now, everybody of them. Nobody is an empty list. */
  presence: z.object({ id: Id, people: z.array(Person) }),
  /** How far an act on many items is. */
  act: BulkAct,
  /** The notifications of who listens changed. */
  notifications: z.object({}),
  /** The session is over or its member may not read any more; the stream ends. */
  'signed-out': z.object({}),
}
export type LiveEvents = { [Name in keyof typeof liveEvents]: z.infer<(typeof liveEvents)[Name]> }
export type LiveName = keyof LiveEvents

/** How often who looks at an item says so, and after how long they are taken to have gone. */
export const PRESENCE_EVERY_SECONDS = 20
export const PRESENCE_GONE_SECONDS = 45

export const liveEndpoints = {
  /** Stays open. After a break the browser asks again by itself, with `Last-Event-ID`, and is told what it missed. */
  listenLive: endpoint(
    'GET',
    '/api/v1/live',
    { access: 'viewer', produces: 'events' },
    z.object({
      /** Ends by itself after so many seconds, for scripts and tests; without it the stream stays. */
      seconds: z.coerce.number().int().min(0).max(3600).optional(),
    }),
    z.object(liveEvents).partial(),
  ),
  lookAtFeedback: endpoint('PUT', '/api/v1/feedback/:id/presence', { access: 'viewer', status: 204 }, z.object({ id: Id }), z.void()),
  /** Says at once that one has gone. */
  leaveFeedback: endpoint('DELETE', '/api/v1/feedback/:id/presence', { access: 'viewer', status: 204 }, z.object({ id: Id }), z.void()),
}
