import type { Comment } from '@klankbord/shared/goals'
import type { Insertable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { CommentRow } from '../db/goal-rows.ts'
import type { Scope } from '../db/scope.ts'

/** What was said of a goal or an initiative, newest first, after `[createdAt, id]`; one more than `limit` when there are more. */
export function listComments(db: Db, scope: Scope, { aboutId, limit, after }: AboutPage): Promise<Comment[]> {
  let query = db.within(scope).selectFrom('comments').where('aboutId', '=', aboutId).select(['id', 'author', 'text', 'createdAt'])
  if (after) query = query.where((eb) => eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(after[0] ?? '', after[1] ?? '')))
  return query
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export interface AboutPage {
  aboutId: string
  limit: number
  after: string[] | null
}

export async function insertComment(db: Db, scope: Scope, comment: Omit<Insertable<CommentRow>, 'organisationId'>) {
  await db.within(scope).insertInto('comments', comment).execute()
}

/** What happened to a goal, an initiative or a team, newest first, as comments are listed. */
export function listHistory(db: Db, scope: Scope, { aboutId, limit, after }: AboutPage) {
  let query = db.within(scope).selectFrom('events').where('aboutId', '=', aboutId).select(['id', 'type', 'actorName', 'detail', 'createdAt'])
  if (after) query = query.where((eb) => eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(after[0] ?? '', after[1] ?? '')))
  return query
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
