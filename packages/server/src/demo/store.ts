import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { MessageKind } from '../outbox/messages.ts'

/** Whether the organisation has anything of its own yet: a goal, a team or a word of a customer. */
export async function isEmpty(db: Db, scope: Scope): Promise<boolean> {
  for (const table of ['goals', 'teams', 'feedbackItems'] as const)
    if (await db.within(scope).selectFrom(table).select('id').limit(1).executeTakeFirst()) return false
  return true
}

/** The member who has been there longest: the owner of a new organisation. */
export const firstOwner = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('members')
    .select(['id', 'name', 'email', 'role'])
    .where('role', '=', 'owner')
    .where('deactivatedAt', 'is', null)
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()

/** Says of all queued messages but the newest few of some kinds that they went out when they were queued. */
export async function markSent(db: Db, scope: Scope, kept: Partial<Record<MessageKind, number>>) {
  const queued = await db
    .within(scope)
    .selectFrom('deliveries')
    .select(['id', 'kind'])
    .where('state', '=', 'queued')
    .orderBy('queuedAt', 'desc')
    .execute()
  const left = new Map(Object.entries(kept))
  for (const { id, kind } of queued) {
    const places = left.get(kind) ?? 0
    left.set(kind, places - 1)
    if (places <= 0) await db.within(scope).updateTable('deliveries').set({ state: 'sent', attempts: 1 }).where('id', '=', id).execute()
  }
}

/** What came of single messages, so that there is something to see of each state. */
export async function settleSome(db: Db, scope: Scope, outcomeId: string, states: { state: 'failed' | 'unknown' | 'bounced'; reason: string }[]) {
  const mails = await db
    .within(scope)
    .selectFrom('deliveries')
    .select('id')
    .where('aboutId', '=', outcomeId)
    .where('state', '=', 'sent')
    .orderBy('receiver')
    .limit(states.length)
    .execute()
  for (const [i, { id }] of mails.entries())
    await db
      .within(scope)
      .updateTable('deliveries')
      .set(states[i] ?? {})
      .where('id', '=', id)
      .execute()
}
