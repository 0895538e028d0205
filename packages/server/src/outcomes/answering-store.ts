import { sql } from 'kysely'
import { mailable } from '../customers/store.ts'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { NOT_ANSWERED } from './store.ts'

/** An outcome that is out, or goes out now. */
export interface Given {
  id: string
  at: string
}

/** What this outcome has to answer still: neither spam, nor merged, nor answered by it or by one that came later. */
const waits = ({ id, at }: Given) => sql<boolean>`(feedback_items.status not in (${sql.join(NOT_ANSWERED)})
  and feedback_items.outcome_id is distinct from ${id} and (feedback_items.answered_at is null or feedback_items.answered_at <= ${at}))`

const itemsOf = (db: Db, scope: Scope, outcomeId: string) =>
  db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .where('outcomeItems.outcomeId', '=', outcomeId)

/** Up to this many items hear of an outcome with what happens to it; more do so after it, part by part, so that nobody waits for them. */
export const AT_ONCE = 1_000

/** Whether an outcome was written for more items than hear of it at once. */
export async function isForMany(db: Db, scope: Scope, outcomeId: string): Promise<boolean> {
  const items = db.within(scope).selectFrom('outcomeItems').select('feedbackItemId').where('outcomeId', '=', outcomeId)
  return (await items.offset(AT_ONCE).limit(1).execute()).length > 0
}

/** The next items of an outcome in the order in which they are answered: which wait for it, and up to where that was. Null when there are no more. */
export async function nextItems(db: Db, scope: Scope, given: Given, after: string, limit: number): Promise<{ ids: string[]; upTo: string } | null> {
  // Each is looked up by itself: PostgreSQL would rather read the items of everybody than so many one by one.
  const whether = sql<number>`(select case when ${waits(given)} then 1 else 0 end from feedback_items where feedback_items.id = outcome_items.feedback_item_id)`
  const rows = await db
    .within(scope)
    .selectFrom('outcomeItems')
    .select(['feedbackItemId as id', whether.as('waits')])
    .where('outcomeId', '=', given.id)
    .where('feedbackItemId', '>', after)
    .orderBy('feedbackItemId')
    .limit(limit)
    .execute()
  const last = rows.at(-1)
  return last ? { ids: rows.flatMap(({ id, waits }) => (waits === 1 ? [id] : [])), upTo: last.id } : null
}

/** What came among the items of an outcome, or stopped being spam, behind where the answering was; and whose customers could be told by then. */
export async function listLeft(db: Db, scope: Scope, given: Given, limit: number) {
  const unheard = sql<boolean>`not exists (select 1 from events where events.id = ${`outcome.published:${given.id}:`} || feedback_items.id)`
  const items = await db.scan(itemsOf(db, scope, given.id).select('feedbackItems.id').where(waits(given)).where(unheard).limit(limit))
  const untold = await db.scan(
    itemsOf(db, scope, given.id)
      .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
      .select('feedbackItems.id')
      .where('feedbackItems.outcomeId', '=', given.id)
      .where('feedbackItems.status', '!=', 'spam')
      .where('feedbackItems.mutedAt', 'is', null)
      .where(mailable)
      .where(
        sql<boolean>`not exists (select 1 from deliveries where about_id = ${given.id} and receiver = customers.email and deliveries.kind = 'outcome-email')`,
      )
      .limit(limit),
  )
  return { items: items.map(({ id }) => id), untold: untold.map(({ id }) => id) }
}

/** Whether something that a customer said still waits for an outcome which is being answered. */
export async function isWaiting(db: Db, scope: Scope, given: Given, customerId: string): Promise<boolean> {
  const theirs = db
    .named(scope)
    .selectFrom('feedbackItems')
    .innerJoin('outcomeItems', 'outcomeItems.feedbackItemId', 'feedbackItems.id')
    .where('feedbackItems.customerId', '=', customerId)
    .where('outcomeItems.outcomeId', '=', given.id)
    .where(waits(given))
  return (await theirs.select('feedbackItems.id').limit(1).execute()).length > 0
}

/** Writes how far the answering has come, and holds the outcome. False when it is not where it was: somebody else went on with it, or it was withdrawn. */
export async function moveOn(db: Db, scope: Scope, id: string, from: string | null, to: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('outcomes')
    .set({ answering: to })
    .where('id', '=', id)
    .where('answering', from === null ? 'is' : '=', from)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Outcomes of every organisation that are out, while not all of their items are answered yet. */
export const listAnswering = ({ everywhere }: Db) =>
  everywhere
    .selectFrom('outcomes')
    .select(['id', 'organisationId', 'answering', 'publishedAt'])
    .where('answering', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .limit(20)
    .execute()
