import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** Who got those of these deliveries that are the organisation's own. */
export async function receiversOf(db: Db, scope: Scope, deliveryIds: string[]): Promise<Map<string, string>> {
  if (deliveryIds.length === 0) return new Map()
  const rows = await db.within(scope).selectFrom('deliveries').select(['id', 'receiver']).where('id', 'in', deliveryIds).execute()
  return new Map(rows.map(({ id, receiver }) => [id, receiver]))
}

const count = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('deliveries')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('deliveries'))

/** Mails that wait for their turn, and those that were given up since then. */
export async function countUnsettled(db: Db, scope: Scope, since: Date): Promise<{ waiting: number; failed: number }> {
  const waiting = await db.scan(count(db, scope).where('state', 'in', ['queued', 'sending']))
  const failed = await db.scan(
    count(db, scope).where('state', '=', 'failed').where('reason', '!=', 'not-wanted').where('updatedAt', '>=', since.toISOString()),
  )
  return { waiting: waiting[0]?.deliveries ?? 0, failed: failed[0]?.deliveries ?? 0 }
}

/** Remembers a test message that has left, so that it is found among those that were kept. */
export async function keepTrial(db: Db, scope: Scope, { id, memberId, receiver }: { id: string; memberId: string; receiver: string }, now: Date) {
  const at = now.toISOString()
  const settled = { state: 'sent', attempts: 1, reason: null, queuedAt: at, dueAt: at, updatedAt: at }
  await db
    .within(scope)
    .insertInto('deliveries', { ...settled, id, kind: 'mail-trial', aboutId: memberId, customerId: null, receiver, payload: '{}' })
    .execute()
}
