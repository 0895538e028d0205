import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { answerableFor } from '../../goals/answerable.ts'
import { existingMembers } from '../../members/store.ts'
import { notify, notifyOfMore } from '../../notifications/notify.ts'
import { notFoundAt } from '../../problem-error.ts'
import { findGoalId } from './store.ts'

/** Tells who answers for the goal of an item what happened to it. */
export async function tellOwners(
  db: Db,
  scope: Scope,
  { kind, feedbackItemId, about }: { kind: 'message' | 'reopened'; feedbackItemId: string; about: string },
  now: Date,
) {
  const goalId = await findGoalId(db, scope, feedbackItemId)
  const people = goalId ? await answerableFor(db, scope, goalId, 'owner') : []
  await notify(
    db,
    scope,
    people.map((memberId) => ({ memberId, kind, feedbackItemId, about })),
    now,
  )
}

/** Tells who answers for a goal that a colleague gave it these items. */
export async function tellAssigned(db: Db, scope: Scope, { goalId, ids }: { goalId: string; ids: string[] }, now: Date) {
  const people = await answerableFor(db, scope, goalId, 'owner')
  const at = now.toISOString()
  const told = people.flatMap((memberId) =>
    ids.map((id) => ({ memberId, kind: 'assigned' as const, feedbackItemId: id, about: `assigned:${id}:${goalId}:${at}` })),
  )
  await notify(db, scope, told, now)
}

/** The same of very many, in several transactions: they read of all of them in one. */
export async function tellManyAssigned(db: Db, scope: Scope, { goalId, count }: { goalId: string; count: number }, now: Date) {
  const people = await answerableFor(db, scope, goalId, 'owner')
  const others = people.filter((id) => scope.who.kind !== 'member' || scope.who.id !== id)
  await notifyOfMore(db, scope, others, { kind: 'assigned', count }, now)
}

/** Tells the colleagues whom a note names. */
export async function tellMentioned(
  db: Db,
  scope: Scope,
  { feedbackItemId, messageId, memberIds }: { feedbackItemId: string; messageId: string; memberIds: string[] },
  now: Date,
) {
  const known = await existingMembers(db, scope, memberIds)
  if (memberIds.some((id) => !known.has(id))) throw notFoundAt('mentions', 'colleague')
  await notify(
    db,
    scope,
    [...known].map((memberId) => ({ memberId, kind: 'mention' as const, feedbackItemId, about: `mention:${messageId}` })),
    now,
  )
}
