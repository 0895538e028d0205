import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { OutcomeRow } from '../db/outcome-rows.ts'
import type { Scope } from '../db/scope.ts'
import { outcomesAbout } from '../db/search.ts'

const outcomes = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .innerJoin('organisations', 'organisations.id', 'outcomes.organisationId')
    .selectAll('outcomes')
    .select('organisations.outcomeReviewAt')
    .select(['goals.title as goal', 'goals.public as goalPublic', 'goals.state as goalState', 'teams.name as team'])

export type NamedOutcome = Awaited<ReturnType<ReturnType<typeof outcomes>['execute']>>[number]

export const findOutcome = (db: Db, scope: Scope, id: string): Promise<NamedOutcome | undefined> =>
  outcomes(db, scope).where('outcomes.id', '=', id).executeTakeFirst()

interface Asked {
  limit: number
  /** `[time, id]` of the row after which the page starts. */
  after: string[] | null
}

/** A page of outcomes, newest first; one row more than `limit` tells that there are more. */
export function listOutcomes(db: Db, scope: Scope, { limit, after, goalId }: Asked & { goalId?: string | undefined }): Promise<NamedOutcome[]> {
  let query = outcomes(db, scope)
  if (goalId) query = query.where('outcomes.goalId', '=', goalId)
  if (after) query = query.where((eb) => eb(eb.refTuple('outcomes.createdAt', 'outcomes.id'), '<', eb.tuple(after[0] ?? '', after[1] ?? '')))
  return query
    .orderBy('outcomes.createdAt', 'desc')
    .orderBy('outcomes.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Which of what everyone may read is wanted. */
export interface Shown {
  goalId?: string | undefined
  /** Only outcomes about something that was said there. */
  siteId?: string | undefined
}

const aboutSite = (siteId: string) => sql<boolean>`exists (select 1 from outcome_items
  inner join feedback_items on feedback_items.id = outcome_items.feedback_item_id where outcome_items.outcome_id = outcomes.id and feedback_items.site_id = ${siteId})`

/** A page of what everyone may read, newest first. */
export function listPublished(db: Db, scope: Scope, { limit, after, goalId, siteId }: Asked & Shown): Promise<NamedOutcome[]> {
  let query = outcomes(db, scope)
    .where('outcomes.publicAt', 'is not', null)
    .where('outcomes.publishedAt', 'is not', null)
    .where('outcomes.withdrawnAt', 'is', null)
  if (goalId !== undefined) query = query.where('outcomes.goalId', '=', goalId)
  if (siteId !== undefined) query = query.where(aboutSite(siteId))
  if (after) query = query.where((eb) => eb(eb.refTuple('outcomes.publishedAt', 'outcomes.id'), '<', eb.tuple(after[0] ?? '', after[1] ?? '')))
  return query
    .orderBy('outcomes.publishedAt', 'desc')
    .orderBy('outcomes.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** What everyone may read of what `query` speaks of, those that fit best first. */
export async function listAbout(db: Db, scope: Scope, query: string, limit: number, { goalId, siteId }: Shown = {}): Promise<NamedOutcome[]> {
  const ids = await outcomesAbout(db, scope, query, limit)
  if (ids.length === 0) return []
  let found = outcomes(db, scope).where('outcomes.id', 'in', ids)
  if (goalId !== undefined) found = found.where('outcomes.goalId', '=', goalId)
  if (siteId !== undefined) found = found.where(aboutSite(siteId))
  const rows = await found.execute()
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** The items of each outcome that has any. One row for each: there may be a hundred thousand, and as many rows keep everybody else waiting. */
export async function itemsOf(db: Db, scope: Scope, outcomeIds: string[]): Promise<Map<string, string[]>> {
  if (outcomeIds.length === 0) return new Map()
  const rows = await db.scan(
    db
      .within(scope)
      .selectFrom('outcomeItems')
      .select(['outcomeId', sql<string>`string_agg(feedback_item_id, ',' order by feedback_item_id)`.as('items')])
      .where('outcomeId', 'in', outcomeIds)
      .groupBy('outcomeId'),
  )
  return new Map(rows.map(({ outcomeId, items }) => [outcomeId, items.split(',')]))
}

/** How many items of each kind each of these outcomes answered. */
export async function countAnswered(db: Db, scope: Scope, outcomeIds: string[]) {
  if (outcomeIds.length === 0) return []
  return db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .where('outcomeItems.outcomeId', 'in', outcomeIds)
    .where('feedbackItems.status', '!=', 'spam')
    .where((eb) => eb.or([eb('feedbackItems.status', '!=', 'merged'), eb('feedbackItems.outcomeId', '=', eb.ref('outcomeItems.outcomeId'))]))
    .groupBy(['outcomeItems.outcomeId', 'feedbackItems.kind'])
    .select(({ fn, cast }) => ['outcomeItems.outcomeId', 'feedbackItems.kind', cast<number>(fn.countAll(), 'integer').as('items')])
    .orderBy('feedbackItems.kind')
    .execute()
}

/** Items that no outcome speaks to: spam, and those whose customer was carried along to another item. */
export const NOT_ANSWERED = ['spam', 'merged']

/** The status of those of these items that exist here. */
export async function statusesOf(db: Db, scope: Scope, itemIds: string[]): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db.within(scope).selectFrom('feedbackItems').select(['id', 'status']).where('id', 'in', itemIds).execute()
  return new Map(rows.map(({ id, status }) => [id, status]))
}

export const insertOutcome = (db: Db, scope: Scope, outcome: Omit<Insertable<OutcomeRow>, 'organisationId'>) =>
  db.within(scope).insertInto('outcomes', outcome).execute()

const CHUNK = 5_000

export async function insertItems(db: Db, scope: Scope, outcomeId: string, itemIds: string[]) {
  for (let at = 0; at < itemIds.length; at += CHUNK) {
    const rows = itemIds.slice(at, at + CHUNK).map((feedbackItemId) => ({ outcomeId, feedbackItemId }))
    await db.within(scope).insertInto('outcomeItems', rows).execute()
  }
}

export const deleteItems = (db: Db, scope: Scope, outcomeId: string) =>
  db.within(scope).deleteFrom('outcomeItems').where('outcomeId', '=', outcomeId).execute()

type Change = Pick<Updateable<OutcomeRow>, 'kind' | 'title' | 'did' | 'better' | 'next' | 'locale' | 'translations' | 'publicAt' | 'publishAt'> &
  Pick<Updateable<OutcomeRow>, 'nothingMoreAt' | 'editedBy' | 'reviewAskedAt' | 'reviewNote' | 'pictures'>

/** False when there is no such draft. */
export async function updateDraft(db: Db, scope: Scope, id: string, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('outcomes')
    // Written to itself, so that a change of the items alone locks the draft too.
    .set((eb) => ({ createdAt: eb.ref('createdAt'), ...change }))
    .where('id', '=', id)
    .where('publishedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False when there is no such draft. */
export async function deleteDraft(db: Db, scope: Scope, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.within(scope).deleteFrom('outcomes').where('id', '=', id).where('publishedAt', 'is', null).executeTakeFirst()
  return numDeletedRows > 0n
}
