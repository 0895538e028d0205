import type { Db } from './db.ts'
import type { Scope } from './scope.ts'

/**
 * Lets changes that read a whole list or tree of an organisation before they write (an order, a parent) come one after another:
 * inside a transaction the second waits here until the first is done. Writing the row to itself locks it on both engines.
 */
export async function takeTurn(db: Db, { organisationId }: Scope) {
  await db.everywhere
    .updateTable('organisations')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', organisationId)
    .execute()
}
