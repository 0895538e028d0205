import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Locale, line, Time, text } from './fields.ts'
import { OutcomePicture, PicturesInput } from './outcome-pictures.ts'
import { Outcome, OutcomeInput, Translation } from './outcomes.ts'
import { outcomeKinds } from './widget.ts'

/** How an outcome read at one step of its life, newest first. */
export const OutcomeVersion = z.object({
  version: z.int(),
  step: z.enum(['review', 'published', 'corrected', 'withdrawn']),
  because: z.string().nullable(),
  by: z.string().nullable(),
  at: Time,
  words: z.object({
    kind: z.enum(outcomeKinds),
    title: z.string(),
    did: z.string(),
    better: z.string().nullable(),
    next: z.string().nullable(),
    nothingMore: z.boolean(),
    locale: Locale,
    translations: z.record(z.string(), Translation),
    /** Those that it had then; versions from before there were any say nothing of them. */
    pictures: z.array(OutcomePicture).optional(),
  }),
})
export type OutcomeVersion = z.infer<typeof OutcomeVersion>

export const OutcomeSettings = z.object({
  /** Whether a second person reads an outcome before it goes out: whoever wrote it last can't publish it. */
  review: z.boolean(),
})

const Correction = OutcomeInput.pick({ title: true, did: true, better: true, next: true, translations: true })
  .extend({ nothingMore: z.boolean(), pictures: PicturesInput })
  .partial()
  .extend({
    id: Id,
    /** What was wrong, for colleagues: it stays with the version. */
    because: text(1, 2_000),
    /** Whether everyone who got the e-mail gets it again, as a correction. */
    mail: z.boolean().default(false),
  })

export const outcomeLifeEndpoints = {
  /** Asks a second person to read and publish it. */
  askReview: endpoint('PUT', '/api/v1/outcomes/:id/review', { access: 'member' }, z.object({ id: Id }), Outcome),
  /** Gives it back to who wrote it, with what must change. */
  returnOutcome: endpoint('PUT', '/api/v1/outcomes/:id/return', { access: 'member' }, z.object({ id: Id, note: text(1, 2_000) }), Outcome),
  /** Changes the words of what was published. Customers read the new ones at once, with the date of the correction; it is mailed only when asked. */
  correctOutcome: endpoint('PUT', '/api/v1/outcomes/:id/correction', { access: 'member' }, Correction, Outcome),
  /** Takes back what was published. Its customers read that, and why, and their items wait for another answer. */
  withdrawOutcome: endpoint('PUT', '/api/v1/outcomes/:id/withdrawal', { access: 'member' }, z.object({ id: Id, because: text(1, 2_000) }), Outcome),
  listOutcomeVersions: endpoint(
    'GET',
    '/api/v1/outcomes/:id/versions',
    { access: 'viewer' },
    z.object({ id: Id }),
    z.object({ items: z.array(OutcomeVersion), next: z.null() }),
  ),
  readOutcomeSettings: endpoint('GET', '/api/v1/outcome-settings', { access: 'viewer' }, z.object({}), OutcomeSettings),
  changeOutcomeSettings: endpoint('PUT', '/api/v1/outcome-settings', { access: 'admin' }, OutcomeSettings, OutcomeSettings),
  /** Writes the answer to one item and publishes it, in one step. Without a title it has its first words. */
  answerFeedback: endpoint(
    'POST',
    '/api/v1/feedback/:id/answer',
    { access: 'member', status: 201 },
    OutcomeInput.omit({ feedbackIds: true, goalId: true, title: true }).extend({
      id: Id,
      kind: z.enum(outcomeKinds).default('answer'),
      title: line(1, 200).optional(),
      /** Where the item has none, or the answer belongs to another. */
      goalId: Id.optional(),
      public: z.boolean().default(false),
      /** Of the item as it was read: of two who answer at once the second is refused with `stale`. */
      version: z.int().optional(),
    }),
    Outcome,
  ),
}
