import type { MineItem, MineOutcome, MineThread, OutcomeMeasure, Rating, TimelineEntry } from '@klankbord/shared/feedback'
import type { GoalPublic } from '@klankbord/shared/goals'
import type { Page, PageQuery } from '@klankbord/shared/page'
import type { Helped, Kind, OutcomeKind, Status } from '@klankbord/shared/widget'
import { listAttachments } from '../../attachments/store.ts'
import { pageFrom, readCursor } from '../../db/pages.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { publicTitle } from '../../goals/public-title.ts'
import { movementsOf } from '../../measures/movement.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { readAnswers } from '../../sites/answers.ts'
import { listEvents, listMessages } from '../store.ts'
import { findThread, listMine, type ThreadRow } from './store.ts'

/** The steps of an item's history that its customer sees; whatever is not here stays among members. */
const VISIBLE: Record<string, TimelineEntry['type']> = {
  'feedback.received': 'received',
  'feedback.routed': 'routed',
  'feedback.planned': 'in_progress',
  'feedback.message': 'message',
  'feedback.asked': 'message',
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
export async function readThread(deps: Deps, scope: Scope, id: string): Promise<MineThread> {
  const { db, tokens, config } = deps
  const row = await findThread(db, scope, customerOf(scope), id)
  if (!row) throw notFound('feedback')
  const [messages, events] = [await listMessages(db, scope, id), await listEvents(db, scope, id)]
  const statusUrl = `${config.publicUrl}/f/${tokens.sign('status', id)}`
  return {
    id,
    kind: row.kind as Kind,
    message: row.message,
    // Spam is no one's business but the team's: to its sender the item stands where it stood.
    status: row.status === 'spam' ? 'received' : (row.status as Status),
    submittedAt: row.submittedAt,
    news: row.news,
    statusUrl,
    goal: promiseOf(row),
    plan: row.plan,
    attachments: (await listAttachments(db, scope, id)).map((one) => ({ ...one, url: `${statusUrl}/pictures/${one.id}` })),
    timeline: timelineOf(events),
    answers: readAnswers(row.answers),
    rating: ratingOf(row),
    messages: messages
      .filter(({ kind }) => kind !== 'note')
      .map(({ id, kind, author, text, createdAt }) => ({
        id,
        by: kind === 'team' ? ('team' as const) : ('customer' as const),
        author,
        text,
        at: createdAt,
      })),
    outcome: outcomeOf(row, await measureOf(deps, scope, row.outcomeId)),
    reaction: row.helped && row.reactedAt ? { helped: row.helped as Helped, text: row.reactionText, at: row.reactedAt } : null,
  }
}

function promiseOf({ goalTitle, goalPublic, goalState, team, replyBy }: ThreadRow): MineThread['goal'] {
  if (goalTitle === null || team === null) return null
  const goal = { title: goalTitle, public: JSON.parse(goalPublic ?? 'true') as GoalPublic, team, state: goalState ?? 'agreed' }
  return { title: publicTitle(goal), team, replyBy }
}

function timelineOf(events: Awaited<ReturnType<typeof listEvents>>): TimelineEntry[] {
  return events.flatMap(({ type, createdAt, detail }) => {
    const step = VISIBLE[type]
    const { team = null } = JSON.parse(detail) as { team?: string | null }
    return step ? [{ type: step, at: createdAt, team }] : []
  })
}

/** The rating as it was given. */
export const ratingOf = ({ ratingScale, ratingValue }: { ratingScale: string | null; ratingValue: number | null }): Rating | null =>
  ratingScale && ratingValue !== null ? ({ scale: ratingScale, value: ratingValue } as Rating) : null

/** The number that moved with an outcome. */
export const measureOf = async (deps: Pick<Deps, 'db' | 'clock'>, scope: Scope, outcomeId: string | null) =>
  outcomeId === null ? null : ((await movementsOf(deps, scope, [outcomeId])).get(outcomeId) ?? null)

type OutcomeColumns = Pick<ThreadRow, 'outcomeKind' | 'outcomeTitle' | 'did' | 'better' | 'next' | 'publishedAt' | 'translations' | 'team' | 'locale'>

/** The outcome in the customer's language where there is a translation, else as it was written. */
export function outcomeOf(row: OutcomeColumns, measure: OutcomeMeasure | null): MineOutcome | null {
  const { outcomeKind, outcomeTitle, did, better, next, publishedAt, translations, team, locale } = row
  if (outcomeKind === null || outcomeTitle === null || did === null || publishedAt === null) return null
  const inTheirs = (JSON.parse(translations ?? '{}') as Record<string, Partial<MineOutcome>>)[locale?.slice(0, 2) ?? '']
  return { kind: outcomeKind as OutcomeKind, title: outcomeTitle, did, better, next, team: team ?? '', publishedAt, ...inTheirs, measure }
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
