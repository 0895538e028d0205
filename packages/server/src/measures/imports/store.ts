import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'

/** One value that an import stored: its time, value and sample size, and what stood there before. */
export type Change = [at: string, value: number, n: number | null, valueBefore: number | null, nBefore: number | null]

interface NewImport {
  id: string
  importedBy: string | null
  importedAt: string
}

export async function insertImport(db: Db, scope: Scope, made: NewImport) {
  await db
    .within(scope)
    .insertInto('measureImports', { ...made, undoneAt: null })
    .execute()
}

/** Adds a piece of what an import did to a measure. */
export async function insertPart(db: Db, scope: Scope, importId: string, measureId: string, changes: Change[]) {
  const parts = db.within(scope).selectFrom('measureImportParts').where('importId', '=', importId).where('measureId', '=', measureId)
  const last = await parts.select('part').orderBy('part', 'desc').limit(1).executeTakeFirst()
  const row = { importId, measureId, part: last ? last.part + 1 : 0, changes: JSON.stringify(changes) }
  await db.within(scope).insertInto('measureImportParts', row).execute()
}

export const findImport = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('measureImports').selectAll().where('id', '=', id).executeTakeFirst()

/** The pieces of what an import did to the measures that are still there. */
export const listParts = (db: Db, scope: Scope, importId: string): Promise<{ measureId: string; part: number }[]> =>
  db
    .within(scope)
    .selectFrom('measureImportParts')
    .select(['measureId', 'part'])
    .where('importId', '=', importId)
    .orderBy('measureId')
    .orderBy('part')
    .execute()

export async function readPart(db: Db, scope: Scope, importId: string, measureId: string, part: number): Promise<Change[]> {
  const rows = db.within(scope).selectFrom('measureImportParts').where('importId', '=', importId).where('measureId', '=', measureId)
  const row = await rows.where('part', '=', part).select('changes').executeTakeFirst()
  return row ? (JSON.parse(row.changes) as Change[]) : []
}

/** False when it was undone already. */
export async function setUndone(db: Db, scope: Scope, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('measureImports')
    .set({ undoneAt: at })
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Forgets the way back of imports from before a time, piece by piece. `breathe` is awaited between the pieces. */
export async function deleteOldParts(db: Db, scope: Scope, before: string, breathe: () => Promise<void>) {
  const old = db.within(scope).selectFrom('measureImports').select('id').where('importedAt', '<', before)
  const parts = await db
    .within(scope)
    .selectFrom('measureImportParts')
    .select(['importId', 'measureId', 'part'])
    .where('importId', 'in', old)
    .execute()
  for (const { importId, measureId, part } of parts) {
    const one = db.within(scope).deleteFrom('measureImportParts').where('importId', '=', importId)
    await one.where('measureId', '=', measureId).where('part', '=', part).execute()
    await breathe()
  }
}
