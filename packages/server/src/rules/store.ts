import type { RoutingClause, RoutingEffects, RoutingRule } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { Scope } from '../db/scope.ts'
import type { RoutableRule } from '../routing/route-to-goal.ts'

/** A rule as it is kept: its goal's title is looked up when it is read. */
export type KeptRule = Omit<RoutingRule, 'goal'>

/** Most different texts of rules that are remembered at once. */
const REMEMBERED_MAX = 5000

/** Reads JSON once for each text that says it, so that clauses that did not change are not compiled again. What it gives must not be changed. */
function readOnce<Value>(): (text: string) => Value {
  const remembered = new Map<string, Value>()
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    if (remembered.size >= REMEMBERED_MAX) remembered.clear()
    const value = JSON.parse(text) as Value
    remembered.set(text, value)
    return value
  }
}

const clausesOf = readOnce<RoutingClause[]>()
const effectsOf = readOnce<RoutingEffects>()

const routable = prepared((db, { organisationId }: { organisationId: string }) => {
  const within = db.within({ organisationId, who: { kind: 'system' } })
  return within
    .selectFrom('routingRules')
    .leftJoin('goals', 'goals.id', 'routingRules.goalId')
    .select(['routingRules.id', 'goals.id as goalId', 'goals.title', 'goals.parentId', 'goals.endedAt', 'conditions', 'effects'])
    .select(
      within
        .selectFrom('routingVersions')
        .select(({ fn }) => fn.max('number').as('newest'))
        .as('version'),
    )
    .orderBy('position')
    .orderBy('routingRules.id')
})

const places = prepared((db, { organisationId }: { organisationId: string }) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('goals')
    .select(['id', 'parentId', 'endedAt']),
)

/** The rules in their order, as routing takes them, and the number of their version; null when they have none. */
export async function readRouting(db: Db, { organisationId }: Scope): Promise<{ rules: RoutableRule[]; version: number | null }> {
  const rows = await routable(db, { organisationId })
  const anyEnded = rows.some(({ endedAt }) => endedAt !== null)
  const goals = anyEnded ? new Map((await places(db, { organisationId })).map((goal) => [goal.id, goal])) : null
  const rules = rows.map(({ id, goalId, title, parentId, endedAt, conditions, effects }) => {
    const rule = { id, goalId, when: clausesOf(conditions), effects: effectsOf(effects) }
    return endedAt === null ? rule : { ...rule, goalId: pursuedFrom(goals, parentId), ended: title }
  })
  return { rules, version: rows[0]?.version ?? null }
}

/**
 * The rules in their order, as routing takes them. A rule whose goal has ended goes to the nearest goal above it that is pursued; `goalId` is null where there is none, or the goal
 * no longer exists.
 */
export const listRoutableRules = async (db: Db, scope: Scope): Promise<RoutableRule[]> => (await readRouting(db, scope)).rules

type Places = Map<string, { parentId: string | null; endedAt: string | null }>

/** This goal, or the nearest above it that is pursued. */
function pursuedFrom(goals: Places | null, first: string | null): string | null {
  let id = first
  for (let steps = 0; id !== null && steps < (goals?.size ?? 0); steps++) {
    const goal = goals?.get(id)
    if (!goal) return null
    if (goal.endedAt === null) return id
    id = goal.parentId
  }
  return null
}

/** The rules in their order, as members read them; `goal` is empty where the goal no longer exists. */
export async function listRules(db: Db, scope: Scope): Promise<RoutingRule[]> {
  const rows = await db
    .within(scope)
    .selectFrom('routingRules')
    .leftJoin('goals', 'goals.id', 'routingRules.goalId')
    .select(['routingRules.id', 'routingRules.goalId', 'goals.title as goal', 'conditions', 'effects', 'position', 'routingRules.createdAt'])
    .orderBy('position')
    .orderBy('routingRules.id')
    .execute()
  return rows.map(({ conditions, effects, goal, ...row }) => ({
    ...row,
    goal: goal ?? '',
    when: clausesOf(conditions),
    effects: effectsOf(effects),
  }))
}

/** Moves the rules from a position on, and before another, `by` places down; negative is up. */
export async function moveRules(db: Db, scope: Scope, { from, before }: { from: number; before?: number }, by: number) {
  const moved = db
    .within(scope)
    .updateTable('routingRules')
    .set((eb) => ({ position: eb('position', '+', by) }))
    .where('position', '>=', from)
  await (before === undefined ? moved : moved.where('position', '<', before)).execute()
}

const columnsOf = ({ when, effects, id, goalId, position, createdAt }: KeptRule) => ({
  ...{ id, goalId, position, createdAt },
  conditions: JSON.stringify(when),
  effects: JSON.stringify(effects),
})

export async function insertRule(db: Db, scope: Scope, rule: KeptRule) {
  await db.within(scope).insertInto('routingRules', columnsOf(rule)).execute()
}

export async function updateRule(db: Db, scope: Scope, rule: KeptRule) {
  const { id, createdAt, ...columns } = columnsOf(rule)
  await db.within(scope).updateTable('routingRules').set(columns).where('id', '=', id).execute()
}

export async function deleteRule(db: Db, scope: Scope, id: string) {
  await db.within(scope).deleteFrom('routingRules').where('id', '=', id).execute()
}

/** Puts these in the place of all rules. */
export async function replaceRules(db: Db, scope: Scope, rules: readonly KeptRule[]) {
  await db.within(scope).deleteFrom('routingRules').execute()
  if (rules.length > 0) await db.within(scope).insertInto('routingRules', rules.map(columnsOf)).execute()
}
