import type { Status } from '@klankbord/shared/widget'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { findTop } from '../merging/store.ts'
import { listEvents } from '../store.ts'
import { findStanding, type ThreadRow } from './store.ts'

/** Steps that the team takes with an item; each is told to everybody whose item was merged into it. */
const TEAMS = ['feedback.routed', 'feedback.planned', 'outcome.published', 'outcome.withdrawn']

/**
 * The item of a customer as they see it. What was merged into another has that one's status, promise and plan, and the steps of its team since; words, name, pictures
 * and conversation stay those of each customer, and so do the outcome that they were told and what they thought of it.
 */
export async function carriedBy(db: Db, scope: Scope, own: ThreadRow) {
  if (own.status !== 'merged') return { row: own, steps: [] }
  const topId = await findTop(db, scope, own.id)
  const top = await findStanding(db, scope, topId)
  if (!top) return { row: own, steps: [] }
  const events = await listEvents(db, scope, own.id)
  const mergedAt = events.findLast(({ type }) => type === 'feedback.merged')?.createdAt ?? ''
  const told = new Set(events.filter(({ type }) => type.startsWith('outcome.')).map(({ createdAt }) => createdAt))
  const steps = (await listEvents(db, scope, topId)).filter(
    ({ type, createdAt }) => TEAMS.includes(type) && createdAt >= mergedAt && !(type.startsWith('outcome.') && told.has(createdAt)),
  )
  const { goalTitle, goalPublic, goalState, team, replyBy, plan } = top
  return { row: { ...own, goalTitle, goalPublic, goalState, team, replyBy, plan, status: standingOf(top) }, steps }
}

/** Items of a customer, each with the status of the one that it was merged into. */
export async function followMerged<Row extends { id: string; status: string }>(db: Db, scope: Scope, rows: Row[]): Promise<Row[]> {
  const followed: Row[] = []
  for (const row of rows) {
    const top = row.status === 'merged' ? await findStanding(db, scope, await findTop(db, scope, row.id)) : undefined
    followed.push(top ? { ...row, status: standingOf(top) } : row)
  }
  return followed
}

/** That another customer opened it again is theirs: to everybody else the team is at it. */
function standingOf({ status, initiativeId }: Pick<ThreadRow, 'status' | 'initiativeId'>): Status {
  if (status !== 'reopened') return status as Status
  return initiativeId === null ? 'routed' : 'in_progress'
}
