import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

export const listTeams = (db: Db, scope: Scope) => db.within(scope).selectFrom('teams').select(['id', 'name']).orderBy('name').orderBy('id').execute()

/** Teams whose letters of these weeks were queued, as `<team> <week>`. */
export async function listRuns(db: Db, scope: Scope, weeks: string[]): Promise<Set<string>> {
  const rows = await db.within(scope).selectFrom('letterRuns').select(['teamId', 'week']).where('week', 'in', weeks).execute()
  return new Set(rows.map(({ teamId, week }) => `${teamId} ${week}`))
}

/** False when another process was first: it queues them. */
export async function claimRun(db: Db, scope: Scope, teamId: string, week: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .within(scope)
    .insertInto('letterRuns', { teamId, week })
    .onConflict((conflict) => conflict.columns(['teamId', 'week']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Weeks before this one are over, and are claimed by nobody any more. */
export const removeOldRuns = (db: Db, scope: Scope, before: string) => db.within(scope).deleteFrom('letterRuns').where('week', '<', before).execute()

const receivers = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('teamMembers')
    .innerJoin('members', 'members.id', 'teamMembers.memberId')
    .where('members.deactivatedAt', 'is', null)
    .where('members.id', 'not in', (eb) => eb.selectFrom('letterRefusals').select('memberId'))

/** Who gets the letter of a team, with the last that they got. */
export const listReceivers = (db: Db, scope: Scope, teamId: string) =>
  receivers(db, scope)
    .leftJoin('letters', 'letters.memberId', 'members.id')
    .where('teamMembers.teamId', '=', teamId)
    .select(['members.id', 'members.email', 'letters.queuedAt'])
    .orderBy('members.id')
    .execute()

/** How many get the letter of each team. */
export async function countReceivers(db: Db, scope: Scope): Promise<Map<string, number>> {
  const rows = await receivers(db, scope)
    .groupBy('teamMembers.teamId')
    .select(({ fn, cast }) => ['teamMembers.teamId', cast<number>(fn.countAll(), 'integer').as('receivers')])
    .execute()
  return new Map(rows.map(({ teamId, receivers }) => [teamId, receivers]))
}

/** Remembers the last letter of a member. False when they got one after `quietSince`: then this one is not sent. */
export async function claimLetter(db: Db, scope: Scope, letter: { memberId: string; week: string; queuedAt: string }, quietSince: string) {
  const { numInsertedOrUpdatedRows } = await db
    .within(scope)
    .insertInto('letters', letter)
    .onConflict((conflict) =>
      conflict
        .column('memberId')
        .doUpdateSet({ week: letter.week, queuedAt: letter.queuedAt })
        .where('letters.queuedAt', '<=', quietSince)
        .where('letters.week', '<', letter.week),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const findRefusal = (db: Db, scope: Scope, memberId: string) =>
  db.within(scope).selectFrom('letterRefusals').select('memberId').where('memberId', '=', memberId).executeTakeFirst()

/** Writes down that a member wants no letters, or (`at` null) that they do again. */
export async function setRefusal(db: Db, scope: Scope, memberId: string, at: string | null) {
  if (at === null) await db.within(scope).deleteFrom('letterRefusals').where('memberId', '=', memberId).execute()
  else
    await db
      .within(scope)
      .insertInto('letterRefusals', { memberId, refusedAt: at })
      .onConflict((conflict) => conflict.column('memberId').doNothing())
      .execute()
}
