import * as z from 'zod'
import { Day, Id, Time, text } from './fields.ts'
import { promiseSteps } from './notifications.ts'

/** A promise that got another date, and why, as its customer was told. */
export const MovedPromise = z.object({ from: Time, to: Time, reason: z.string(), at: Time })
export type MovedPromise = z.infer<typeof MovedPromise>

/** What happened to a promise: since when it stands still, the dates it had, and whom it was brought to, as what. */
export const PromiseState = z.object({
  pausedAt: Time.nullable(),
  moved: z.array(MovedPromise),
  steps: z.array(z.object({ to: z.string(), step: z.enum(['due-soon', ...promiseSteps, 'to-route']), at: Time })),
})
export type PromiseState = z.infer<typeof PromiseState>

/** Another date for a promise: a working day, at whose end the customer hears at the latest. */
export const NewDate = z.object({
  id: Id,
  replyBy: Day,
  /** Told to the customer, in these words. */
  reason: text(1, 1000),
  /** That one knows that the old date has passed, and that the customer is told so. */
  late: z.boolean().default(false),
  version: z.int().optional(),
})

export const PromiseTally = z.object({ kept: z.int(), missed: z.int() })
export type PromiseTally = z.infer<typeof PromiseTally>
