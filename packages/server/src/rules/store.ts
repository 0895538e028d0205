import type { RoutingCondition, RoutingRule } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { RoutingRuleRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import type { RoutableRule } from '../routing/route-to-goal.ts'

const conditionsOf = (conditions: string) => JSON.parse(conditions) as RoutingCondition[]

const routable = prepared((db, { organisationId }: { organisationId: string }) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('routingRules')
    .leftJoin('goals', (join) => join.onRef('goals.id', '=', 'routingRules.goalId').on('goals.endedAt', 'is', null))
    .select(['routingRules.id', 'goals.id as goalId', 'conditions'])
    .orderBy('position')
    .orderBy('routingRules.id'),
)

/** The rules in their order, as routing takes them; `goalId` is null where the goal no longer exists or has ended. */
export async function listRoutableRules(db: Db, { organisationId }: Scope): Promise<RoutableRule[]> {
  const rows = await routable(db, { organisationId })
  return rows.map(({ id, goalId, conditions }) => ({ id, goalId, when: conditionsOf(conditions) }))
}

/** The rules in their order, as members read them; `goal` is empty where the goal no longer exists. */
export async function listRules(db: Db, scope: Scope): Promise<RoutingRule[]> {
  const rows = await db
    .within(scope)
    .selectFrom('routingRules')
    .leftJoin('goals', 'goals.id', 'routingRules.goalId')
    .select(['routingRules.id', 'routingRules.goalId', 'goals.title as goal', 'conditions', 'position', 'routingRules.createdAt'])
    .orderBy('position')
    .orderBy('routingRules.id')
    .execute()
  return rows.map(({ conditions, goal, ...row }) => ({ ...row, goal: goal ?? '', when: conditionsOf(conditions), effects: {} }))
}

export async function countRules(db: Db, scope: Scope): Promise<number> {
  const { count } = await db
    .within(scope)
    .selectFrom('routingRules')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Moves the rules from a position on `by` places down; negative is up. */
export async function moveRules(db: Db, scope: Scope, from: number, by: number) {
  await db
    .within(scope)
    .updateTable('routingRules')
    .set((eb) => ({ position: eb('position', '+', by) }))
    .where('position', '>=', from)
    .execute()
}

export async function insertRule(
  db: Db,
  scope: Scope,
  { when, ...rule }: Pick<RoutingRuleRow, 'id' | 'goalId' | 'position' | 'createdAt'> & { when: RoutingCondition[] },
) {
  await db
    .within(scope)
    .insertInto('routingRules', { ...rule, conditions: JSON.stringify(when) })
    .execute()
}

/** The rule that is gone; undefined when there was none. */
export async function deleteRule(
  db: Db,
  scope: Scope,
  id: string,
): Promise<{ goalId: string; position: number; when: RoutingCondition[] } | undefined> {
  const row = await db
    .within(scope)
    .deleteFrom('routingRules')
    .where('id', '=', id)
    .returning(['goalId', 'position', 'conditions'])
    .executeTakeFirst()
  return row && { goalId: row.goalId, position: row.position, when: conditionsOf(row.conditions) }
}
