import * as z from 'zod'
import { Attachment, MineAttachment } from './attachments.ts'
import { endpoint } from './endpoint.ts'
import { Email, Id, Locale, line, Time, text, WebAddress } from './fields.ts'
import { GoalState } from './goals.ts'
import { IdentityToken } from './identity.ts'
import { PageQuery, pageOf } from './page.ts'
import { Answered, Answers } from './questions.ts'
import { RoutingDecision } from './routing.ts'
import { helpedAnswers, kinds, MESSAGE_MAX, outcomeKinds, PICTURES_MAX, statuses } from './widget.ts'

/** How it felt: CSAT 1 to 5, NPS 0 to 10, CES 1 to 7; whole numbers. */
export const Rating = z.discriminatedUnion('scale', [
  z.object({ scale: z.literal('csat'), value: z.int().min(1).max(5) }),
  z.object({ scale: z.literal('nps'), value: z.int().min(0).max(10) }),
  z.object({ scale: z.literal('ces'), value: z.int().min(1).max(7) }),
])
export type Rating = z.infer<typeof Rating>

/** At most 20 short pairs that the host site sends along. */
export const Attributes = z
  .record(
    z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/, 'Name an attribute with at most 64 letters, digits, dots, dashes'),
    z.union([line(0, 200), z.number().finite(), z.boolean()]).transform(String),
  )
  .refine((pairs) => Object.keys(pairs).length <= 20, { error: 'Send at most 20 attributes' })

/** Ids of pictures that were sent to the same site within the last day, and that no other item has. */
const ClaimedIds = z
  .array(Id)
  .max(PICTURES_MAX, `Send at most ${PICTURES_MAX} pictures`)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Name each picture once' })

/** What a customer sends. */
export const Submission = z
  .object({
    kind: z.enum(kinds),
    message: text(1, MESSAGE_MAX),
    rating: Rating.optional(),
    email: Email.optional(),
    /** Must be true when `email` is given: the customer wants to be told. */
    emailConsent: z.boolean().optional(),
    name: line(1, 100).optional(),
    locale: Locale.optional(),
    pageUrl: WebAddress.optional(),
    attributes: Attributes.optional(),
    attachments: ClaimedIds.optional(),
    answers: Answers.optional(),
    /** The host site's word for who the customer is; what they say is then theirs on every device. */
    identity: IdentityToken.optional(),
  })
  .refine((body) => body.email === undefined || body.emailConsent === true, {
    path: ['emailConsent'],
    error: 'An address is taken only with the consent to be mailed: send emailConsent: true, or leave the address out',
  })
export type Submission = z.infer<typeof Submission>

/** The promise as the customer sees it: who works on it, for what, and by when they hear. */
export const GoalPromise = z.object({ title: z.string(), team: z.string(), replyBy: Time.nullable() })
export type GoalPromise = z.infer<typeof GoalPromise>

/**
 * The answer to a submission. `customerToken` comes with a customer's first item only; `statusUrl` is the private link to keep.
 * `mail` says what happens with the address: a confirmation is on its way, it is confirmed already, or there is none.
 */
export const Receipt = z.object({
  id: Id,
  customerToken: z.string().optional(),
  statusUrl: z.string(),
  status: z.enum(statuses),
  goal: GoalPromise.nullable(),
  mail: z.enum(['none', 'confirm', 'confirmed']),
})
export type Receipt = z.infer<typeof Receipt>

/** One line of the conversation as the customer sees it. */
export const MineMessage = z.object({ id: Id, by: z.enum(['customer', 'team']), author: z.string().nullable(), text: z.string(), at: Time })
export type MineMessage = z.infer<typeof MineMessage>

/** One step of an item's history that its customer may see. */
export const TimelineEntry = z.object({
  type: z.enum(['received', 'routed', 'in_progress', 'message', 'answered', 'reaction', 'reopened', 'merged']),
  at: Time,
  /** The team's name where a team did it. */
  team: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** A number that moved: what it was when the outcome was published, or to begin with, and what it is since. `direction` is which way is better. */
export const OutcomeMeasure = z.object({
  name: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  before: z.number(),
  after: z.number(),
})
export type OutcomeMeasure = z.infer<typeof OutcomeMeasure>

/** What was done, what is better now, what will still improve, as a customer reads it. */
export const MineOutcome = z.object({
  kind: z.enum(outcomeKinds),
  title: z.string(),
  did: z.string(),
  better: z.string().nullable(),
  next: z.string().nullable(),
  team: z.string(),
  publishedAt: Time,
  measure: OutcomeMeasure.nullable(),
})
export type MineOutcome = z.infer<typeof MineOutcome>

export const Reaction = z.object({ helped: z.enum(helpedAnswers), text: z.string().nullable(), at: Time })
export type Reaction = z.infer<typeof Reaction>

/** One of the customer's own items in a list; `news` counts what they have not seen yet. */
export const MineItem = z.object({
  id: Id,
  kind: z.enum(kinds),
  message: z.string(),
  status: z.enum(statuses),
  submittedAt: Time,
  news: z.int(),
})
export type MineItem = z.infer<typeof MineItem>

/** One of the customer's own items, whole: the thread. */
export const MineThread = MineItem.extend({
  statusUrl: z.string(),
  goal: GoalPromise.nullable(),
  plan: z.string().nullable(),
  attachments: z.array(MineAttachment),
  timeline: z.array(TimelineEntry),
  answers: z.array(Answered),
  rating: Rating.nullable(),
  messages: z.array(MineMessage),
  outcome: MineOutcome.nullable(),
  reaction: Reaction.nullable(),
})
export type MineThread = z.infer<typeof MineThread>

const GoalOfItem = z.object({ id: Id, title: z.string(), teamId: Id, team: z.string() })

/** Whether a customer can be told by e-mail, and if not, why. */
export const Reach = z.enum(['reachable', 'no-address', 'unconfirmed', 'unsubscribed'])
export type Reach = z.infer<typeof Reach>

/** A feedback item in a member's list. */
export const FeedbackListItem = z.object({
  id: Id,
  kind: z.enum(kinds),
  message: z.string(),
  status: z.enum(statuses),
  submittedAt: Time,
  site: z.object({ id: Id, name: z.string() }),
  customer: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  locale: z.string().nullable(),
  rating: Rating.nullable(),
  goal: GoalOfItem.nullable(),
  replyBy: Time.nullable(),
  /** When the customer first heard from the team; the promise is kept then. */
  repliedAt: Time.nullable(),
  /** True when the promise has passed and the customer has heard nothing. */
  overdue: z.boolean(),
  /** Set by the rule that took it. */
  priority: z.literal('high').nullable(),
  /** True while words in it ask for a person to look, and nobody has yet. */
  flagged: z.boolean(),
})
export type FeedbackListItem = z.infer<typeof FeedbackListItem>

export const FeedbackMessage = z.object({ id: Id, by: z.enum(['customer', 'team']), author: z.string().nullable(), text: z.string(), at: Time })
export type FeedbackMessage = z.infer<typeof FeedbackMessage>

/** One event of an item's history, for members. `detail` holds ids and names, never the words of a customer. */
export const FeedbackEvent = z.object({
  type: z.string(),
  at: Time,
  actor: z.object({ kind: z.enum(['customer', 'member', 'api-key', 'system']), name: z.string().nullable() }),
  detail: z.record(z.string(), z.unknown()),
})
export type FeedbackEvent = z.infer<typeof FeedbackEvent>

/** A feedback item, whole, for members. */
export const FeedbackItem = FeedbackListItem.extend({
  pageUrl: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  attachments: z.array(Attachment),
  answers: z.array(Answered),
  /** As the host site names the customer. */
  externalId: z.string().nullable(),
  /** When the customer erased what they had said. */
  erasedAt: Time.nullable(),
  reach: Reach,
  routing: RoutingDecision,
  initiative: z.object({ id: Id, title: z.string() }).nullable(),
  plan: z.string().nullable(),
  /** The goals that it was a reason to propose; `reason` says why one was refused. Never shown to customers. */
  proposedGoals: z.array(z.object({ goalId: Id, title: z.string(), state: GoalState, reason: z.string().nullable() })),
  messages: z.array(FeedbackMessage),
  notes: z.array(FeedbackMessage),
  timeline: z.array(FeedbackEvent),
  outcome: MineOutcome.extend({ id: Id }).nullable(),
  reaction: Reaction.nullable(),
})
export type FeedbackItem = z.infer<typeof FeedbackItem>

/** One status, or several with commas. */
const StatusFilter = z
  .string()
  .max(200)
  .refine((value) => value === '' || value.split(',').every((one) => (statuses as readonly string[]).includes(one)), {
    error: `Use ${statuses.join(', ')}, several with commas`,
  })

export const FeedbackQuery = PageQuery.extend({
  status: StatusFilter.optional(),
  /** `none` for items that no goal owns. */
  goalId: Id.optional(),
  initiativeId: Id.optional(),
  /** `mine` for the goals of all teams that the asking member belongs to. */
  teamId: Id.optional(),
  kind: z.enum(kinds).optional(),
  q: line(0, 200).optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  /** Only what a person must look at, and nobody has yet. */
  flagged: z.literal('yes').optional(),
  sort: z.enum(['new', 'due']).default('new'),
})
export type FeedbackQuery = z.infer<typeof FeedbackQuery>

/** How many items wait in each view of the inbox. */
export const InboxCounts = z.object({
  toRoute: z.int(),
  mine: z.int(),
  dueSoon: z.int(),
  overdue: z.int(),
  waiting: z.int(),
  reopened: z.int(),
  flagged: z.int(),
})
export type InboxCounts = z.infer<typeof InboxCounts>

export const feedbackEndpoints = {
  submitFeedback: endpoint(
    'POST',
    '/widget/v1/sites/:siteKey/feedback',
    { access: 'site', status: 201, idempotent: true },
    Submission.safeExtend({ siteKey: z.string().max(64) }),
    Receipt,
  ),
  listMine: endpoint('GET', '/widget/v1/mine/feedback', { access: 'customer', etag: true }, PageQuery, pageOf(MineItem)),
  readMine: endpoint('GET', '/widget/v1/mine/feedback/:id', { access: 'customer' }, z.object({ id: Id }), MineThread),
  addMine: endpoint(
    'POST',
    '/widget/v1/mine/feedback/:id/messages',
    { access: 'customer', status: 201, idempotent: true },
    z.object({ id: Id, text: text(1, MESSAGE_MAX) }),
    MineMessage,
  ),
  reactMine: endpoint(
    'PUT',
    '/widget/v1/mine/feedback/:id/reaction',
    { access: 'customer' },
    z.object({ id: Id, helped: z.enum(helpedAnswers), text: text(0, MESSAGE_MAX).optional() }),
    Reaction,
  ),
  seeMine: endpoint('PUT', '/widget/v1/mine/feedback/:id/seen', { access: 'customer', status: 204 }, z.object({ id: Id }), z.void()),

  listFeedback: endpoint('GET', '/api/v1/feedback', { access: 'viewer' }, FeedbackQuery, pageOf(FeedbackListItem)),
  countInbox: endpoint('GET', '/api/v1/inbox', { access: 'viewer' }, z.object({}), InboxCounts),
  readFeedback: endpoint('GET', '/api/v1/feedback/:id', { access: 'viewer' }, z.object({ id: Id }), FeedbackItem),
  routeFeedback: endpoint('PUT', '/api/v1/feedback/:id/goal', { access: 'member' }, z.object({ id: Id, goalId: Id }), FeedbackItem),
  planFeedback: endpoint(
    'PUT',
    '/api/v1/feedback/:id/initiative',
    { access: 'member' },
    z.object({ id: Id, initiativeId: Id, plan: text(1, MESSAGE_MAX).optional() }),
    FeedbackItem,
  ),
  replyFeedback: endpoint(
    'POST',
    '/api/v1/feedback/:id/messages',
    { access: 'member', status: 201 },
    z.object({ id: Id, text: text(1, MESSAGE_MAX), internal: z.boolean().default(false) }),
    FeedbackMessage,
  ),
  /** Out of sight and never answered; `DELETE` takes it back. */
  markSpam: endpoint('PUT', '/api/v1/feedback/:id/spam', { access: 'member' }, z.object({ id: Id }), FeedbackItem),
  unmarkSpam: endpoint('DELETE', '/api/v1/feedback/:id/spam', { access: 'member' }, z.object({ id: Id }), FeedbackItem),
}
