import type { GoalProposal, GoalSide } from '@klankbord/shared/goals'
import type { Insertable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { GoalProposalRow } from '../db/goal-rows.ts'
import type { Scope } from '../db/scope.ts'

export type StoredProposal = GoalProposal & { proposerId: string | null }

const proposals = (db: Db, scope: Scope) => db.within(scope).selectFrom('goalProposals').selectAll()

const present = (
  { organisationId, proposer, proposedBy, decider, changes, side, ...row }: GoalProposalRow,
  feedbackIds: string[],
): StoredProposal => ({
  ...row,
  changes: JSON.parse(changes) as GoalProposal['changes'],
  side: side as GoalSide | null,
  proposedBy: proposer,
  proposerId: proposedBy,
  feedbackIds,
  decidedBy: decider,
})

/** The proposal of a goal that waits for somebody's agreement. */
export async function findOpenProposal(db: Db, scope: Scope, goalId: string): Promise<StoredProposal | undefined> {
  const row = await proposals(db, scope)
    .where('goalId', '=', goalId)
    .where('acceptedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .executeTakeFirst()
  return row && present(row, await reasonsOf(db, scope, row))
}

export async function findProposal(db: Db, scope: Scope, goalId: string, id: string): Promise<StoredProposal | undefined> {
  const row = await proposals(db, scope).where('goalId', '=', goalId).where('id', '=', id).executeTakeFirst()
  return row && present(row, await reasonsOf(db, scope, row))
}

/** The newest proposal of the goal as a whole; undefined where it was agreed from the start. */
export async function findFoundingProposal(db: Db, scope: Scope, goalId: string): Promise<StoredProposal | undefined> {
  const row = await proposals(db, scope)
    .where('goalId', '=', goalId)
    .where('changes', '=', '{}')
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && present(row, [])
}

async function reasonsOf(db: Db, scope: Scope, { goalId, changes }: GoalProposalRow): Promise<string[]> {
  if (changes !== '{}') return []
  const rows = await db
    .within(scope)
    .selectFrom('goalReasons')
    .select('feedbackItemId')
    .where('goalId', '=', goalId)
    .orderBy('feedbackItemId')
    .execute()
  return rows.map(({ feedbackItemId }) => feedbackItemId)
}

export async function insertProposal(db: Db, scope: Scope, proposal: Omit<Insertable<GoalProposalRow>, 'organisationId'>) {
  await db.within(scope).insertInto('goalProposals', proposal).execute()
}

export async function updateProposal(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Pick<GoalProposalRow, 'side' | 'acceptedAt' | 'refusedAt' | 'decider' | 'reason'>>,
) {
  await db.within(scope).updateTable('goalProposals').set(change).where('id', '=', id).execute()
}

/** Keeps which feedback is the reason of a proposed goal. */
export async function insertReasons(db: Db, scope: Scope, goalId: string, feedbackIds: string[]) {
  const rows = feedbackIds.map((feedbackItemId) => ({ goalId, feedbackItemId }))
  if (rows.length > 0) await db.within(scope).insertInto('goalReasons', rows).execute()
}
