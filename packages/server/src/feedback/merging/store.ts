import { sql } from 'kysely'
import { mailable } from '../../customers/store.ts'
import type { Db } from '../../db/db.ts'
import { idsIn } from '../../db/ids-in.ts'
import { prepared } from '../../db/prepared.ts'
import type { Scope } from '../../db/scope.ts'

interface OfItem {
  organisationId: string
  itemId: string
}

const above = prepared((db, { organisationId, itemId }: OfItem) => ({
  compile: () =>
    sql<{ id: string }>`with recursive above (id, merged_into_id) as (
      select id, merged_into_id from feedback_items where id = ${itemId} and organisation_id = ${organisationId}
      union select feedback_items.id, feedback_items.merged_into_id from above inner join feedback_items on feedback_items.id = above.merged_into_id)
    select id from above where merged_into_id is null`.compile(db.everywhere),
}))

/** The item that its team goes on with: the end of the chain of what was merged into what. */
export async function findTop(db: Db, { organisationId }: Scope, itemId: string): Promise<string> {
  const [top] = await above(db, { organisationId, itemId })
  return top?.id ?? itemId
}

/** Holds these items until the transaction ends, always in the same order, so that two who want the same items come one after the other. */
export async function holdItems(db: Db, scope: Scope, ids: readonly string[]) {
  for (const id of [...new Set(ids)].sort())
    await db
      .within(scope)
      .updateTable('feedbackItems')
      .set((eb) => ({ version: eb.ref('version') }))
      .where('id', '=', id)
      .execute()
}

const carriedIds = ({ organisationId }: Scope, itemId: string) => sql<string>`(with recursive carried (id) as (
    select id from feedback_items where merged_into_id = ${itemId} and organisation_id || '' = ${organisationId}
    union select feedback_items.id from carried inner join feedback_items on feedback_items.merged_into_id = carried.id)
  select id from carried)`

/** The soonest promise among what was merged into an item and still waits for a first word. */
export async function findSoonestPromise(db: Db, scope: Scope, itemId: string): Promise<string | null> {
  const row = await db
    .named(scope)
    .selectFrom('feedbackItems')
    .where('id', 'in', carriedIds(scope, itemId))
    .where('repliedAt', 'is', null)
    .where('erasedAt', 'is', null)
    .select((eb) => eb.fn.min('replyBy').as('soonest'))
    .executeTakeFirst()
  return row?.soonest ?? null
}

/** What was merged into an item, with who said it: the newest, and how many there are. What its customer erased is not among them. */
export async function listMerged(db: Db, scope: Scope, itemId: string, limit: number) {
  const merged = db
    .named(scope)
    .selectFrom('feedbackItems')
    .where('feedbackItems.id', 'in', carriedIds(scope, itemId))
    .where('feedbackItems.erasedAt', 'is', null)
  const { total } = await merged.select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('total')).executeTakeFirstOrThrow()
  if (total === 0) return { total, rows: [] }
  const rows = await merged
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .selectAll('feedbackItems')
    .select([
      'customers.name as customerName',
      'customers.email as customerEmail',
      'customers.emailConfirmedAt',
      'customers.unsubscribedAt',
      'customers.bouncedAt',
    ])
    .orderBy('feedbackItems.submittedAt', 'desc')
    .orderBy('feedbackItems.id', 'desc')
    .limit(limit)
    .execute()
  return { total, rows }
}

/** The conversations of these items, without notes, oldest first. */
export const listMessagesOf = (db: Db, scope: Scope, itemIds: readonly string[]) =>
  db
    .named(scope)
    .selectFrom('messages')
    .selectAll()
    .where('feedbackItemId', 'in', idsIn(db.engine, itemIds))
    .where('kind', '!=', 'note')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1_000)
    .execute()

/** When each of these items was merged last. */
export async function mergedTimes(db: Db, scope: Scope, itemIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .named(scope)
    .selectFrom('events')
    .where('feedbackItemId', 'in', idsIn(db.engine, itemIds))
    .where('type', '=', 'feedback.merged')
    .groupBy('feedbackItemId')
    .select((eb) => ['feedbackItemId', eb.fn.max('createdAt').as('at')])
    .execute()
  return new Map(rows.map(({ feedbackItemId, at }) => [String(feedbackItemId), at]))
}

/** Counts an item among those that an outcome answered. */
export const addToOutcome = (db: Db, scope: Scope, outcomeId: string, feedbackItemId: string) =>
  db
    .within(scope)
    .insertInto('outcomeItems', { outcomeId, feedbackItemId })
    .onConflict((conflict) => conflict.columns(['outcomeId', 'feedbackItemId']).doNothing())
    .execute()

/** Whether an outcome was, or is to be, mailed to this address: one person on two devices is two customers with one mailbox. */
export const findOutcomeMail = (db: Db, scope: Scope, outcomeId: string, receiver: string) =>
  db
    .within(scope)
    .selectFrom('deliveries')
    .select('id')
    .where('aboutId', '=', outcomeId)
    .where('kind', '=', 'outcome-email')
    .where('receiver', '=', receiver)
    .executeTakeFirst()

/** The items of a customer that others were merged into, and that were merged into no other. */
export const listTopsOf = (db: Db, scope: Scope, customerId: string) =>
  db
    .named(scope)
    .selectFrom('feedbackItems')
    .select('id')
    .where('customerId', '=', customerId)
    .where('status', '!=', 'merged')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('feedbackItems as others')
        .select(sql<string>`others.merged_into_id`.as('mergedIntoId'))
        .whereRef('others.mergedIntoId', '=', 'feedbackItems.id'),
    )
    .execute()

/** What was merged into it that a customer still has, the oldest. */
export const findOldestCarried = (db: Db, scope: Scope, itemId: string, exceptCustomerId: string) =>
  db
    .named(scope)
    .selectFrom('feedbackItems')
    .select(['id', 'version', 'outcomeId'])
    .where('id', 'in', carriedIds(scope, itemId))
    .where('erasedAt', 'is', null)
    .where('customerId', '!=', exceptCustomerId)
    .orderBy('submittedAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** Whatever was merged into one item is merged into another from now on. */
export const moveMerged = (db: Db, scope: Scope, from: string, to: string) =>
  db.named(scope).updateTable('feedbackItems').set({ mergedIntoId: to }).where('mergedIntoId', '=', from).where('id', '!=', to).execute()

/** Outcomes that are still to answer one item, drafts or those that are at it, are to answer another too. */
export async function addToUnansweredOf(db: Db, scope: Scope, from: string, to: string) {
  const drafts = await db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('outcomes', 'outcomes.id', 'outcomeItems.outcomeId')
    .select('outcomes.id')
    .where('outcomeItems.feedbackItemId', '=', from)
    .where((eb) => eb.or([eb('outcomes.publishedAt', 'is', null), eb('outcomes.answering', 'is not', null)]))
    .execute()
  for (const { id } of drafts) await addToOutcome(db, scope, id, to)
}

/** The addresses of those of these customers that may be mailed. */
export async function listAddresses(db: Db, scope: Scope, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .named(scope)
    .selectFrom('customers')
    .select(['id', 'email'])
    .where('id', 'in', idsIn(db.engine, customerIds))
    .where(mailable)
    .execute()
  return new Map(rows.map(({ id, email }) => [id, String(email)]))
}
