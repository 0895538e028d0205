import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { MineOutcome, Reach } from './feedback.ts'
import { Id, Locale, line, Time, text } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'
import { kinds, outcomeKinds } from './widget.ts'

/** The same outcome in another language. */
const Translation = z.object({ title: line(1, 200), did: text(1, 10_000), better: text(0, 10_000).optional(), next: text(0, 10_000).optional() })

const OutcomeInput = z.object({
  goalId: Id,
  kind: z.enum(outcomeKinds),
  title: line(1, 200),
  /** What we did; for `not_doing`: why not. */
  did: text(1, 10_000),
  better: text(0, 10_000).optional(),
  next: text(0, 10_000).optional(),
  feedbackIds: z.array(Id).max(10_000).default([]),
  locale: Locale.default('nl'),
  translations: z.record(Locale, Translation).optional(),
  /** Whether everyone may read it, in the widget and on the page "what we did". */
  public: z.boolean().default(true),
})

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
  locale: Locale,
  translations: z.record(z.string(), Translation),
  public: z.boolean(),
  feedbackIds: z.array(Id),
  createdAt: Time,
  publishAt: Time.nullable(),
  publishedAt: Time.nullable(),
})
export type Outcome = z.infer<typeof Outcome>

/** Who hears of an outcome by e-mail, and who only in the widget and on the status page, with the reason. */
export const Receivers = z.object({
  told: z.array(z.object({ feedbackId: Id, name: z.string().nullable(), email: z.string(), locale: z.string() })),
  notTold: z.array(z.object({ feedbackId: Id, name: z.string().nullable(), reason: Reach.exclude(['reachable']) })),
})
export type Receivers = z.infer<typeof Receivers>

/** Where one e-mail stands. `unknown`: the connection broke when it may already have been taken; only a person sends it again. */
export const DeliveryState = z.enum(['queued', 'sending', 'sent', 'failed', 'bounced', 'unknown'])
export type DeliveryState = z.infer<typeof DeliveryState>

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
    OutcomeInput.extend({ feedbackIds: z.array(Id).max(10_000), locale: Locale, public: z.boolean() })
      .omit({ goalId: true })
      .partial()
      .extend({ id: Id }),
    Outcome,
  ),
  deleteOutcome: endpoint('DELETE', '/api/v1/outcomes/:id', { access: 'member', status: 204 }, z.object({ id: Id }), z.void()),
  listReceivers: endpoint('GET', '/api/v1/outcomes/:id/receivers', { access: 'viewer' }, z.object({ id: Id }), Receivers),
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
