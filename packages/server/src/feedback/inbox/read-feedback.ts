import type { Channel, FeedbackEvent, FeedbackItem, FeedbackListItem, FeedbackMessage } from '@klankbord/shared/feedback'
import type { FeedbackQuery } from '@klankbord/shared/finding'
import type { Page } from '@klankbord/shared/page'
import type { RoutingDecision } from '@klankbord/shared/routing'
import type { Kind, Status } from '@klankbord/shared/widget'
import { listAttachments } from '../../attachments/store.ts'
import type { TextQuery } from '../../db/feedback-search.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound } from '../../problem-error.ts'
import { readAnswers } from '../../sites/answers.ts'
import { listProposedGoals } from '../goals/store.ts'
import { listHeld, presentHeld } from '../held/store.ts'
import { readMerged } from '../merging/read-merged.ts'
import { findTop } from '../merging/store.ts'
import { promiseState } from '../promise/promise-state.ts'
import { listMoves } from '../promise/store.ts'
import { reactionOf } from '../reaction-of.ts'
import { listEvents, listMessages } from '../store.ts'
import { askedAtOf } from '../thread/asked-at.ts'
import { measureOf, outcomeOf, ratingOf } from '../thread/read-thread.ts'
import { findFeedback } from './find-feedback.ts'
import { marksIn } from './marks.ts'
import { readPlace, writePlace } from './order.ts'
import { reachOf } from './reach.ts'
import { resolveFilter } from './resolve-filter.ts'
import { findNamedItem, listNamedItems, type NamedItem, OPEN } from './store.ts'

export async function listFeedback({ db, clock }: Deps, scope: Scope, query: FeedbackQuery): Promise<Page<FeedbackListItem>> {
  const { sort, limit, cursor, ...filter } = query
  const now = clock()
  const after = cursor === undefined ? null : readPlace(cursor, sort)
  const sought = await resolveFilter(db, scope, filter, now)
  if (!sought) return { items: [], next: null }
  const { ids, next } = await findFeedback(db, scope, { sought, sort, after, limit })
  const rows = await listNamedItems(db, scope, ids)
  return { items: rows.map((row) => listItem(row, now.toISOString(), sought.text)), next: next && writePlace(next) }
}

/** An item, whole, for members: the customer's words, why it is here, and all that happened. */
export async function readFeedback({ db, clock }: Deps, scope: Scope, id: string): Promise<FeedbackItem> {
  const row = await findNamedItem(db, scope, id)
  if (!row) throw notFound('feedback')
  const [messages, events] = [await listMessages(db, scope, id), await listEvents(db, scope, id)]
  const measure = await measureOf({ db, clock }, scope, row.outcomeId)
  const outcome = await outcomeOf({ db, clock }, scope, { ...row, locale: null }, measure, (picture) => `/api/v1/outcome-pictures/${picture}`)
  return {
    ...listItem(row, clock().toISOString(), null),
    promise: promiseState(row, await listMoves(db, scope, id), events),
    pageUrl: row.pageUrl,
    customerId: row.customerId,
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
    held: (await listHeld(db, scope, id)).map(presentHeld),
    timeline: events.map(presentEvent),
    outcome: outcome && row.outcomeId ? { ...outcome, id: row.outcomeId } : null,
    reaction: reactionOf(row),
    channel: row.channel as Channel | null,
    ...(await readMerged(db, scope, id)),
    ...(row.status === 'merged' && { mergedInto: await findTop(db, scope, id) }),
  }
}

function listItem(row: NamedItem, now: string, text: TextQuery | null): FeedbackListItem {
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
    marks: marksIn(message, text),
    similar: row.similarCount,
    version: row.version,
    askedAt: askedAtOf(row),
    mergedInto: row.mergedIntoId,
  }
}

function presentMessage({ id, kind, author, text, createdAt }: Awaited<ReturnType<typeof listMessages>>[number]): FeedbackMessage {
  return { id, by: kind === 'customer' ? 'customer' : 'team', author, text, at: createdAt }
}

function presentEvent({ type, createdAt, actorKind, actorName, detail }: Awaited<ReturnType<typeof listEvents>>[number]): FeedbackEvent {
  const kind = actorKind === 'member' || actorKind === 'api-key' || actorKind === 'system' ? actorKind : 'customer'
  return { type, at: createdAt, actor: { kind, name: actorName }, detail: JSON.parse(detail) as Record<string, unknown> }
}
