import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { idsIn } from '../../db/ids-in.ts'
import type { Scope } from '../../db/scope.ts'

/** Some of the items of an outcome. */
export interface Part {
  outcomeId: string
  ids: readonly string[]
}

export interface Next extends Part {
  /** These too, whose customers may have been told before it answered them. */
  written: string[]
  upTo: string
}

/** The next items of an outcome: which have it as their answer, for which it was written, and up to where that was. Null when there are no more. */
export async function nextAnswered(db: Db, scope: Scope, outcomeId: string, after: string, limit: number): Promise<Next | null> {
  const rows = await db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .where('outcomeItems.outcomeId', '=', outcomeId)
    .where('outcomeItems.feedbackItemId', '>', after)
    .select(['feedbackItems.id', 'feedbackItems.outcomeId'])
    .orderBy('outcomeItems.feedbackItemId')
    .limit(limit)
    .execute()
  const last = rows.at(-1)
  if (!last) return null
  const ids = rows.flatMap((row) => (row.outcomeId === outcomeId ? [row.id] : []))
  return { outcomeId, ids, written: rows.map(({ id }) => id), upTo: last.id }
}

const answeredBy = (db: Db, scope: Scope, { outcomeId, ids }: Part) =>
  db.named(scope).updateTable('feedbackItems').where('feedbackItems.id', 'in', idsIn(db.engine, ids)).where('feedbackItems.outcomeId', '=', outcomeId)

/** Counts as news for the customers of these items. */
export const tellNews = (db: Db, scope: Scope, part: Part) =>
  answeredBy(db, scope, part)
    .set((eb) => ({ news: eb('news', '+', 1), version: eb('version', '+', 1) }))
    .where('erasedAt', 'is', null)
    .execute()

/** The goals of these items, with how many of them each has. */
export const goalsOf = (db: Db, scope: Scope, { outcomeId, ids }: Part) =>
  db
    .named(scope)
    .selectFrom('feedbackItems')
    .select(({ fn, cast }) => ['goalId', cast<number>(fn.countAll(), 'integer').as('items')])
    .where('id', 'in', idsIn(db.engine, ids))
    .where('outcomeId', '=', outcomeId)
    .where('status', '!=', 'merged')
    .groupBy('goalId')
    .execute()

const unanswered = { outcomeId: null, helped: null, reactionText: null, reactedAt: null }

/** Opens those of these items again that belong to one goal, with a new promise. */
export const reopenItems = (db: Db, scope: Scope, part: Part, { goalId, replyBy }: { goalId: string | null; replyBy: string | null }) =>
  answeredBy(db, scope, part)
    .set((eb) => ({
      ...{ ...unanswered, status: 'reopened', answeredAt: null, repliedAt: null, missedAt: null, escalation: 0, replyBy },
      ...{ news: eb('news', '+', 1), version: eb('version', '+', 1) },
    }))
    .where('goalId', goalId === null ? 'is' : '=', goalId)
    .where('status', 'in', ['answered', 'reopened'])
    .execute()

/** What is left: what was merged, and spam. It follows, or waits for nobody. */
export const letGo = (db: Db, scope: Scope, part: Part) =>
  answeredBy(db, scope, part)
    .set((eb) => ({ ...unanswered, news: eb('news', '+', 1), version: eb('version', '+', 1) }))
    .execute()

/** Mails of it to the customers of these items that have not left yet never do; those that tell of a correction are not wanted when their turn comes. They are found by their ids: there may be a hundred thousand. */
export const stopMails = (db: Db, scope: Scope, { outcomeId, ids }: Part, at: string) =>
  db
    .named(scope)
    .updateTable('deliveries')
    .set({ state: 'failed', reason: 'withdrawn', updatedAt: at })
    .where('state', '=', 'queued')
    .where('id', 'in', sql<string>`(select ${`outcome-email:${outcomeId}:`} || customer_id from feedback_items where id in ${idsIn(db.engine, ids)})`)
    .execute()

/** One line in the history of each of these items that this outcome answers. */
export async function recordForItems(db: Db, scope: Scope, { outcomeId, ids }: Part, { type, team, at }: { type: string; team: string; at: string }) {
  const { who, organisationId } = scope
  const [actorId, actorName] = ['id' in who ? who.id : null, 'name' in who ? who.name : null]
  await sql`insert into events (id, organisation_id, feedback_item_id, type, actor_kind, actor_id, actor_name, detail, created_at)
    select ${`${type}:${outcomeId}:${at}:`} || id, cast(${organisationId} as text), id, cast(${type} as text), cast(${who.kind} as text), cast(${actorId} as text),
      cast(${actorName} as text), cast(${JSON.stringify({ outcomeId, team })} as text), cast(${at} as text)
    from feedback_items where id in ${idsIn(db.engine, ids)} and outcome_id = ${outcomeId}`.execute(db.everywhere)
}

/** Writes what still follows, and holds the outcome. False when that is not what it was: somebody else went on with it. */
export async function moveFollowUps(db: Db, scope: Scope, id: string, from: string | null, to: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('outcomes')
    .set({ followUps: to })
    .where('id', '=', id)
    .where('followUps', from === null ? 'is' : '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Outcomes of every organisation of whose correction or withdrawal not all customers have heard. */
export const listFollowing = ({ everywhere }: Db) =>
  everywhere.selectFrom('outcomes').select(['id', 'organisationId', 'followUps']).where('followUps', 'is not', null).limit(20).execute()
