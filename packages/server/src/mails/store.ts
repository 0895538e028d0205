import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** Who got those of these deliveries that are the organisation's own. */
export async function receiversOf(db: Db, scope: Scope, deliveryIds: string[]): Promise<Map<string, string>> {
  if (deliveryIds.length === 0) return new Map()
  const rows = await db.within(scope).selectFrom('deliveries').select(['id', 'receiver']).where('id', 'in', deliveryIds).execute()
  return new Map(rows.map(({ id, receiver }) => [id, receiver]))
}
