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

export async function insertPart(db: Db, scope: Scope, importId: string, measureId: string, changes: Change[]) {
  await db
    .within(scope)
    .insertInto('measureImportParts', { importId, measureId, changes: JSON.stringify(changes) })
    .execute()
}

export const findImport = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('measureImports').selectAll().where('id', '=', id).executeTakeFirst()

/** What an import did to each measure that is still there. */
export async function listParts(db: Db, scope: Scope, importId: string): Promise<{ measureId: string; changes: Change[] }[]> {
  const rows = await db.within(scope).selectFrom('measureImportParts').select(['measureId', 'changes']).where('importId', '=', importId).execute()
  return rows.map(({ measureId, changes }) => ({ measureId, changes: JSON.parse(changes) as Change[] }))
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

/** Forgets the way back of imports from before a time. */
export async function deleteOldParts(db: Db, scope: Scope, before: string) {
  const old = db.within(scope).selectFrom('measureImports').select('id').where('importedAt', '<', before)
  await db.within(scope).deleteFrom('measureImportParts').where('importId', 'in', old).execute()
}
