import type { Db } from '../db/db.ts'
import type { PulseGroupRow, PulseInvitationRow, PulseTallyRow } from '../db/people-rows.ts'
import type { Scope } from '../db/scope.ts'

/** Rows in one insert: an engine takes a limited number of values in one statement. */
const CHUNK = 1_000

function* chunksOf<Row>(rows: Row[]) {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK)
}

export async function insertGroups(db: Db, scope: Scope, groups: Omit<PulseGroupRow, 'organisationId'>[]) {
  for (const rows of chunksOf(groups)) await db.within(scope).insertInto('pulseGroups', rows).execute()
}

/** Every answer that can be given stands there from the start, at none: which row came first says nothing. */
export async function insertTallies(db: Db, scope: Scope, tallies: Omit<PulseTallyRow, 'organisationId'>[]) {
  for (const rows of chunksOf(tallies)) await db.within(scope).insertInto('pulseTallies', rows).execute()
}

/** In the order of their random ids, so that the order in which they are kept says nothing of whose they are. */
export async function insertInvitations(db: Db, scope: Scope, invitations: Omit<PulseInvitationRow, 'organisationId'>[]) {
  const shuffled = invitations.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const rows of chunksOf(shuffled)) await db.within(scope).insertInto('pulseInvitations', rows).execute()
}

/** An invitation that was not used, with what is asked; of any organisation, since its link is all that tells which. */
export const findInvitation = ({ everywhere }: Db, id: string) =>
  everywhere
    .selectFrom('pulseInvitations')
    .innerJoin('pulseRounds', 'pulseRounds.id', 'pulseInvitations.roundId')
    .innerJoin('pulses', 'pulses.id', 'pulseRounds.pulseId')
    .innerJoin('organisations', 'organisations.id', 'pulseInvitations.organisationId')
    .select(['pulseInvitations.id', 'pulseInvitations.organisationId', 'pulseInvitations.roundId', 'pulseInvitations.groupId'])
    .select(['pulseRounds.pulseId', 'pulseRounds.closesAt', 'pulses.kind', 'pulses.question', 'pulses.choices'])
    .select(['organisations.name as organisation', 'organisations.locale', 'organisations.timeZone'])
    .where('pulseInvitations.id', '=', id)
    .where('pulseRounds.closedAt', 'is', null)
    .executeTakeFirst()

/** Uses an invitation up. False when it was used before. */
export async function removeInvitation(db: Db, scope: Scope, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.within(scope).deleteFrom('pulseInvitations').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

export const removeInvitations = (db: Db, scope: Scope, roundId: string) =>
  db.within(scope).deleteFrom('pulseInvitations').where('roundId', '=', roundId).execute()

/** False when this answer can't be given here. */
export async function countAnswer(
  db: Db,
  scope: Scope,
  { roundId, groupId, value }: Pick<PulseTallyRow, 'roundId' | 'groupId' | 'value'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('pulseTallies')
    .set((eb) => ({ answers: eb('answers', '+', 1) }))
    .where('roundId', '=', roundId)
    .where('groupId', '=', groupId)
    .where('value', '=', value)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type RoundGroup = Omit<PulseGroupRow, 'organisationId'>
export type Tally = Omit<PulseTallyRow, 'organisationId'>

export const listGroups = (db: Db, scope: Scope, roundIds: string[]): Promise<RoundGroup[]> =>
  db
    .within(scope)
    .selectFrom('pulseGroups')
    .select(['roundId', 'groupId', 'parentId', 'name', 'invited', 'hidden'])
    .where('roundId', 'in', roundIds)
    .orderBy('name')
    .orderBy('groupId')
    .execute()

export const listTallies = (db: Db, scope: Scope, roundIds: string[]): Promise<Tally[]> =>
  db
    .within(scope)
    .selectFrom('pulseTallies')
    .select(['roundId', 'groupId', 'value', 'answers'])
    .where('roundId', 'in', roundIds)
    .orderBy('value')
    .execute()

export const updateGroup = (
  db: Db,
  scope: Scope,
  { roundId, groupId, ...change }: Pick<RoundGroup, 'roundId' | 'groupId'> & Partial<Pick<RoundGroup, 'hidden' | 'invited'>>,
) => db.within(scope).updateTable('pulseGroups').set(change).where('roundId', '=', roundId).where('groupId', '=', groupId).execute()

export const removeTallies = (db: Db, scope: Scope, roundId: string) =>
  db.within(scope).deleteFrom('pulseTallies').where('roundId', '=', roundId).execute()
