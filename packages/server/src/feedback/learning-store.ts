import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { StoredItem } from './store.ts'

/* What the learned half of routing must be told of: what people decide, and what customers take back. */

/** What it is tuned to until an admin moves it. */
export const USUAL = { threshold: 0.7, target: 0.9, wanted: '[]', standing: '{}', flagWords: null, rebuildAt: null, buildingAt: null } as const

/** Keeps what a person decided last about an item, beside what was suggested. What an integration does teaches nothing. */
export async function keepDecision(db: Db, scope: Scope, item: Pick<StoredItem, 'id' | 'routing' | 'goalId'>, goalId: string | null, now: Date) {
  if (scope.who.kind !== 'member' || goalId === null) return
  const suggested = await db
    .within(scope)
    .selectFrom('suggestions')
    .select(['goalId', 'confidence'])
    .where('feedbackItemId', '=', item.id)
    .where('goalId', 'is not', null)
    .executeTakeFirst()
  const decided = { goalId, at: now.toISOString(), suggestedGoalId: suggested?.goalId ?? null, confidence: suggested?.confidence ?? null }
  const modelGoalId = item.routing.method === 'model' ? item.goalId : null
  await db
    .within(scope)
    .insertInto('routingDecisions', { feedbackItemId: item.id, ...decided, modelGoalId })
    .onConflict((conflict) =>
      conflict
        .column('feedbackItemId')
        .doUpdateSet((eb) => ({ ...decided, modelGoalId: eb.fn.coalesce('routingDecisions.modelGoalId', eb.val(modelGoalId)) })),
    )
    .execute()
}

/** Forgets what a person decided about an item, since they took it back. */
export async function forgetDecision(db: Db, scope: Scope, id: string, now: Date) {
  const { numDeletedRows } = await db.within(scope).deleteFrom('routingDecisions').where('feedbackItemId', '=', id).executeTakeFirst()
  if (numDeletedRows > 0n) await askRebuild(db, scope, now.toISOString())
}

/** Has the model of an organisation built anew. */
export async function askRebuild(db: Db, scope: Scope, at: string) {
  await db
    .within(scope)
    .insertInto('routingSettings', { ...USUAL, rebuildAt: at })
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet({ rebuildAt: at }))
    .execute()
}

/**
 * Removes what was made of a customer's words: suggestions, the terms that their items are found by, the reasons of a model that hold them. A decision about
 * an item without words teaches nothing, so it goes, and what the model learned from it when it is built anew.
 */
export async function forgetLearned(db: Db, scope: Scope, customerId: string, at: string) {
  const items = () => db.within(scope).selectFrom('feedbackItems').select('id').where('customerId', '=', customerId)
  const made = await db.within(scope).selectFrom('suggestions').select(['seq', 'terms']).where('feedbackItemId', 'in', items()).execute()
  for (const { seq, terms } of made) {
    const listed = JSON.parse(terms) as number[]
    if (listed.length > 0) await db.within(scope).deleteFrom('itemTerms').where('seq', '=', seq).where('term', 'in', listed).execute()
  }
  await db.within(scope).deleteFrom('suggestions').where('feedbackItemId', 'in', items()).execute()
  await db
    .within(scope)
    .updateTable('feedbackItems')
    .set({
      routing: sql<string>`case when routing like '{"method":"model"%' then '{"method":"model","because":[]}' else '{"method":"person","because":[]}' end`,
    })
    .where('customerId', '=', customerId)
    .where('routing', 'like', '%"model":%')
    .execute()
  const { numDeletedRows } = await db.within(scope).deleteFrom('routingDecisions').where('feedbackItemId', 'in', items()).executeTakeFirst()
  if (numDeletedRows > 0n) await askRebuild(db, scope, at)
}
