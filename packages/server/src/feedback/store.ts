import type { RoutingDecision } from '@klankbord/shared/routing'
import type { Status } from '@klankbord/shared/widget'
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import { insertInto, prepared } from '../db/prepared.ts'
import { settledReplyBy } from '../db/promise-dates.ts'
import type { FeedbackItemRow, MessageRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import type { StoredAnswer } from '../sites/answers.ts'

export interface StoredItem extends Omit<Selectable<FeedbackItemRow>, 'status' | 'routing'> {
  status: Status
  routing: RoutingDecision
}

/** An item as it arrives; what happens to it later starts empty. */
export interface NewItem
  extends Pick<
    FeedbackItemRow,
    | 'id'
    | 'siteId'
    | 'customerId'
    | 'kind'
    | 'message'
    | 'ratingScale'
    | 'ratingValue'
    | 'locale'
    | 'pageUrl'
    | 'goalId'
    | 'submittedAt'
    | 'replyBy'
    | 'priority'
    | 'news'
    | 'stems'
    | 'askedAt'
    | 'pausedReplyBy'
  > {
  status: Status
  routing: RoutingDecision
  attributes: Record<string, string>
  answers: StoredAnswer[]
}

export const insertItem: (db: Db, scope: Scope, item: NewItem) => Promise<void> = insertInto('feedbackItems', [
  'id',
  'siteId',
  'customerId',
  'kind',
  'message',
  'status',
  'ratingScale',
  'ratingValue',
  'locale',
  'pageUrl',
  'attributes',
  'answers',
  'goalId',
  'submittedAt',
  'replyBy',
  'routing',
  'priority',
  'news',
  'stems',
  'askedAt',
  'pausedReplyBy',
])

/** How a member came to write it down. */
export const setChannel = (db: Db, scope: Scope, id: string, channel: string) =>
  db.within(scope).updateTable('feedbackItems').set({ channel }).where('id', '=', id).execute()

export async function findItem(db: Db, scope: Scope, id: string): Promise<StoredItem | undefined> {
  const row = await db.within(scope).selectFrom('feedbackItems').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, status: row.status as Status, routing: JSON.parse(row.routing) as RoutingDecision }
}

/** The item that a status link speaks of, whatever its organisation. */
export const findAnyItem = (db: Db, id: string) =>
  db.everywhere.selectFrom('feedbackItems').select(['id', 'organisationId', 'siteId', 'customerId']).where('id', '=', id).executeTakeFirst()

export type Change = Omit<Updateable<FeedbackItemRow>, 'id' | 'organisationId' | 'routing' | 'status'> & {
  status?: Status
  routing?: RoutingDecision
}

/** Changes an item that still stands as it was read; false when it was changed in the meantime. A promise that is made anew is its own, whatever was merged into it. */
export async function updateItem(
  db: Db,
  scope: Scope,
  { id, version }: Pick<StoredItem, 'id' | 'version'>,
  { routing, ...change }: Change,
): Promise<boolean> {
  const result = await db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({
      ...('replyBy' in change && { replyByAlone: null }),
      ...change,
      ...(routing && { routing: JSON.stringify(routing) }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Something was said about an item, so that who acts on it must look again. */
export const touchItem = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** One thing more that the customer has not seen. */
export const addNews = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({ news: eb('news', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** One thing more that the customers of an item, and of all that was merged into it, have not seen. */
export async function addNewsToAll(db: Db, scope: Scope, id: string) {
  await addNews(db, scope, id)
  await addNewsToCarried(db, scope, id)
}

/** The same for what was merged into it alone. */
export async function addNewsToCarried(db: Db, scope: Scope, id: string) {
  const ids = await listCarried(db, scope, id)
  for (let from = 0; from < ids.length; from += MANY)
    await db
      .named(scope)
      .updateTable('feedbackItems')
      .set((eb) => ({ news: eb('news', '+', 1) }))
      .where('id', 'in', idsIn(db.engine, ids.slice(from, from + MANY)))
      .execute()
}

/** So many rows in one statement. */
const MANY = 5_000

export const clearNews = (db: Db, scope: Scope, id: string) =>
  db.within(scope).updateTable('feedbackItems').set({ news: 0 }).where('id', '=', id).execute()

/** The team's first word to the customer keeps the promise, also while it stands still. */
export const setReplied = (db: Db, scope: Scope, id: string, at: string) =>
  db
    .within(scope)
    .updateTable('feedbackItems')
    .set({ repliedAt: at, replyBy: settledReplyBy(at), pausedReplyBy: null })
    .where('id', '=', id)
    .where('repliedAt', 'is', null)
    .execute()

export const insertMessage: (db: Db, scope: Scope, message: Omit<MessageRow, 'organisationId'>) => Promise<void> = insertInto('messages', [
  'id',
  'feedbackItemId',
  'kind',
  'memberId',
  'author',
  'text',
  'createdAt',
])

interface OfItem {
  organisationId: string
  itemId: string
}

const messages = prepared((db, { organisationId, itemId }: OfItem) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('messages')
    .selectAll()
    .where('feedbackItemId', '=', itemId)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(500),
)

const events = prepared((db, { organisationId, itemId }: OfItem) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('events')
    .selectAll()
    .where('feedbackItemId', '=', itemId)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(500),
)

export const listMessages = (db: Db, { organisationId }: Scope, itemId: string) => messages(db, { organisationId, itemId })
export const listEvents = (db: Db, { organisationId }: Scope, itemId: string) => events(db, { organisationId, itemId })

/** What happened to an item last. */
export const findLastEvent = (db: Db, scope: Scope, itemId: string) =>
  db
    .within(scope)
    .selectFrom('events')
    .select(['type', 'actorKind', 'actorName', 'createdAt'])
    .where('feedbackItemId', '=', itemId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

const below = prepared((db, { organisationId, itemId }: OfItem) => ({
  compile: () =>
    sql<{ id: string }>`with recursive carried (id) as (
      select id from feedback_items where merged_into_id = ${itemId} and organisation_id || '' = ${organisationId}
      union select feedback_items.id from carried inner join feedback_items on feedback_items.merged_into_id = carried.id)
    select id from carried`.compile(db.everywhere),
}))

/** All that was merged into an item, and into what was merged into it. */
export async function listCarried(db: Db, { organisationId }: Scope, itemId: string): Promise<string[]> {
  return (await below(db, { organisationId, itemId })).map(({ id }) => id)
}
