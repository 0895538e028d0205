import type { Initiative } from '@klankbord/shared/initiatives'
import type { Db } from '../db/db.ts'
import type { InitiativeRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

const initiatives = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('initiatives')
    .leftJoin('members', 'members.id', 'initiatives.createdBy')
    .select(['initiatives.id', 'goalId', 'title', 'plan', 'members.name as createdBy', 'initiatives.createdAt', 'endedAt'])

type Row = Awaited<ReturnType<ReturnType<typeof initiatives>['execute']>>[number]

const present = (row: Row): Initiative => ({ ...row, createdBy: row.createdBy ?? '' })

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
  return rows.map(present)
}

export async function findInitiative(db: Db, scope: Scope, id: string): Promise<Initiative | undefined> {
  const row = await initiatives(db, scope).where('initiatives.id', '=', id).executeTakeFirst()
  return row && present(row)
}

/** `createdBy` is the id of a member. */
export async function insertInitiative(db: Db, scope: Scope, initiative: Omit<InitiativeRow, 'organisationId'>) {
  await db.within(scope).insertInto('initiatives', initiative).execute()
}
