import type { Initiative, InitiativeState } from '@klankbord/shared/initiatives'
import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { InitiativeRow } from '../db/goal-rows.ts'
import { prepared } from '../db/prepared.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'

const initiatives = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('initiatives')
    .leftJoin('members', 'members.id', 'initiatives.createdBy')
    .select(['initiatives.id', 'goalId', 'title', 'plan', 'notes', 'state', 'startsOn', 'endsOn', 'startedAt', 'endedAt', 'initiatives.createdAt'])
    .select(['members.name as member', 'proposedBy'])

type Row = Awaited<ReturnType<ReturnType<typeof initiatives>['execute']>>[number]

/** Who takes part, without those who have left. */
const people = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('initiativeMembers')
    .innerJoin('members', 'members.id', 'initiativeMembers.memberId')
    .where('members.deactivatedAt', 'is', null)
    .select(['initiativeId', 'members.id', 'members.name'])
    .orderBy('members.name')
    .orderBy('members.id')

const counts = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .groupBy('initiativeId')
    .select(({ fn, cast }) => ['initiativeId', cast<number>(fn.countAll(), 'integer').as('items')])

type Person = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]
type Count = Awaited<ReturnType<ReturnType<typeof counts>['execute']>>[number]

/** What the team writes of it: who saw another version saw other words. */
export const initiativeSettings = ({ title, plan, notes, state, startsOn, endsOn, people }: Omit<Initiative, 'version'>) => ({
  ...{ title, plan, notes, state, startsOn, endsOn },
  memberIds: people.map(({ id }) => id).sort(),
})

const present = (row: Row, takePart: Person[], items: Count[]): Initiative => {
  const shown = standing(row, takePart, items)
  return { ...shown, version: versionOfSetting(initiativeSettings(shown)) }
}

const standing = ({ member, proposedBy, state, ...row }: Row, takePart: Person[], items: Count[]): Omit<Initiative, 'version'> => ({
  ...row,
  state: state as InitiativeState,
  people: takePart.filter(({ initiativeId }) => initiativeId === row.id).map(({ id, name }) => ({ id, name })),
  items: items.find(({ initiativeId }) => initiativeId === row.id)?.items ?? 0,
  createdBy: member ?? proposedBy ?? '',
})

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
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const takePart = await people(db, scope).where('initiativeId', 'in', ids).execute()
  const items = await counts(db, scope).where('initiativeId', 'in', ids).execute()
  return rows.map((row) => present(row, takePart, items))
}

interface OfInitiative {
  organisationId: string
  id: string
}

const within = ({ organisationId }: OfInitiative) => systemScope(organisationId)
const one = prepared((db, asked: OfInitiative) => initiatives(db, within(asked)).where('initiatives.id', '=', asked.id))
const peopleOfOne = prepared((db, asked: OfInitiative) => people(db, within(asked)).where('initiativeId', '=', asked.id))
const countOfOne = prepared((db, asked: OfInitiative) => counts(db, within(asked)).where('initiativeId', '=', asked.id))

export async function findInitiative(db: Db, { organisationId }: Scope, id: string): Promise<Initiative | undefined> {
  const asked = { organisationId, id }
  const [row] = await one(db, asked)
  return row && present(row, await peopleOfOne(db, asked), await countOfOne(db, asked))
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
