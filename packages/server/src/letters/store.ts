import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

export const listTeams = (db: Db, scope: Scope) => db.within(scope).selectFrom('teams').select(['id', 'name']).orderBy('name').orderBy('id').execute()

/** Teams whose letters of these weeks were queued, as `<team> <week>`. */
export async function listRuns(db: Db, scope: Scope, weeks: string[]): Promise<Set<string>> {
  const rows = await db.within(scope).selectFrom('letterRuns').select(['teamId', 'week']).where('week', 'in', weeks).execute()
  return new Set(rows.map(({ teamId, week }) => `${teamId} ${week}`))
}

/** Writes down that the letters of a team and week have been queued. */
export async function insertRun(db: Db, scope: Scope, teamId: string, week: string) {
  await db
    .within(scope)
    .insertInto('letterRuns', { teamId, week })
    .onConflict((conflict) => conflict.columns(['teamId', 'week']).doNothing())
    .execute()
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

/** Who gets the letter of a team, with the last that they got: so many, after one of them. */
export const listReceivers = (db: Db, scope: Scope, { teamId, after, limit }: { teamId: string; after: string; limit: number }) =>
  receivers(db, scope)
    .leftJoin('letters', 'letters.memberId', 'members.id')
    .where('teamMembers.teamId', '=', teamId)
    .where('members.id', '>', after)
    .select(['members.id', 'members.email', 'letters.queuedAt'])
    .orderBy('members.id')
    .limit(limit)
    .execute()

export type Receiver = Awaited<ReturnType<typeof listReceivers>>[number]

/** How many get the letter of each team. */
export async function countReceivers(db: Db, scope: Scope): Promise<Map<string, number>> {
  const rows = await receivers(db, scope)
    .groupBy('teamMembers.teamId')
    .select(({ fn, cast }) => ['teamMembers.teamId', cast<number>(fn.countAll(), 'integer').as('receivers')])
    .execute()
  return new Map(rows.map(({ teamId, receivers }) => [teamId, receivers]))
}

/** Remembers the last letter of members. Returns whose it is: who got one after `quietSince`, or this week's from another process, is not among them. */
export async function claimLetters(db: Db, scope: Scope, letters: { memberId: string; week: string; queuedAt: string }[], quietSince: string) {
  const rows = await db
    .within(scope)
    .insertInto('letters', letters)
    .onConflict((conflict) =>
      conflict
        .column('memberId')
        .doUpdateSet((eb) => ({ week: eb.ref('excluded.week'), queuedAt: eb.ref('excluded.queuedAt') }))
        .where('letters.queuedAt', '<=', quietSince)
        .whereRef('letters.week', '<', 'excluded.week'),
    )
    .returning('memberId')
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
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
