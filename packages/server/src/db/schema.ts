import type { Generated } from 'kysely'
import type { BulkActItemRow, BulkActPartRow, BulkActRow, NamedActRow, PresenceRow } from './act-rows.ts'
import type { AttachmentRow } from './attachment-row.ts'
import type { ConfirmationRow, CustomerRow, IdentityKeyRow, LinkMailRow } from './customer-rows.ts'
import type { DueCountRow, ItemCountRow, LoopSumRow, SavedViewRow } from './finding-rows.ts'
import type { CommentRow, GoalProposalRow, GoalReasonRow, GoalRow, InitiativeMemberRow, InitiativeRow } from './goal-rows.ts'
import type { IdempotencyKeyRow } from './idempotency-row.ts'
import type { MailLookRow, SigningKeyRow } from './mail-rows.ts'
import type { MeasureImportPartRow, MeasureImportRow, MeasureLandingRow, MeasurePointRow, MeasureRow } from './measure-rows.ts'
import type { DeliveryRow, OutcomeItemRow, OutcomeRow, OutcomeVersionRow } from './outcome-rows.ts'
import type {
  LetterChoiceRow,
  LetterRefusalRow,
  LetterRow,
  LetterRunRow,
  PulseGroupRow,
  PulseInvitationRow,
  PulseRefusalRow,
  PulseRoundRow,
  PulseRow,
  PulseTallyRow,
} from './people-rows.ts'
import type { CalendarRow, HolidaysRow, NotificationChoiceRow, NotificationRow, PromiseMoveRow } from './promise-rows.ts'
import type { HeldReplyRow, ReplyTemplateRow } from './reply-rows.ts'
import type { RoutingRuleRow, RoutingVersionRow } from './rule-rows.ts'
import type { ShareLinkRow } from './share-rows.ts'
import type { ItemTermRow, RoutingDecisionRow, RoutingModelPartRow, RoutingModelRow, RoutingSettingsRow, SuggestionRow } from './suggestion-rows.ts'

/*
 * The tables, as rows look in TypeScript. Three column types only (text, integer, double precision), so that both engines agree:
 * ids are UUIDv7 texts, times are ISO texts in UTC, JSON is text that the store parses.
 */

export interface Tenant {
  organisationId: string
}

export interface OrganisationRow {
  id: string
  name: string
  locale: string
  timeZone: string
  /** When its owner came; until then the set-up link works. */
  setUpAt: string | null
  /** Since when search engines may find the page with its outcomes. */
  foundAt: Generated<string | null>
  createdAt: string
  /** Set when an outcome goes out only once a second person has read it. */
  outcomeReviewAt: string | null
}

export interface MemberRow extends Tenant {
  id: string
  email: string
  name: string
  role: string
  passwordHash: string
  locale: string | null
  createdAt: string
  deactivatedAt: string | null
}

export interface SessionRow extends Tenant {
  /** SHA-256 of the cookie's token. */
  tokenHash: string
  memberId: string
  createdAt: string
  expiresAt: string
}

export interface InvitationRow extends Tenant {
  id: string
  /** Empty where only the link counts. */
  email: string
  /** Whom it is for, where somebody said so. */
  name: string | null
  role: string
  /** JSON: [{ teamId, role }]. */
  teams: string
  invitedBy: string
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
  withdrawnAt: string | null
}

export interface ApiKeyRow extends Tenant {
  id: string
  name: string
  role: string
  keyHash: string
  createdAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export interface TeamRow extends Tenant {
  id: string
  name: string
  level: string
  parentId: string | null
  createdAt: string
}

export interface TeamMemberRow extends Tenant {
  teamId: string
  memberId: string
  role: string
}

export interface SiteRow extends Tenant {
  id: string
  key: string
  name: string
  /** JSON: string[]. */
  origins: string
  /** JSON: Kind[]. */
  kinds: string
  rating: string | null
  /** JSON: Look. */
  look: string
  /** JSON: Question[]. */
  questions: Generated<string>
  /** JSON: SiteTexts. */
  texts: Generated<string>
  locale: string
  /** Set while there are keys to check the host site's tokens with. */
  identifiesAt: string | null
  firstSeenAt: string | null
  createdAt: string
}

export interface FeedbackItemRow extends Tenant {
  /** The order of arrival; the full-text index refers to it. */
  seq: Generated<number>
  id: string
  siteId: string
  customerId: string
  kind: string
  message: string
  status: string
  ratingScale: string | null
  ratingValue: number | null
  locale: string | null
  pageUrl: string | null
  /** JSON: Record<string, string>. */
  attributes: string
  /** JSON: StoredAnswer[]. */
  answers: Generated<string>
  goalId: string | null
  initiativeId: string | null
  plan: string | null
  outcomeId: string | null
  mergedIntoId: string | null
  submittedAt: string
  /** The promise: when the customer hears at the latest. */
  replyBy: string | null
  /** When the customer first heard something from the team. */
  repliedAt: string | null
  answeredAt: string | null
  /** JSON: RoutingDecision. */
  routing: string
  /** `high` where the rule that took it says so. */
  priority: string | null
  /** What the customer has not seen yet. */
  news: number
  helped: string | null
  /** JSON: ReactionReason[]. */
  reactionReasons: Generated<string | null>
  reactionText: string | null
  reactedAt: string | null
  /** When it was answered, where its customer had no address to be told at. */
  unaddressedAt: Generated<string | null>
  /** When its customer erased what they had said. */
  erasedAt: string | null
  /** Set while words in it ask for a person to look. */
  flaggedAt: string | null
  /** Set while the customer was asked something and has not answered. */
  askedAt: string | null
  /** The date of a promise that stands still since then; `replyBy` is null meanwhile. */
  pausedReplyBy: string | null
  /** Up to whom the promise was brought: 0 nobody, 1 its owner before the date, then after it 2 the owner, 3 the lead, 4 the owner above. */
  escalation: Generated<number>
  /** When a promise that had passed already got another date: it is missed, also when that one is kept. */
  missedAt: string | null
  /** When the admins were told that nobody routes it. */
  alarmedAt: string | null
  /** Goes up with every change that somebody who acts on it must know of. */
  version: Generated<number>
  /** How many others say the same; null while that is not known. */
  similarCount: number | null
  /** What its words are found by beside themselves; null until that is made. */
  stems: string | null
  /** The outcome that was mailed to its customer. */
  mailedOutcomeId: string | null
  /** JSON: MergedFrom, how it stood before it was merged; null unless it is. */
  mergedFrom: string | null
  /** The promise without those of the items that were merged into it; '' where it made none. Null unless one of theirs came first. */
  replyByAlone: string | null
  /** How a member came to write it down; null when the customer sent it. */
  channel: string | null
  /** When its customer asked to get no mail about it. */
  mutedAt: string | null
  /** When a compliment reached the team that has it, where that was later than it was said. */
  reachedAt: string | null
  /** When it was first opened again, however it stands now. */
  reopenedAt: Generated<string | null>
}

export interface MessageRow extends Tenant {
  id: string
  feedbackItemId: string
  /** `customer`, `team`, or `note` for what only members read. */
  kind: string
  memberId: string | null
  author: string | null
  text: string
  createdAt: string
}

export interface EventRow extends Tenant {
  id: string
  feedbackItemId: string | null
  /** The goal, initiative, team or measure that it happened to, where it was one. */
  aboutId: string | null
  type: string
  actorKind: string
  actorId: string | null
  actorName: string | null
  /** JSON. Ids and names, never the words of a customer. */
  detail: string
  createdAt: string
}

export interface TenantTables {
  members: MemberRow
  sessions: SessionRow
  invitations: InvitationRow
  apiKeys: ApiKeyRow
  teams: TeamRow
  teamMembers: TeamMemberRow
  sites: SiteRow
  identityKeys: IdentityKeyRow
  customers: CustomerRow
  confirmations: ConfirmationRow
  attachments: AttachmentRow
  linkMails: LinkMailRow
  goals: GoalRow
  goalProposals: GoalProposalRow
  goalReasons: GoalReasonRow
  comments: CommentRow
  initiatives: InitiativeRow
  initiativeMembers: InitiativeMemberRow
  measures: MeasureRow
  measurePoints: MeasurePointRow
  measureImports: MeasureImportRow
  measureImportParts: MeasureImportPartRow
  measureLandings: MeasureLandingRow
  /** Views: the values of measures that no import is about to replace, those that an import is still writing, and both. */
  ownPoints: MeasurePointRow
  landingPoints: MeasurePointRow
  shownPoints: MeasurePointRow
  routingRules: RoutingRuleRow
  routingVersions: RoutingVersionRow
  routingSettings: RoutingSettingsRow
  routingModels: RoutingModelRow
  routingModelParts: RoutingModelPartRow
  routingDecisions: RoutingDecisionRow
  suggestions: SuggestionRow
  itemTerms: ItemTermRow
  feedbackItems: FeedbackItemRow
  messages: MessageRow
  events: EventRow
  outcomes: OutcomeRow
  outcomeItems: OutcomeItemRow
  outcomeVersions: OutcomeVersionRow
  deliveries: DeliveryRow
  shareLinks: ShareLinkRow
  pulses: PulseRow
  pulseRounds: PulseRoundRow
  pulseGroups: PulseGroupRow
  pulseTallies: PulseTallyRow
  pulseInvitations: PulseInvitationRow
  pulseRefusals: PulseRefusalRow
  letterChoices: LetterChoiceRow
  letterRuns: LetterRunRow
  letters: LetterRow
  letterRefusals: LetterRefusalRow
  savedViews: SavedViewRow
  calendars: CalendarRow
  promiseMoves: PromiseMoveRow
  notifications: NotificationRow
  notificationChoices: NotificationChoiceRow
  itemCounts: ItemCountRow
  dueCounts: DueCountRow
  loopSums: LoopSumRow
  bulkActs: BulkActRow
  bulkActParts: BulkActPartRow
  bulkActItems: BulkActItemRow
  presences: PresenceRow
  replyTemplates: ReplyTemplateRow
  heldReplies: HeldReplyRow
  mailLooks: MailLookRow
  signingKeys: SigningKeyRow
  namedActs: NamedActRow
}

export interface Database extends TenantTables {
  organisations: OrganisationRow
  idempotencyKeys: IdempotencyKeyRow
  holidays: HolidaysRow
}
