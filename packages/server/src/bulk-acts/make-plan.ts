import type { Act } from '@klankbord/shared/bulk-acts'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { readIntake } from '../feedback/intake.ts'
import { findTop } from '../feedback/merging/store.ts'
import { findItem } from '../feedback/store.ts'
import { findPromise } from '../goals/promises.ts'
import { replyBy } from '../goals/reply-by.ts'
import { requireOurs, start } from '../initiatives/change-initiative.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { decidedByPerson } from '../routing/route-to-goal.ts'
import type { Plan } from './decide.ts'
import { listWithMerged } from './items-store.ts'

/** What an act does to these items, looked up anew for each of its parts: the goal may end while it goes on. Refuses what can't be done, as for a single item. */
export async function makePlan(db: Db, scope: Scope, act: Act, ids: readonly string[], now: Date): Promise<Plan> {
  if (act.type === 'route') return planRoute(db, scope, act.goalId, now)
  if (act.type === 'plan') return planInitiative(db, scope, act, now)
  if (act.type === 'spam') return { type: 'spam', withMerged: await listWithMerged(db, scope, ids) }
  if (act.type === 'unspam') return { type: 'unspam' }
  const into = await findItem(db, scope, act.into)
  const top = into && (await findItem(db, scope, await findTop(db, scope, into.id)))
  if (!top) throw notFoundAt('act.into', 'feedback')
  if (top.erasedAt !== null) throw badField('act.into', 'The customer of this item erased what they said. Choose another')
  if (top.status === 'spam') throw badField('act.into', 'This item is marked as spam. Choose another, or take that back first')
  return { type: 'merge', top }
}

async function planRoute(db: Db, scope: Scope, goalId: string, now: Date): Promise<Plan> {
  const { calendar, language } = await readIntake(db, scope, now)
  const promise = await findPromise(db, scope, goalId)
  if (!promise) throw notFoundAt('act.goalId', 'goal')
  if (promise.hasEnded) throw badField('act.goalId', 'This goal has ended. Choose another, or take it up again')
  const name = 'name' in scope.who ? scope.who.name : null
  const date = replyBy(now, promise.replyWithinDays, calendar)
  return { type: 'route', goalId, team: promise.team, replyBy: date, routing: decidedByPerson(name, language), name, language }
}

async function planInitiative(db: Db, scope: Scope, { initiativeId, plan }: Extract<Act, { type: 'plan' }>, now: Date): Promise<Plan> {
  const { initiative, goal } = await requireOurs(db, scope, initiativeId, 'act.initiativeId')
  await start(db, scope, initiative, now)
  return { type: 'plan', goalId: goal.id, team: goal.team, initiativeId, plan: plan ?? initiative.plan, at: now.toISOString() }
}
