import * as z from 'zod'
import { Attachment, MineAttachment } from './attachments.ts'
import { endpoint } from './endpoint.ts'
import { Email, Id, Locale, line, Time, text, WebAddress } from './fields.ts'
import { FeedbackQuery, InboxCounts } from './finding.ts'
import { GoalState } from './goals.ts'
import { HeldReply } from './held-replies.ts'
import { IdentityToken } from './identity.ts'
import { MineOutcome } from './mine-outcome.ts'
import { PageQuery, pageOf } from './page.ts'
import { MovedPromise, NewDate, PromiseState } from './promises.ts'
import { Answered, Answers } from './questions.ts'
import { Reaction, ReactionInput } from './reaction.ts'
import { RoutingDecision } from './routing.ts'
import { kinds, MESSAGE_MAX, PICTURES_MAX, statuses } from './widget.ts'

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
  type: z.enum(['received', 'routed', 'in_progress', 'message', 'asked', 'moved', 'answered', 'reaction', 'reopened', 'merged']),
  at: Time,
  /** The team's name where a team did it. */
  team: z.string().nullable(),
  /** The new date, where the promise got another. */
  to: Time.nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** One of the customer's own items in a list; `news` counts what they have not seen yet. */
export const MineItem = z.object({
  id: Id,
  kind: z.enum(kinds),
  message: z.string(),
  status: z.enum(statuses),
  submittedAt: Time,
  news: z.int(),
  /** Set while the team waits for the customer's answer: they were asked something, and the promise stands still until they say more. */
  askedAt: Time.nullable(),
})
export type MineItem = z.infer<typeof MineItem>

/** One of the customer's own items, whole: the thread. `moved` is the last new date that the promise got. */
export const MineThread = MineItem.extend({
  statusUrl: z.string(),
  /** Others said the same: status, promise, plan and outcome are those of what the team goes on with in place of it. */
  isMerged: z.boolean(),
  goal: GoalPromise.nullable(),
  moved: MovedPromise.nullable(),
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
export const Reach = z.enum(['reachable', 'no-address', 'unconfirmed', 'unsubscribed', 'bounced'])
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
  /** Where in `message` stands what `q` found: UTF-16 offsets, `to` not included, in order. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  /** How many others say the same; null while that is not known. */
  similar: z.int().nullable(),
  /** Goes up with every change; sent back with an act, it keeps that act from undoing what somebody else did meanwhile. */
  version: z.int(),
  /** Since when the customer is asked something and the promise is paused. */
  askedAt: Time.nullable(),
  /** The item that its team goes on with in its place. */
  mergedInto: Id.nullable(),
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

/** An item that was merged into the one that is read: its customer's words, apart from everybody else's. A member answers that customer under its own id. */
export const MergedItem = z.object({
  id: Id,
  kind: z.enum(kinds),
  message: z.string(),
  submittedAt: Time,
  mergedAt: Time.nullable(),
  customer: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  locale: z.string().nullable(),
  rating: Rating.nullable(),
  reach: Reach,
  reaction: Reaction.nullable(),
  attachments: z.array(Attachment),
  messages: z.array(FeedbackMessage),
})
export type MergedItem = z.infer<typeof MergedItem>

/** How somebody told what a member wrote down for them. */
export const channels = ['phone', 'desk', 'letter', 'other'] as const
export type Channel = (typeof channels)[number]

/** A feedback item, whole, for members. */
export const FeedbackItem = FeedbackListItem.extend({
  customerId: Id,
  promise: PromiseState,
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
  /** Replies that can still be taken back, or that could not go out. */
  held: z.array(HeldReply),
  timeline: z.array(FeedbackEvent),
  outcome: MineOutcome.extend({ id: Id }).nullable(),
  reaction: Reaction.nullable(),
  /** How a member came to write it down; null when the customer sent it. */
  channel: z.enum(channels).nullable(),
  /** What was merged into it, the newest first and at most 100; `mergedTotal` tells how many there are. */
  merged: z.array(MergedItem),
  mergedTotal: z.int(),
})
export type FeedbackItem = z.infer<typeof FeedbackItem>

/** The version on which somebody acts. When it is not the item's any more nothing is changed, and the refusal is `stale`. */
export const ItemVersion = z.coerce.number().int().min(1).optional()

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
  reactMine: endpoint('PUT', '/widget/v1/mine/feedback/:id/reaction', { access: 'customer' }, ReactionInput.extend({ id: Id }), Reaction),
  seeMine: endpoint('PUT', '/widget/v1/mine/feedback/:id/seen', { access: 'customer', status: 204 }, z.object({ id: Id }), z.void()),

  listFeedback: endpoint('GET', '/api/v1/feedback', { access: 'viewer' }, FeedbackQuery, pageOf(FeedbackListItem)),
  countInbox: endpoint('GET', '/api/v1/inbox', { access: 'viewer' }, z.object({}), InboxCounts),
  readFeedback: endpoint('GET', '/api/v1/feedback/:id', { access: 'viewer' }, z.object({ id: Id }), FeedbackItem),
  routeFeedback: endpoint(
    'PUT',
    '/api/v1/feedback/:id/goal',
    { access: 'member' },
    z.object({ id: Id, goalId: Id, version: ItemVersion }),
    FeedbackItem,
  ),
  /** Takes the item away from its goal: it waits to be routed, and the promised date stays. */
  returnFeedback: endpoint('DELETE', '/api/v1/feedback/:id/goal', { access: 'member' }, z.object({ id: Id, version: ItemVersion }), FeedbackItem),
  planFeedback: endpoint(
    'PUT',
    '/api/v1/feedback/:id/initiative',
    { access: 'member' },
    z.object({ id: Id, initiativeId: Id, plan: text(1, MESSAGE_MAX).optional(), version: ItemVersion }),
    FeedbackItem,
  ),
  replyFeedback: endpoint(
    'POST',
    '/api/v1/feedback/:id/messages',
    { access: 'member', status: 201 },
    z
      .object({
        id: Id,
        text: text(1, MESSAGE_MAX),
        internal: z.boolean().default(false),
        /** Asks the customer something: the promise stands still until they say more. */
        asks: z.boolean().default(false),
        /** Colleagues that a note names; they are told. */
        mentions: z.array(Id).max(20, 'Name at most 20 colleagues').default([]),
        version: ItemVersion,
      })
      .refine(({ internal, asks }) => !(internal && asks), { path: ['asks'], error: 'A note asks the customer nothing' })
      .refine(({ internal, mentions }) => internal || mentions.length === 0, { path: ['mentions'], error: 'Only a note names colleagues' }),
    FeedbackMessage,
  ),
  /** Tells the customer another date, a working day, and why. Once the old one has passed they hear that too, and `late: true` says that one knows. */
  movePromise: endpoint('PUT', '/api/v1/feedback/:id/promise', { access: 'member' }, NewDate, FeedbackItem),
  /** Out of sight and never answered; `DELETE` takes it back. */
  markSpam: endpoint('PUT', '/api/v1/feedback/:id/spam', { access: 'member' }, z.object({ id: Id, version: ItemVersion }), FeedbackItem),
  unmarkSpam: endpoint('DELETE', '/api/v1/feedback/:id/spam', { access: 'member' }, z.object({ id: Id, version: ItemVersion }), FeedbackItem),
}
