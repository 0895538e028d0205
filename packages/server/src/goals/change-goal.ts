import type { Goal, GoalPublic } from '@klankbord/shared/goals'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { checkOwner, checkParent, checkPeriod, checkPerson } from './check-place.ts'
import { actsAlone, handsOn } from './hands.ts'
import { findGoal, updateGoal } from './store.ts'

interface GoalChange {
  id: string
  title?: string | undefined
  target?: string | null | undefined
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
  why?: string | undefined
  memberId?: string | null | undefined
  ownerId?: string | null | undefined
  parentId?: string | null | undefined
  replyWithinDays?: number | undefined
  intake?: string | undefined
  public?: GoalPublic | undefined
  askAgainAfterWeeks?: number | null | undefined
}

/**
 * Changes what is given and leaves the rest. Promises that were made keep their date. What both sides agree on (title, target, period) is
 * changed here only by who needs nobody else.
 */
export function changeGoal({ db, clock }: Deps, scope: Scope, { id, ...input }: GoalChange): Promise<Goal> {
  return transact(db, async (db) => {
    // Two goals that are put under each other at the same time would both pass the check.
    if (input.parentId) await takeTurn(db, scope)
    const goal = await findGoal(db, scope, id)
    if (!goal) throw notFound('goal')
    const changes = differences(goal, input)
    await checkPlace(db, scope, goal, changes)
    if (Object.keys(changes).length === 0) return goal
    await requireHands(db, scope, goal, changes)
    await applyChanges(db, scope, goal, changes, clock())
    return (await findGoal(db, scope, id)) as Goal
  })
}

const fields = [
  ...(['title', 'target', 'startsOn', 'endsOn', 'why', 'memberId', 'ownerId', 'parentId', 'replyWithinDays', 'intake', 'public'] as const),
  'askAgainAfterWeeks',
] as const
const agreedFields = ['title', 'target', 'startsOn', 'endsOn'] as const
export type Changes = Partial<Pick<Goal, (typeof fields)[number]>>

/** What would become different; an empty text is none. */
export function differences(goal: Goal, input: Omit<GoalChange, 'id'>): Changes {
  const wanted: Record<string, unknown> = { ...input }
  for (const name of ['why', 'intake', 'target']) if (wanted[name] === '') wanted[name] = null
  const isOther = ([name, value]: [string, unknown]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(goal[name as keyof Goal])
  return Object.fromEntries(Object.entries(wanted).filter(isOther))
}

/** Writes changes with what was there before into the history. */
export async function applyChanges(db: Db, scope: Scope, goal: Goal, changes: Changes, now: Date, detail: Record<string, unknown> = {}) {
  const { public: shown, ...columns } = changes
  await updateGoal(db, scope, goal.id, { ...columns, ...(shown !== undefined && { public: JSON.stringify(shown) }) })
  const from = Object.fromEntries(Object.keys(changes).map((name) => [name, goal[name as keyof Goal]]))
  await record(db, scope, [{ type: 'goal.changed', aboutId: goal.id, detail: { goalId: goal.id, from, to: changes, ...detail } }], now)
}

async function checkPlace(db: Db, scope: Scope, goal: Goal, changes: Changes) {
  if (changes.memberId) await checkPerson(db, scope, goal.teamId, changes.memberId)
  if (changes.ownerId) await checkOwner(db, scope, changes.ownerId)
  if (changes.parentId) await checkParent(db, scope, goal.id, changes.parentId)
  checkPeriod({ ...goal, ...changes })
}

async function requireHands(db: Db, scope: Scope, { teamId, team, ownerId }: Goal, changes: Changes) {
  const hands = await handsOn(db, scope, teamId)
  const isOwner = scope.who.kind === 'member' && scope.who.id === ownerId
  if (!hands.tend && !isOwner)
    throw new ProblemError('forbidden', `This goal is kept by its owner, the leads of ${team} and those of the level above. Ask one of them.`)
  if (agreedFields.every((name) => changes[name] === undefined) || actsAlone(hands)) return
  throw new ProblemError(
    'forbidden',
    `Title, target and period are agreed on by the lead of ${team} and the lead of the level above. Propose the change, so that the other can agree.`,
  )
}
