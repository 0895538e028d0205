import type { MineItem, MineOutcome, MineThread, TimelineEntry } from '@klankbord/shared/feedback'
import type { GoalPublic } from '@klankbord/shared/goals'
import type { Page, PageQuery } from '@klankbord/shared/page'
import type { Helped, Kind, OutcomeKind, Status } from '@klankbord/shared/widget'
import { pageFrom, readCursor } from '../../db/pages.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { publicTitle } from '../../goals/public-title.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { listEvents, listMessages } from '../store.ts'
import { findThread, listMine, type ThreadRow } from './store.ts'

/** The steps of an item's history that its customer sees; whatever is not here stays among members. */
const VISIBLE: Record<string, TimelineEntry['type']> = {
  'feedback.received': 'received',
  'feedback.routed': 'routed',
  'feedback.planned': 'in_progress',
  'feedback.message': 'message',
  'outcome.published': 'answered',
  'feedback.reaction': 'reaction',
  'feedback.reopened': 'reopened',
  'feedback.merged': 'merged',
}

export function customerOf({ who }: Scope): string {
  if (who.kind !== 'customer') throw new ProblemError('unauthenticated', 'This is for the customer who gave the feedback.')
  return who.id
}

/** Everything that a customer may see of their own item. Never a note, never another member's name than those who wrote to them. */
export async function readThread({ db, tokens, config }: Deps, scope: Scope, id: string): Promise<MineThread> {
  const row = await findThread(db, scope, customerOf(scope), id)
  if (!row) throw notFound('feedback')
  const [messages, events] = [await listMessages(db, scope, id), await listEvents(db, scope, id)]
  return {
    id,
    kind: row.kind as Kind,
    message: row.message,
    // Spam is no one's business but the team's: to its sender the item stands where it stood.
    status: row.status === 'spam' ? 'received' : (row.status as Status),
    submittedAt: row.submittedAt,
    news: row.news,
    statusUrl: `${config.publicUrl}/f/${tokens.sign('status', id)}`,
    goal: promiseOf(row),
    plan: row.plan,
    timeline: timelineOf(events),
    messages: messages
      .filter(({ kind }) => kind !== 'note')
      .map(({ id, kind, author, text, createdAt }) => ({
        id,
        by: kind === 'team' ? ('team' as const) : ('customer' as const),
        author,
        text,
        at: createdAt,
      })),
    outcome: outcomeOf(row),
    reaction: row.helped && row.reactedAt ? { helped: row.helped as Helped, text: row.reactionText, at: row.reactedAt } : null,
  }
}

function promiseOf({ goalTitle, goalPublic, team, replyBy }: ThreadRow): MineThread['goal'] {
  if (goalTitle === null || team === null) return null
  return { title: publicTitle({ title: goalTitle, public: JSON.parse(goalPublic ?? 'true') as GoalPublic, team }), team, replyBy }
}

function timelineOf(events: Awaited<ReturnType<typeof listEvents>>): TimelineEntry[] {
  return events.flatMap(({ type, createdAt, detail }) => {
    const step = VISIBLE[type]
    const { team = null } = JSON.parse(detail) as { team?: string | null }
    return step ? [{ type: step, at: createdAt, team }] : []
  })
}

/** The outcome in the customer's language where there is a translation, else as it was written. */
export function outcomeOf(row: Omit<ThreadRow, 'id'>): MineOutcome | null {
  const { outcomeKind, outcomeTitle, did, better, next, publishedAt, translations, team, locale } = row
  if (outcomeKind === null || outcomeTitle === null || did === null || publishedAt === null) return null
  const inTheirs = (JSON.parse(translations ?? '{}') as Record<string, Partial<MineOutcome>>)[locale?.slice(0, 2) ?? '']
  return { kind: outcomeKind as OutcomeKind, title: outcomeTitle, did, better, next, team: team ?? '', publishedAt, ...inTheirs }
}

export async function listMyFeedback({ db }: Deps, scope: Scope, { limit, cursor }: PageQuery): Promise<Page<MineItem>> {
  const rows = await listMine(db, scope, customerOf(scope), cursor === undefined ? null : readCursor(cursor, 2))
  return pageFrom(
    rows,
    limit,
    ({ submittedAt, id }) => [submittedAt, id],
    (row) => ({ ...row, kind: row.kind as Kind, status: row.status === 'spam' ? 'received' : (row.status as Status) }),
  )
}
