import type { FeedbackEvent, FeedbackItem, FeedbackListItem, FeedbackMessage, FeedbackQuery, InboxCounts, Reach } from '@klankbord/shared/feedback'
import type { Page } from '@klankbord/shared/page'
import type { RoutingDecision } from '@klankbord/shared/routing'
import type { Helped, Kind, Status } from '@klankbord/shared/widget'
import { listAttachments } from '../../attachments/store.ts'
import { pageFrom, readCursor } from '../../db/pages.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound } from '../../problem-error.ts'
import { readAnswers } from '../../sites/answers.ts'
import { listProposedGoals } from '../goals/store.ts'
import { listEvents, listMessages } from '../store.ts'
import { measureOf, outcomeOf, ratingOf } from '../thread/read-thread.ts'
import { countViews, findNamedItem, listNamedItems, type NamedItem, OPEN, rankOf } from './store.ts'

/** How far ahead "due soon" looks. */
const SOON_MS = 2 * 24 * 60 * 60 * 1000

const times = (now: Date) => ({ now: now.toISOString(), soon: new Date(now.getTime() + SOON_MS).toISOString() })

export async function listFeedback({ db, clock }: Deps, scope: Scope, query: FeedbackQuery): Promise<Page<FeedbackListItem>> {
  const { now, soon } = times(clock())
  const after = query.cursor === undefined ? null : readCursor(query.cursor, query.sort === 'due' ? 3 : 2)
  const rows = await listNamedItems(db, scope, { ...query, now, soon, after })
  return pageFrom(
    rows,
    query.limit,
    (row) => (query.sort === 'due' ? [rankOf(row), row.replyBy ?? '', row.id] : [row.submittedAt, row.id]),
    (row) => listItem(row, now),
  )
}

export const countInbox = ({ db, clock }: Deps, scope: Scope): Promise<InboxCounts> => countViews(db, scope, times(clock()))

/** An item, whole, for members: the customer's words, why it is here, and all that happened. */
export async function readFeedback({ db, clock }: Deps, scope: Scope, id: string): Promise<FeedbackItem> {
  const row = await findNamedItem(db, scope, id)
  if (!row) throw notFound('feedback')
  const [messages, events] = [await listMessages(db, scope, id), await listEvents(db, scope, id)]
  const outcome = outcomeOf({ ...row, locale: null }, await measureOf({ db, clock }, scope, row.outcomeId))
  return {
    ...listItem(row, clock().toISOString()),
    pageUrl: row.pageUrl,
    attributes: JSON.parse(row.attributes) as Record<string, string>,
    attachments: await listAttachments(db, scope, id),
    answers: readAnswers(row.answers),
    externalId: row.externalId,
    erasedAt: row.erasedAt,
    reach: reachOf(row),
    routing: JSON.parse(row.routing) as RoutingDecision,
    initiative: row.initiativeId && row.initiativeTitle !== null ? { id: row.initiativeId, title: row.initiativeTitle } : null,
    plan: row.plan,
    proposedGoals: await listProposedGoals(db, scope, id),
    messages: messages.filter(({ kind }) => kind !== 'note').map(presentMessage),
    notes: messages.filter(({ kind }) => kind === 'note').map(presentMessage),
    timeline: events.map(presentEvent),
    outcome: outcome && row.outcomeId ? { ...outcome, id: row.outcomeId } : null,
    reaction: row.helped && row.reactedAt ? { helped: row.helped as Helped, text: row.reactionText, at: row.reactedAt } : null,
  }
}

function listItem(row: NamedItem, now: string): FeedbackListItem {
  const { id, message, submittedAt, locale, replyBy, repliedAt } = row
  const status = row.status as Status
  return {
    id,
    kind: row.kind as Kind,
    message,
    status,
    submittedAt,
    site: { id: row.siteId, name: row.siteName },
    customer: { name: row.customerName, email: row.customerEmail },
    locale,
    rating: ratingOf(row),
    goal:
      row.goalId && row.goalTitle !== null && row.teamId && row.team !== null
        ? { id: row.goalId, title: row.goalTitle, teamId: row.teamId, team: row.team }
        : null,
    replyBy,
    repliedAt,
    overdue: replyBy !== null && replyBy < now && repliedAt === null && OPEN.includes(status),
    priority: row.priority === 'high' ? 'high' : null,
    flagged: row.flaggedAt !== null,
  }
}

export function reachOf({
  customerEmail,
  emailConfirmedAt,
  unsubscribedAt,
}: Pick<NamedItem, 'customerEmail' | 'emailConfirmedAt' | 'unsubscribedAt'>): Reach {
  if (customerEmail === null) return 'no-address'
  if (unsubscribedAt !== null) return 'unsubscribed'
  return emailConfirmedAt === null ? 'unconfirmed' : 'reachable'
}

function presentMessage({ id, kind, author, text, createdAt }: Awaited<ReturnType<typeof listMessages>>[number]): FeedbackMessage {
  return { id, by: kind === 'customer' ? 'customer' : 'team', author, text, at: createdAt }
}

function presentEvent({ type, createdAt, actorKind, actorName, detail }: Awaited<ReturnType<typeof listEvents>>[number]): FeedbackEvent {
  const kind = actorKind === 'member' || actorKind === 'api-key' || actorKind === 'system' ? actorKind : 'customer'
  return { type, at: createdAt, actor: { kind, name: actorName }, detail: JSON.parse(detail) as Record<string, unknown> }
}
