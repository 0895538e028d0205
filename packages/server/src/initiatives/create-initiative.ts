import type { Initiative } from '@klankbord/shared/initiatives'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { checkPeriod } from '../goals/check-place.ts'
import { requireTeam } from '../goals/hands.ts'
import { findGoal } from '../goals/store.ts'
import { notFoundAt, ProblemError } from '../problem-error.ts'
import { requirePeople } from './people.ts'
import { findInitiative, insertInitiative, replacePeople } from './store.ts'

interface NewInitiative {
  goalId: string
  title: string
  plan?: string | undefined
  notes?: string | undefined
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
  memberIds?: string[] | undefined
}

/** The team that owns the goal chooses how to reach it. Nobody else does: What and How have different hands. */
export function createInitiative({ db, clock }: Deps, scope: Scope, { goalId, memberIds = [], ...input }: NewInitiative): Promise<Initiative> {
  const now = clock()
  return transact(db, async (db) => {
    const goal = await requireRunning(db, scope, goalId)
    await requireTeam(db, scope, goal)
    const people = await requirePeople(db, scope, goal, memberIds)
    checkPeriod(input)
    const { title, startsOn = null, endsOn = null } = input
    const id = newId()
    const texts = { plan: input.plan || null, notes: input.notes || null }
    const createdBy = scope.who.kind === 'member' ? scope.who.id : null
    await insertInitiative(db, scope, { id, goalId, title, ...texts, startsOn, endsOn, state: 'planned', createdBy, createdAt: now.toISOString() })
    await replacePeople(db, scope, id, people)
    await record(db, scope, [{ type: 'initiative.created', aboutId: id, detail: { initiativeId: id, goalId, title } }], now)
    return (await findInitiative(db, scope, id)) as Initiative
  })
}

/** The goal that an initiative is for; refused where there is none, or it has ended. */
export async function requireRunning(db: Db, scope: Scope, goalId: string) {
  const goal = await findGoal(db, scope, goalId)
  if (!goal) throw notFoundAt('goalId', 'goal')
  if (goal.endedAt !== null) throw new ProblemError('conflict', 'This goal has ended. Take it up again before you plan how to reach it.')
  return goal
}
