import type { RoutingDecision } from '@klankbord/shared/routing'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
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

interface Answer {
  outcomeId: string
  goalId: string
  /** Why an item that nobody owned belongs to the outcome's goal from now on. */
  routing: RoutingDecision
  at: string
}

const itemsIn = (db: Db, scope: Scope, outcomeId: string) =>
  db.within(scope).selectFrom('outcomeItems').select('feedbackItemId').where('outcomeId', '=', outcomeId)

/** Answers all items of an outcome at once. Returns how many. */
export async function answerItems(db: Db, scope: Scope, { outcomeId, goalId, routing, at }: Answer): Promise<number> {
  await db
    .within(scope)
    .updateTable('feedbackItems')
    .set({ goalId, routing: JSON.stringify(routing) })
    .where('id', 'in', itemsIn(db, scope, outcomeId))
    .where('goalId', 'is', null)
    .where('status', 'not in', NOT_ANSWERED)
    .execute()
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({
      status: 'answered',
      outcomeId,
      answeredAt: at,
      repliedAt: eb.fn.coalesce('repliedAt', eb.val(at)),
      news: eb('news', '+', 1),
      // Asked anew: did this outcome help?
      helped: null,
      reactionText: null,
      reactedAt: null,
    }))
    .where('id', 'in', itemsIn(db, scope, outcomeId))
    .where('status', 'not in', NOT_ANSWERED)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What `answerItems` answered: what is spam by now, or was merged, is not among them. */
const answered = (db: Db, scope: Scope, outcomeId: string) =>
  db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .where('outcomeItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.outcomeId', '=', outcomeId)

/** One line in the history of each answered item. One statement, since there may be thousands. */
export async function recordAnswers(db: Db, scope: Scope, { outcomeId, team, at }: { outcomeId: string; team: string; at: string }) {
  const { who, organisationId } = scope
  const events = answered(db, scope, outcomeId).select([
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
    .execute()
}

/** Queues one e-mail for each confirmed, subscribed address among the customers of the answered items, however many items or devices it stands for. */
export async function queueMails(db: Db, scope: Scope, { outcomeId, at }: { outcomeId: string; at: string }) {
  const mails = answered(db, scope, outcomeId)
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .where('customers.email', 'is not', null)
    .where('customers.emailConfirmedAt', 'is not', null)
    .where('customers.unsubscribedAt', 'is', null)
    .groupBy('customers.email')
    .select([
      sql<string>`${`outcome-email:${outcomeId}:`} || min(customers.id)`.as('id'),
      sql<string>`${scope.organisationId}`.as('organisationId'),
      sql<string>`${'outcome-email'}`.as('kind'),
      sql<string>`${outcomeId}`.as('aboutId'),
      sql<string>`min(customers.id)`.as('customerId'),
      sql<string>`customers.email`.as('receiver'),
      sql<string>`${`{"outcomeId":${JSON.stringify(outcomeId)},"customerId":"`} || min(customers.id) || ${'"}'}`.as('payload'),
      sql<string>`${'queued'}`.as('state'),
      sql<number>`0`.as('attempts'),
      sql<string>`${at}`.as('queuedAt'),
      sql<string>`${at}`.as('dueAt'),
      sql<string>`${at}`.as('updatedAt'),
    ])
  await db.everywhere
    .insertInto('deliveries')
    .columns(['id', 'organisationId', 'kind', 'aboutId', 'customerId', 'receiver', 'payload', 'state', 'attempts', 'queuedAt', 'dueAt', 'updatedAt'])
    .expression(mails)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
