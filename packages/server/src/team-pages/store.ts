import type { InitiativeState } from '@klankbord/shared/initiatives'
import type { Kind } from '@klankbord/shared/widget'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { Scope } from '../db/scope.ts'

/** The goals that a team has agreed on as a whole; what one colleague works on is not for a shared screen. */
export const listTeamGoals = (db: Db, scope: Scope, teamId: string) =>
  db
    .within(scope)
    .selectFrom('goals')
    .select(['id', 'title', 'why', 'target'])
    .where('teamId', '=', teamId)
    .where('memberId', 'is', null)
    .where('state', '=', 'agreed')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

/** How the goals are being reached: what runs, is planned or was proposed, newest first. */
export async function listRunning(db: Db, scope: Scope, goalIds: string[]) {
  const rows = await db
    .within(scope)
    .selectFrom('initiatives')
    .select(['id', 'goalId', 'title', 'state', 'proposedBy'])
    .where('goalId', 'in', idsIn(db.engine, goalIds))
    .where('state', 'in', ['proposed', 'planned', 'started'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, state: state as Extract<InitiativeState, 'proposed' | 'planned' | 'started'> }))
}

const waiting = (db: Db, scope: Scope, goalIds: string[]) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .where('feedbackItems.goalId', 'in', idsIn(db.engine, goalIds))
    .where('feedbackItems.status', 'in', ['received', 'routed', 'in_progress', 'reopened'])
    .where('feedbackItems.erasedAt', 'is', null)
    // Nobody waits for an answer to a compliment, and those of this week stand above.
    .where('feedbackItems.kind', '!=', 'compliment')

export async function countVoices(db: Db, scope: Scope, goalIds: string[]): Promise<number> {
  const { items } = await waiting(db, scope, goalIds)
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('items'))
    .executeTakeFirstOrThrow()
  return items
}

/** What still waits for an outcome, newest first, with the names that its customers are known by, to be taken out of the words. */
export async function listVoices(db: Db, scope: Scope, goalIds: string[], limit: number) {
  const rows = await waiting(db, scope, goalIds)
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .select(['feedbackItems.kind', 'feedbackItems.message', 'feedbackItems.submittedAt', 'customers.name', 'customers.email'])
    .orderBy('feedbackItems.submittedAt', 'desc')
    .orderBy('feedbackItems.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as Kind, team: null }))
}
