import type { GoalState } from '@klankbord/shared/goals'
import type { RoutingDecision } from '@klankbord/shared/routing'
import type { Status } from '@klankbord/shared/widget'
import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { OPEN } from '../inbox/store.ts'

/** So many ids in one statement. */
const MANY = 500

const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / MANY) }, (_, i) => items.slice(i * MANY, (i + 1) * MANY))

/** True for what no goal owns and waits for a person to choose one. */
export const isUnrouted = ({ goalId, status }: Pick<ItemAt, 'goalId' | 'status'>) =>
  goalId === null && (status === 'received' || status === 'reopened')

export interface ItemAt {
  id: string
  status: Status
  goalId: string | null
  initiativeId: string | null
}

/** Where these items stand. Those that don't exist here, or that their customer erased, are left out. */
export async function findPlaces(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, ItemAt>> {
  const places = new Map<string, ItemAt>()
  for (const some of chunks(ids)) {
    const rows = await db
      .within(scope)
      .selectFrom('feedbackItems')
      .select(['id', 'status', 'goalId', 'initiativeId'])
      .where('id', 'in', some)
      .where('erasedAt', 'is', null)
      .execute()
    for (const row of rows) places.set(row.id, { ...row, status: row.status as Status })
  }
  return places
}

/** Takes the open items away from their goal, so that they wait to be routed; what was reopened stays so. Their promise keeps its date. */
export async function unrouteAll(db: Db, scope: Scope, goalId: string, routing: RoutingDecision): Promise<string[]> {
  const rows = await db
    .within(scope)
    .updateTable('feedbackItems')
    .set({ goalId: null, initiativeId: null, plan: null, alarmedAt: null, routing: JSON.stringify(routing) })
    .set((eb) => ({ status: sql<string>`case when status = 'reopened' then status else 'received' end`, version: eb('version', '+', 1) }))
    .where('goalId', '=', goalId)
    .where('status', 'in', OPEN)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Goals that have ended and own open items all the same: those were answered, merged or spam when the goal ended, and are open again. */
export function listEndedWithItems(db: Db, scope: Scope) {
  return db
    .within(scope)
    .selectFrom('goals')
    .select(['goals.id', 'goals.title'])
    .where('goals.endedAt', 'is not', null)
    .where((eb) =>
      eb(
        eb
          .selectFrom('itemCounts')
          .whereRef('itemCounts.organisationId', '=', 'goals.organisationId')
          .whereRef('itemCounts.goalId', '=', 'goals.id')
          .where('itemCounts.status', 'in', OPEN)
          .select(sql<number>`coalesce(sum(n), 0)`.as('n')),
        '>',
        0,
      ),
    )
    .execute()
}

/**
 * Puts open items of a goal under an initiative with its plan: one thing more for their customers to see, and the promise is kept.
 * Answers with how many there were.
 */
export async function putUnder(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  { goalId, initiativeId, plan, at }: { goalId: string; initiativeId: string; plan: string | null; at: string },
): Promise<number> {
  let changed = 0
  for (const some of chunks(ids)) {
    const { numUpdatedRows } = await db
      .within(scope)
      .updateTable('feedbackItems')
      .set((eb) => ({
        initiativeId,
        plan,
        status: 'in_progress',
        news: eb('news', '+', 1),
        repliedAt: eb.fn.coalesce('repliedAt', eb.val(at)),
        version: eb('version', '+', 1),
      }))
      .where('id', 'in', some)
      .where('goalId', '=', goalId)
      .where('status', 'in', OPEN)
      .executeTakeFirstOrThrow()
    changed += Number(numUpdatedRows)
  }
  return changed
}

/** The goals that an item was a reason to propose, with why each was refused. */
export async function listProposedGoals(db: Db, scope: Scope, feedbackItemId: string) {
  const rows = await db
    .within(scope)
    .selectFrom('goalReasons')
    .innerJoin('goals', 'goals.id', 'goalReasons.goalId')
    .where('goalReasons.feedbackItemId', '=', feedbackItemId)
    .select(['goals.id as goalId', 'goals.title', 'goals.state'])
    .select((eb) =>
      eb
        .selectFrom('goalProposals')
        .whereRef('goalProposals.goalId', '=', 'goals.id')
        .where('goalProposals.changes', '=', '{}')
        .where('goalProposals.refusedAt', 'is not', null)
        .orderBy('goalProposals.refusedAt', 'desc')
        .limit(1)
        .select('goalProposals.reason')
        .as('reason'),
    )
    .orderBy('goals.createdAt')
    .orderBy('goals.id')
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, state: state as GoalState }))
}
