import * as z from 'zod'
import { DeliveryState } from './deliveries.ts'
import { endpoint } from './endpoint.ts'
import { Id, Locale, line, Time, text } from './fields.ts'
import { MineOutcome } from './mine-outcome.ts'
import { OutcomePicture, PicturesInput } from './outcome-pictures.ts'
import { PageQuery, pageOf } from './page.ts'
import { kinds, outcomeKinds } from './widget.ts'

/** The same outcome in another language. */
export const Translation = z.object({
  title: line(1, 200),
  did: text(1, 10_000),
  better: text(0, 10_000).nullish(),
  next: text(0, 10_000).nullish(),
})

export const OutcomeInput = z.object({
  goalId: Id,
  kind: z.enum(outcomeKinds),
  title: line(1, 200),
  /** What we did; for `not_doing`: why not. */
  did: text(1, 10_000),
  /** What is better now; for `not_doing`: who decided. */
  better: text(0, 10_000).nullish(),
  /** What will still improve; for `not_doing`: what would change it. */
  next: text(0, 10_000).nullish(),
  /** Says that nothing more will improve, in the place of `next`. One of the two must be said before publication. */
  nothingMore: z.boolean().default(false),
  feedbackIds: z.array(Id).max(10_000).default([]),
  locale: Locale.default('nl'),
  translations: z.record(Locale, Translation).optional(),
  /** In the order in which they are shown; ids of pictures that were sent within the last day, or that it has already. */
  pictures: PicturesInput.default([]),
  /** Whether everyone may read it, in the widget and on the page "what we did". */
  public: z.boolean().default(true),
})

export const outcomeStates = ['draft', 'review', 'scheduled', 'published', 'corrected', 'withdrawn'] as const
export type OutcomeState = (typeof outcomeStates)[number]

/** The answer to one or many items. A draft until `publishedAt` is set; `publishAt` is set while it waits for its time. */
export const Outcome = z.object({
  id: Id,
  goalId: Id,
  goal: z.string(),
  team: z.string(),
  kind: z.enum(outcomeKinds),
  title: z.string(),
  did: z.string(),
  better: z.string().nullable(),
  next: z.string().nullable(),
  nothingMore: z.boolean(),
  state: z.enum(outcomeStates),
  locale: Locale,
  translations: z.record(z.string(), Translation),
  pictures: z.array(OutcomePicture),
  public: z.boolean(),
  feedbackIds: z.array(Id),
  createdAt: Time,
  publishAt: Time.nullable(),
  publishedAt: Time.nullable(),
  /** Set while it waits for a second person to publish it. */
  reviewAskedAt: Time.nullable(),
  /** What the second person gave back with it. */
  reviewNote: z.string().nullable(),
  correctedAt: Time.nullable(),
  withdrawnAt: Time.nullable(),
  /** Why it was withdrawn, as customers read it. */
  withdrawnBecause: z.string().nullable(),
  /** True when the organisation wants a second person, and whoever asks is the one who wrote it last. */
  needsAnother: z.boolean(),
})
export type Outcome = z.infer<typeof Outcome>

export const Delivery = z.object({
  id: z.string(),
  kind: z.string(),
  receiver: z.string(),
  state: DeliveryState,
  attempts: z.int(),
  reason: z.string().nullable(),
  at: Time,
})
export type Delivery = z.infer<typeof Delivery>

export const DeliveryPage = pageOf(Delivery).extend({ counts: z.record(DeliveryState, z.int()) })

/** An outcome that everyone may read. */
export const PublicOutcome = MineOutcome.extend({ id: Id, goal: z.string(), kinds: z.array(z.enum(kinds)), answered: z.int() })
export type PublicOutcome = z.infer<typeof PublicOutcome>

export const outcomeEndpoints = {
  /** Newest first; with `q`, words of what somebody is writing, those that speak of the same first, on one page. */
  listPublicOutcomes: endpoint(
    'GET',
    '/widget/v1/sites/:siteKey/outcomes',
    { access: 'site' },
    PageQuery.extend({ siteKey: z.string().max(64), q: line(0, 200).optional() }),
    pageOf(PublicOutcome),
  ),
  listOutcomes: endpoint('GET', '/api/v1/outcomes', { access: 'viewer' }, PageQuery.extend({ goalId: Id.optional() }), pageOf(Outcome)),
  createOutcome: endpoint('POST', '/api/v1/outcomes', { access: 'member', status: 201 }, OutcomeInput, Outcome),
  readOutcome: endpoint('GET', '/api/v1/outcomes/:id', { access: 'viewer' }, z.object({ id: Id }), Outcome),
  /** Only a draft can be changed. */
  changeOutcome: endpoint(
    'PATCH',
    '/api/v1/outcomes/:id',
    { access: 'member' },
    OutcomeInput.extend({
      feedbackIds: z.array(Id).max(10_000),
      locale: Locale,
      public: z.boolean(),
      nothingMore: z.boolean(),
      pictures: PicturesInput,
    })
      .omit({ goalId: true })
      .partial()
      .extend({ id: Id }),
    Outcome,
  ),
  deleteOutcome: endpoint('DELETE', '/api/v1/outcomes/:id', { access: 'member', status: 204 }, z.object({ id: Id }), z.void()),
  /** The e-mail as its receivers will get it, in the language asked for. */
  previewOutcome: endpoint(
    'GET',
    '/api/v1/outcomes/:id/preview',
    { access: 'viewer' },
    z.object({ id: Id, locale: Locale.optional() }),
    z.object({ subject: z.string(), text: z.string(), html: z.string() }),
  ),
  /** Its HTML part as a page of its own, for an iframe. */
  previewOutcomeHtml: endpoint(
    'GET',
    '/api/v1/outcomes/:id/preview/html',
    { access: 'viewer', produces: 'html' },
    z.object({ id: Id, locale: Locale.optional() }),
    z.string(),
  ),
  /** Publishes now, or at `at`. Answers at once, however many customers there are to tell. */
  publishOutcome: endpoint('PUT', '/api/v1/outcomes/:id/publication', { access: 'member' }, z.object({ id: Id, at: Time.optional() }), Outcome),
  /** Makes a draft again of what waits for its time. */
  unscheduleOutcome: endpoint('DELETE', '/api/v1/outcomes/:id/publication', { access: 'member', status: 204 }, z.object({ id: Id }), z.void()),
  listDeliveries: endpoint(
    'GET',
    '/api/v1/outcomes/:id/deliveries',
    { access: 'viewer' },
    PageQuery.extend({ id: Id, state: DeliveryState.optional() }),
    DeliveryPage,
  ),
  /** Sends once more what stands at `unknown` or `failed`: a person's decision. */
  resendDelivery: endpoint(
    'POST',
    '/api/v1/deliveries/:deliveryId/resend',
    { access: 'member' },
    z.object({ deliveryId: z.string().regex(/^[\x21-\x7e]{1,200}$/, 'Not the id of a delivery') }),
    Delivery,
  ),
}
