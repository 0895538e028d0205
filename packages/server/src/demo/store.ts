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

interface Colleague {
  id: string
  name: string
  email: string
  teamId: string
  part: string
}

/** Adds members who can't sign in, each to a team. */
export async function addColleagues(db: Db, scope: Scope, colleagues: Colleague[], createdAt: string) {
  const members = colleagues.map(({ id, name, email }) => ({ id, name, email, role: 'member', passwordHash: '-', createdAt }))
  await db.within(scope).insertInto('members', members).execute()
  const places = colleagues.map(({ id, teamId, part }) => ({ teamId, memberId: id, role: part }))
  await db.within(scope).insertInto('teamMembers', places).execute()
}

/** How many items still stand under an initiative without an outcome. */
export async function countUnder(db: Db, scope: Scope, initiativeId: string): Promise<number> {
  const rows = await db
    .within(scope)
    .selectFrom('feedbackItems')
    .select('id')
    .where('initiativeId', '=', initiativeId)
    .where('status', '=', 'in_progress')
    .execute()
  return rows.length
}

/** The ids of what waits to be routed and was said with these words. */
export async function findUnrouted(db: Db, scope: Scope, beginnings: string[]): Promise<string[]> {
  const rows = await db
    .within(scope)
    .selectFrom('feedbackItems')
    .select(['id', 'message'])
    .where('goalId', 'is', null)
    .where('status', '=', 'received')
    .execute()
  return rows.filter(({ message }) => beginnings.some((words) => message.startsWith(words))).map(({ id }) => id)
}

/** A colleague left. */
export const setLeft = (db: Db, scope: Scope, memberId: string, deactivatedAt: string) =>
  db.within(scope).updateTable('members').set({ deactivatedAt }).where('id', '=', memberId).execute()

/** Open items with a promise that is still to be kept, soonest first; of each goal one. */
export async function findWaiting(
  db: Db,
  scope: Scope,
  { now, saidBefore }: { now: string; saidBefore: string },
): Promise<{ id: string; goalId: string }[]> {
  const rows = await db
    .within(scope)
    .selectFrom('feedbackItems')
    .select(['id', 'goalId'])
    .where('status', '=', 'routed')
    .where('repliedAt', 'is', null)
    .where('replyBy', '>', now)
    .where('submittedAt', '<', saidBefore)
    .orderBy('replyBy')
    .orderBy('id')
    .execute()
  const seen = new Set<string>()
  return rows.flatMap(({ id, goalId }) => {
    if (goalId === null || seen.has(goalId)) return []
    seen.add(goalId)
    return [{ id, goalId }]
  })
}

/** What colleagues were told before a moment was read then; no mail goes out about any of it. */
export async function settleNotifications(db: Db, scope: Scope, { before, at }: { before: string; at: string }) {
  await db.within(scope).updateTable('notifications').set({ mailedAt: at }).execute()
  await db.within(scope).updateTable('notifications').set({ readAt: at }).where('at', '<', before).execute()
}
