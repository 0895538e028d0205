import type { RoutingDecision } from '@klankbord/shared/routing'
import { sql } from 'kysely'
import { mailable } from '../customers/store.ts'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import { settledReplyBy } from '../db/promise-dates.ts'
import type { Scope } from '../db/scope.ts'
import { queueByAddress } from '../outbox/outbox.ts'
import { NOT_ANSWERED } from './store.ts'

/** False when the outcome does not exist, was published already, or (given `dueBy`) is not due. */
export async function setPublished(db: Db, scope: Scope, id: string, at: string, dueBy: string | null): Promise<boolean> {
  let query = db.within(scope).updateTable('outcomes').set({ publishedAt: at }).where('id', '=', id).where('publishedAt', 'is', null)
  if (dueBy !== null) query = query.where('publishAt', '<=', dueBy)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Drafts of every organisation whose time has come. */
export const listDue = ({ everywhere }: Db, now: string) =>
  everywhere
    .selectFrom('outcomes')
    .select(['id', 'organisationId'])
    .where('publishAt', 'is not', null)
    .where('publishedAt', 'is', null)
    .where('publishAt', '<=', now)
    .orderBy('publishAt')
    .limit(20)
    .execute()

interface Part {
  outcomeId: string
  at: string
  /** These of its items. */
  ids: readonly string[]
}

/** Counts what was merged into these items of an outcome among them: their customers are answered with it. Returns which. */
export async function carryAlong(db: Db, { organisationId }: Scope, outcomeId: string, items: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive carried (id, status) as (
      select id, status from feedback_items where id in ${idsIn(db.engine, items)} and organisation_id || '' = ${organisationId} and status not in ('spam', 'merged')
      union select feedback_items.id, feedback_items.status from carried inner join feedback_items on feedback_items.merged_into_id = carried.id)
    select id from carried where status = 'merged'`.execute(db.everywhere)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0)
    await sql`insert into outcome_items (organisation_id, outcome_id, feedback_item_id) select cast(${organisationId} as text), cast(${outcomeId} as text), id
      from feedback_items where id in ${idsIn(db.engine, ids)} on conflict do nothing`.execute(db.everywhere)
  return ids
}

/** The outcome for what was merged into its items. Where such an item stands stays as it is: it stands where the other one does. */
export const answerCarried = (db: Db, scope: Scope, outcomeId: string, ids: readonly string[]) =>
  db
    .named(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({ outcomeId, news: eb('news', '+', 1), helped: null, reactionText: null, reactedAt: null, version: eb('version', '+', 1) }))
    .where('id', 'in', idsIn(db.engine, ids))
    .where('status', '=', 'merged')
    .execute()

/** The customer of an item, where they can be mailed. */
const reachable = sql`select 1 from customers where customers.id = feedback_items.customer_id and ${mailable} and feedback_items.muted_at is null`

interface Answer extends Part {
  goalId: string
  /** Why an item that nobody owned belongs to the outcome's goal from now on. */
  routing: RoutingDecision
}

/** Answers these items of an outcome at once. Returns how many. */
export async function answerItems(db: Db, scope: Scope, { outcomeId, goalId, routing, at, ids }: Answer): Promise<number> {
  const theirs = () => db.named(scope).updateTable('feedbackItems').where('id', 'in', idsIn(db.engine, ids)).where('status', 'not in', NOT_ANSWERED)
  await theirs()
    .set({ goalId, routing: JSON.stringify(routing) })
    .where('goalId', 'is', null)
    .execute()
  const { numUpdatedRows } = await theirs()
    .set((eb) => ({
      status: 'answered',
      outcomeId,
      answeredAt: at,
      unaddressedAt: eb.case().when(sql<boolean>`exists (${reachable})`).then(null).else(at).end(),
      repliedAt: eb.fn.coalesce('repliedAt', eb.val(at)),
      replyBy: settledReplyBy(at),
      pausedReplyBy: null,
      askedAt: null,
      news: eb('news', '+', 1),
      version: eb('version', '+', 1),
      // Asked anew: did this outcome help?
      helped: null,
      reactionText: null,
      reactedAt: null,
    }))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** One line in the history of each of these that the outcome answered. One statement, since there may be thousands. */
export async function recordAnswers(db: Db, scope: Scope, { outcomeId, team, at, ids }: Part & { team: string }) {
  const { who, organisationId } = scope
  const events = db
    .named(scope)
    .selectFrom('feedbackItems')
    .where('id', 'in', idsIn(db.engine, ids))
    .where('outcomeId', '=', outcomeId)
    .select([
      sql<string>`${`outcome.published:${outcomeId}:`} || feedback_items.id`.as('id'),
      sql<string>`${organisationId}`.as('organisationId'),
      'feedbackItems.id as feedbackItemId',
      sql<string>`${'outcome.published'}`.as('type'),
      sql<string>`${who.kind}`.as('actorKind'),
      sql<string | null>`${'id' in who ? who.id : null}`.as('actorId'),
      sql<string | null>`${'name' in who ? who.name : null}`.as('actorName'),
      sql<string>`${JSON.stringify({ outcomeId, team })}`.as('detail'),
      sql<string>`${at}`.as('createdAt'),
    ])
  await db.everywhere
    .insertInto('events')
    .columns(['id', 'organisationId', 'feedbackItemId', 'type', 'actorKind', 'actorId', 'actorName', 'detail', 'createdAt'])
    .expression(events)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/**
 * Somebody with this address was told with an earlier part. It does not say whose the outcome is, which its id does: PostgreSQL, which knows nothing yet of what was queued just
 * now, would rather look through all mails of this outcome for each.
 */
const isTold = (outcomeId: string) =>
  sql<boolean>`exists (select 1 from deliveries as earlier where earlier.about_id = ${outcomeId} and earlier.receiver = customers.email
    and earlier.kind = 'outcome-email')`

const keyOf = (outcomeId: string) => `outcome-email:${outcomeId}`

/** Queues one e-mail for each confirmed, subscribed address among the customers of these items, however many items or devices it stands for, and however many parts they come in. */
export async function queueMails(db: Db, scope: Scope, { outcomeId, at, ids, dueAt = at }: Part & { dueAt?: string }) {
  const customers = db
    .named(scope)
    .selectFrom('feedbackItems')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .where('feedbackItems.id', 'in', idsIn(db.engine, ids))
    .where('feedbackItems.mutedAt', 'is', null)
    .where(mailable)
    .where(({ not }) => not(isTold(outcomeId)))
  await queueByAddress(db, scope, customers, {
    key: keyOf(outcomeId),
    kind: 'outcome-email',
    aboutId: outcomeId,
    payload: { outcomeId },
    at,
    dueAt,
  })
}

/** The customers whom an outcome answered and who may be mailed. What is spam by now, or was merged into what it does not answer, is not among what they said. */
export const reachedBy = (db: Db, scope: Scope, outcomeId: string) =>
  db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .where('outcomeItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.mutedAt', 'is', null)
    .where(mailable)

/** The same for a correction, to those of these items' customers whom the outcome answered. */
export async function queueCorrections(
  db: Db,
  scope: Scope,
  { outcomeId, at, ids, correction }: { outcomeId: string; at: string; ids: readonly string[]; correction: number },
) {
  const key = `outcome-correction:${outcomeId}:${correction}`
  const told = sql<boolean>`exists (select 1 from deliveries as earlier where earlier.about_id = ${outcomeId} and earlier.receiver = customers.email
    and earlier.kind = 'outcome-email' and substr(earlier.id, 1, ${sql.lit(key.length + 1)}) = ${`${key}:`})`
  const customers = db
    .named(scope)
    .selectFrom('feedbackItems')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .where('feedbackItems.id', 'in', idsIn(db.engine, ids))
    .where('feedbackItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.mutedAt', 'is', null)
    .where(mailable)
    .where(({ not }) => not(told))
  await queueByAddress(db, scope, customers, { key, kind: 'outcome-email', aboutId: outcomeId, payload: { outcomeId, correction }, at })
}

/** Lets the mails leave that were held for these items, or all that are left; those that somebody tries already are left alone. */
export async function releaseMails(db: Db, scope: Scope, outcomeId: string, now: Date, ids?: readonly string[]) {
  const at = now.toISOString()
  const held = db
    .named(scope)
    .updateTable('deliveries')
    .set({ dueAt: at })
    .where('state', '=', 'queued')
    .where('attempts', '=', 0)
    .where('dueAt', '>', at)
  if (ids === undefined) await held.where('aboutId', '=', outcomeId).where('kind', '=', 'outcome-email').execute()
  else {
    const mails = db.named(scope).selectFrom('feedbackItems').where('feedbackItems.id', 'in', idsIn(db.engine, ids))
    await held.where('id', 'in', mails.select(sql<string>`${`${keyOf(outcomeId)}:`} || customer_id`.as('id'))).execute()
  }
}
