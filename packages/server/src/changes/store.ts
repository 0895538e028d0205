import type { SettingChange } from '@klankbord/shared/changes'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

const changes = (db: Db, scope: Scope, types: string[]) =>
  db
    .within(scope)
    .selectFrom('events')
    .select(['id', 'type', 'aboutId', 'detail', 'createdAt as at', 'actorName as by'])
    .where('feedbackItemId', 'is', null)
    .where('aboutId', 'is not', null)
    .where('type', 'in', types)

type Row = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]

/** A change as it is kept: with what its undoing has to know. */
export interface KeptChange extends SettingChange {
  detail: Record<string, unknown>
}

/** Null for what was recorded before changes were kept with what was there before. */
function present({ detail, aboutId, ...row }: Row): KeptChange | null {
  const kept = JSON.parse(detail) as Record<string, unknown> & Partial<Pick<SettingChange, 'name' | 'from' | 'to'>>
  const { name = null, from, to } = kept
  return from && to ? { ...row, aboutId: aboutId ?? '', name, from, to, detail: kept } : null
}

interface Asked {
  types: string[]
  aboutId: string | undefined
  /** The id of the one before the first. */
  after: string | null
  limit: number
}

/** Newest first, one more than the limit when there are more. */
export async function listChanges(db: Db, scope: Scope, { types, aboutId, after, limit }: Asked): Promise<KeptChange[]> {
  let query = changes(db, scope, types).where('detail', 'like', '%"from":{%')
  if (aboutId !== undefined) query = query.where('aboutId', '=', aboutId)
  if (after !== null) query = query.where('id', '<', after)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(present).filter((change) => change !== null)
}

export async function findChange(db: Db, scope: Scope, types: string[], id: string): Promise<KeptChange | undefined> {
  const row = await changes(db, scope, types).where('id', '=', id).executeTakeFirst()
  return (row && present(row)) ?? undefined
}
