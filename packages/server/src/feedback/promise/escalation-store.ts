import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'

/** In the words of the partial index on them: neither engine uses it otherwise. */
const waits = sql<boolean>`reply_by is not null and replied_at is null and escalation < 4 and status in ('received', 'routed', 'in_progress', 'reopened')`
const unrouted = sql<boolean>`goal_id is null and alarmed_at is null and status in ('received', 'reopened')`

/** So many at a time; the next turn takes those that are left. */
const MOST = 200

/** Organisations that somebody works in. */
export const listOrganisations = ({ everywhere }: Db) =>
  everywhere.selectFrom('organisations').select('id').where('setUpAt', 'is not', null).execute()

export interface Due {
  /** How far the promise was brought already: from this or, where there are two, one of these. */
  from: number[]
  /** How far it is brought now. */
  to: number
  /** Promises until this moment. */
  until: string
  /** Promises after this moment only. */
  after: string
  /** Those that were made before this moment, or are due until `soonest`. */
  madeBefore: string
  soonest: string
}

/** Takes promises a step further. Several processes may ask at once: each promise is brought by one. */
export async function claimDue(db: Db, scope: Scope, { from, to, until, after, madeBefore, soonest }: Due) {
  const due = db
    .within(scope)
    .selectFrom('feedbackItems')
    .select('id')
    .where(waits)
    .where('escalation', 'in', from)
    .where('replyBy', '<=', until)
    .where('replyBy', '>', after)
    .where((eb) => eb.or([eb('submittedAt', '<', madeBefore), eb('replyBy', '<=', soonest)]))
    .where('erasedAt', 'is', null)
    .orderBy('replyBy')
    .limit(MOST)
  return (
    db
      .within(scope)
      .updateTable('feedbackItems')
      .set({ escalation: to })
      .where('id', 'in', due)
      // Again on purpose: PostgreSQL looks once more at these after waiting for another process.
      .where('escalation', 'in', from)
      .where('repliedAt', 'is', null)
      .where('replyBy', '<=', until)
      .returning(['id', 'goalId', 'replyBy'])
      .execute()
  )
}

/** Items that stand unrouted since a moment and of which nobody was told yet. */
export async function claimUnrouted(db: Db, scope: Scope, since: string, at: string): Promise<string[]> {
  const waiting = db
    .within(scope)
    .selectFrom('feedbackItems')
    .select('id')
    .where(unrouted)
    .where('erasedAt', 'is', null)
    .where('submittedAt', '<=', since)
    .where((eb) => eb.or([eb('status', '=', 'received'), eb('reactedAt', '<=', since)]))
    .orderBy('submittedAt')
    .limit(MOST)
  const rows = await db
    .within(scope)
    .updateTable('feedbackItems')
    .set({ alarmedAt: at })
    .where('id', 'in', waiting)
    .where('alarmedAt', 'is', null)
    .where('goalId', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
