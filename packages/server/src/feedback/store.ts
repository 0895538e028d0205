import type { RoutingDecision } from '@klankbord/shared/routing'
import type { Status } from '@klankbord/shared/widget'
import type { Selectable, Updateable } from 'kysely'
import type { Db } from '../db/db.ts'
import { insertInto, prepared } from '../db/prepared.ts'
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
])

export async function findItem(db: Db, scope: Scope, id: string): Promise<StoredItem | undefined> {
  const row = await db.within(scope).selectFrom('feedbackItems').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, status: row.status as Status, routing: JSON.parse(row.routing) as RoutingDecision }
}

/** The item that a status link speaks of, whatever its organisation. */
export const findAnyItem = (db: Db, id: string) =>
  db.everywhere.selectFrom('feedbackItems').select(['id', 'organisationId', 'siteId', 'customerId']).where('id', '=', id).executeTakeFirst()

type Change = Omit<Updateable<FeedbackItemRow>, 'id' | 'organisationId' | 'routing' | 'status'> & { status?: Status; routing?: RoutingDecision }

/** Changes an item that still stands where it was read; false when it has moved in the meantime. */
export async function updateItem(
  db: Db,
  scope: Scope,
  { id, status }: Pick<StoredItem, 'id' | 'status'>,
  { routing, ...change }: Change,
): Promise<boolean> {
  const result = await db
    .within(scope)
    .updateTable('feedbackItems')
    .set({ ...change, ...(routing && { routing: JSON.stringify(routing) }) })
    .where('id', '=', id)
    .where('status', '=', status)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** One thing more that the customer has not seen. */
export const addNews = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({ news: eb('news', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const clearNews = (db: Db, scope: Scope, id: string) =>
  db.within(scope).updateTable('feedbackItems').set({ news: 0 }).where('id', '=', id).execute()

/** The team's first word to the customer keeps the promise. */
export const setReplied = (db: Db, scope: Scope, id: string, at: string) =>
  db.within(scope).updateTable('feedbackItems').set({ repliedAt: at }).where('id', '=', id).where('repliedAt', 'is', null).execute()

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
