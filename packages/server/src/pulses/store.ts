import type { Pulse, PulseKind } from '@klankbord/shared/pulses'
import type { Db } from '../db/db.ts'
import type { PulseRoundRow, PulseRow } from '../db/people-rows.ts'
import type { Scope } from '../db/scope.ts'

const columns = ['id', 'kind', 'question', 'choices', 'teamId', 'measureId', 'everyWeeks', 'closesAfterDays', 'nextAt', 'createdAt'] as const

const pulses = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('pulses')
    .leftJoin('teams', 'teams.id', 'pulses.teamId')
    .leftJoin('pulseRounds', (join) => join.onRef('pulseRounds.pulseId', '=', 'pulses.id').on('pulseRounds.closedAt', 'is', null))
    .select(columns.map((column) => `pulses.${column}` as const))
    .select(['teams.name as team', 'pulseRounds.id as roundId', 'pulseRounds.openedAt', 'pulseRounds.closesAt', 'pulseRounds.invited'])
    .orderBy('pulses.createdAt')
    .orderBy('pulses.id')

type Found = Awaited<ReturnType<ReturnType<typeof pulses>['execute']>>[number]

const present = ({ roundId, openedAt, closesAt, invited, ...row }: Found): Pulse => ({
  ...row,
  kind: row.kind as PulseKind,
  question: row.question === null ? null : JSON.parse(row.question),
  choices: JSON.parse(row.choices),
  openRound: roundId && openedAt && closesAt ? { id: roundId, openedAt, closesAt, invited: invited ?? 0 } : null,
})

export async function listPulses(db: Db, scope: Scope): Promise<Pulse[]> {
  return (await pulses(db, scope).execute()).map(present)
}

export async function findPulse(db: Db, scope: Scope, id: string): Promise<Pulse | undefined> {
  const row = await pulses(db, scope).where('pulses.id', '=', id).executeTakeFirst()
  return row && present(row)
}

export const insertPulse = (db: Db, scope: Scope, pulse: Omit<PulseRow, 'organisationId'>) => db.within(scope).insertInto('pulses', pulse).execute()

export async function updatePulse(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Pick<PulseRow, 'nextAt' | 'everyWeeks' | 'closesAfterDays' | 'measureId'>>,
) {
  if (Object.values(change).some((value) => value !== undefined))
    await db.within(scope).updateTable('pulses').set(change).where('id', '=', id).execute()
}

/** Pulses of every organisation whose next round has to open. */
export const listDuePulses = ({ everywhere }: Db, now: string) =>
  everywhere
    .selectFrom('pulses')
    .select(['id', 'organisationId', 'nextAt'])
    .where('nextAt', 'is not', null)
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .limit(20)
    .execute()

/** False when somebody else has moved it on: then they open the round. */
export async function moveOn(db: Db, scope: Scope, id: string, from: string, to: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('pulses')
    .set({ nextAt: to })
    .where('id', '=', id)
    .where('nextAt', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const insertRound = (db: Db, scope: Scope, round: Omit<PulseRoundRow, 'organisationId'>) =>
  db.within(scope).insertInto('pulseRounds', round).execute()

/** Rounds of every organisation whose time is over. */
export const listOverRounds = ({ everywhere }: Db, now: string) =>
  everywhere
    .selectFrom('pulseRounds')
    .select(['id', 'organisationId', 'pulseId'])
    .where('closedAt', 'is', null)
    .where('closesAt', '<=', now)
    .orderBy('closesAt')
    .limit(20)
    .execute()

/** False when it does not exist, or was closed already. */
export async function setClosed(db: Db, scope: Scope, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('pulseRounds')
    .set({ closedAt: at })
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps the round from being closed while the transaction lasts. False when it was closed, or its time is over. */
export async function holdOpen(db: Db, scope: Scope, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('pulseRounds')
    .set((eb) => ({ invited: eb.ref('invited') }))
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .where('closesAt', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const MOST_ROUNDS = 26

export const listRounds = (db: Db, scope: Scope, pulseId: string, roundId?: string) => {
  const rounds = db
    .within(scope)
    .selectFrom('pulseRounds')
    .select(['id', 'pulseId', 'invited', 'openedAt', 'closesAt', 'closedAt'])
    .where('pulseId', '=', pulseId)
  return (roundId === undefined ? rounds : rounds.where('id', '=', roundId)).orderBy('openedAt', 'desc').limit(MOST_ROUNDS).execute()
}
