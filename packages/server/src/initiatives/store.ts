import type { Initiative, InitiativeState } from '@klankbord/shared/initiatives'
import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { InitiativeRow } from '../db/goal-rows.ts'
import type { Scope } from '../db/scope.ts'

const initiatives = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('initiatives')
    .leftJoin('members', 'members.id', 'initiatives.createdBy')
    .select(['initiatives.id', 'goalId', 'title', 'plan', 'notes', 'state', 'startsOn', 'endsOn', 'startedAt', 'endedAt', 'initiatives.createdAt'])
    .select(['members.name as member', 'proposedBy'])

type Row = Awaited<ReturnType<ReturnType<typeof initiatives>['execute']>>[number]

/** The rows with who takes part in each, and for how many items it is. */
async function withPeople(db: Db, scope: Scope, rows: Row[]): Promise<Initiative[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const people = await peopleIn(db, scope, ids)
  const counts = await db
    .within(scope)
    .selectFrom('feedbackItems')
    .where('initiativeId', 'in', ids)
    .groupBy('initiativeId')
    .select(({ fn, cast }) => ['initiativeId', cast<number>(fn.countAll(), 'integer').as('items')])
    .execute()
  const items = new Map(counts.map(({ initiativeId, items }) => [initiativeId, items]))
  return rows.map(({ member, proposedBy, state, ...row }) => ({
    ...row,
    state: state as InitiativeState,
    people: people.filter(({ initiativeId }) => initiativeId === row.id).map(({ id, name }) => ({ id, name })),
    items: items.get(row.id) ?? 0,
    createdBy: member ?? proposedBy ?? '',
  }))
}

/** Who takes part, without those who have left. */
const peopleIn = (db: Db, scope: Scope, ids: string[]) =>
  db
    .within(scope)
    .selectFrom('initiativeMembers')
    .innerJoin('members', 'members.id', 'initiativeMembers.memberId')
    .where('initiativeId', 'in', ids)
    .where('members.deactivatedAt', 'is', null)
    .select(['initiativeId', 'members.id', 'members.name'])
    .orderBy('members.name')
    .orderBy('members.id')
    .execute()

interface InitiativePage {
  goalId: string | undefined
  limit: number
  /** The keys of the row before: when it was made, and its id. */
  after: string[] | null
}

/** Newest first, one more than `limit` when there are more. */
export async function listInitiatives(db: Db, scope: Scope, { goalId, limit, after }: InitiativePage): Promise<Initiative[]> {
  let query = initiatives(db, scope)
  if (goalId !== undefined) query = query.where('goalId', '=', goalId)
  const [at = '', id = ''] = after ?? []
  if (after)
    query = query.where((eb) =>
      eb.or([eb('initiatives.createdAt', '<', at), eb.and([eb('initiatives.createdAt', '=', at), eb('initiatives.id', '<', id)])]),
    )
  const rows = await query
    .orderBy('initiatives.createdAt', 'desc')
    .orderBy('initiatives.id', 'desc')
    .limit(limit + 1)
    .execute()
  return withPeople(db, scope, rows)
}

export async function findInitiative(db: Db, scope: Scope, id: string): Promise<Initiative | undefined> {
  const [initiative] = await withPeople(db, scope, await initiatives(db, scope).where('initiatives.id', '=', id).execute())
  return initiative
}

/** `createdBy` is the id of a member. */
export async function insertInitiative(db: Db, scope: Scope, initiative: Omit<Insertable<InitiativeRow>, 'organisationId'>) {
  await db.within(scope).insertInto('initiatives', initiative).execute()
}

export async function updateInitiative(db: Db, scope: Scope, id: string, changes: Omit<Updateable<InitiativeRow>, 'organisationId' | 'id'>) {
  if (Object.keys(changes).length > 0) await db.within(scope).updateTable('initiatives').set(changes).where('id', '=', id).execute()
}

/** Lets these members take part, and no others. */
export async function replacePeople(db: Db, scope: Scope, initiativeId: string, memberIds: string[]) {
  await db.within(scope).deleteFrom('initiativeMembers').where('initiativeId', '=', initiativeId).execute()
  const rows = memberIds.map((memberId) => ({ initiativeId, memberId }))
  if (rows.length > 0) await db.within(scope).insertInto('initiativeMembers', rows).execute()
}
