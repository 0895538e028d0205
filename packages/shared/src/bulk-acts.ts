import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time, text } from './fields.ts'
import { FeedbackFilter } from './finding.ts'
import { PageQuery, pageOf } from './page.ts'
import { MESSAGE_MAX } from './widget.ts'

/** Most items that can be named one by one; what a filter finds may be more. */
export const BULK_IDS_MAX = 5000

/** What is done to each item. */
export const Act = z.discriminatedUnion('type', [
  z.object({ type: z.literal('route'), goalId: Id }),
  z.object({ type: z.literal('plan'), initiativeId: Id, plan: text(1, MESSAGE_MAX).optional() }),
  z.object({ type: z.literal('spam') }),
  z.object({ type: z.literal('unspam') }),
  z.object({ type: z.literal('merge'), into: Id }),
])
export type Act = z.infer<typeof Act>

/** So many items are counted one by one; of more than this only the kept tallies tell how many there are. */
export const COUNT_MOST = 10_000

/** How many items a filter finds of those that had come in before `at`. With `isMore` there are more than `count`, and nobody counted on. */
export const FoundCount = z.object({ count: z.int(), isMore: z.boolean(), at: Time })
export type FoundCount = z.infer<typeof FoundCount>

/**
 * Items by name, or all that a filter finds at the moment of asking. `before` leaves out what came in later, as `FoundCount.at` tells it, and `count` is how many the person
 * saw: where it is another number now, nothing begins (`stale`).
 */
export const ActOn = z.union([
  z.strictObject({ ids: z.array(Id).min(1, 'Choose at least one item').max(BULK_IDS_MAX, `Name at most ${BULK_IDS_MAX} items, or send a filter`) }),
  z.strictObject({ filter: FeedbackFilter, before: Time.optional(), count: z.int().min(0).optional() }),
])
export type ActOn = z.infer<typeof ActOn>

/**
 * Why an item was passed over: it stands there already; it was answered, merged or marked as spam; it is no spam; its goal is not the initiative's; others were merged into it;
 * it is the item that the others go to; its customer erased it; somebody else changed it meanwhile (when undone: afterwards).
 */
export const skipReasons = ['same', 'answered', 'merged', 'spam', 'not-spam', 'other-goal', 'has-merged', 'itself', 'erased', 'changed'] as const
export type SkipReason = (typeof skipReasons)[number]

/** One act on many items, which goes on in the background. `done` and `skipped` add up to `total` when it has ended. */
export const BulkAct = z.object({
  id: Id,
  act: Act,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Why it failed, in words for a person. */
  failure: z.string().nullable(),
  total: z.int(),
  done: z.int(),
  skipped: z.int(),
  /** How many were passed over for each reason. */
  reasons: z.partialRecord(z.enum(skipReasons), z.int()),
  startedAt: Time,
  finishedAt: Time.nullable(),
  by: z.object({ id: Id, name: z.string() }),
  /** Until `undoUntil` what was done can be undone; `undone` items are back as they stood, `undoSkipped` were changed since. */
  undo: z.enum(['open', 'running', 'done', 'closed']),
  undoUntil: Time.nullable(),
  undone: z.int(),
  undoSkipped: z.int(),
})
export type BulkAct = z.infer<typeof BulkAct>

export const SkippedItem = z.object({ id: Id, reason: z.enum(skipReasons) })
export type SkippedItem = z.infer<typeof SkippedItem>

export const bulkActEndpoints = {
  countFound: endpoint('GET', '/api/v1/feedback/count', { access: 'viewer' }, FeedbackFilter, FoundCount),
  startBulkAct: endpoint('POST', '/api/v1/feedback/acts', { access: 'member', status: 201 }, z.object({ what: ActOn, act: Act }), BulkAct),
  /** Those that run, and those that can still be undone, newest first. */
  listBulkActs: endpoint('GET', '/api/v1/feedback/acts', { access: 'viewer' }, PageQuery, pageOf(BulkAct)),
  readBulkAct: endpoint('GET', '/api/v1/feedback/acts/:id', { access: 'viewer' }, z.object({ id: Id }), BulkAct),
  listSkipped: endpoint('GET', '/api/v1/feedback/acts/:id/skipped', { access: 'viewer' }, PageQuery.extend({ id: Id }), pageOf(SkippedItem)),
  /** What was done stays done, until it is undone; nothing more is. */
  cancelBulkAct: endpoint('DELETE', '/api/v1/feedback/acts/:id', { access: 'member' }, z.object({ id: Id }), BulkAct),
  undoBulkAct: endpoint('POST', '/api/v1/feedback/acts/:id/undo', { access: 'member' }, z.object({ id: Id }), BulkAct),
}
