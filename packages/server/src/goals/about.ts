import type { Comment, GoalEvent } from '@klankbord/shared/goals'
import type { Page, PageQuery } from '@klankbord/shared/page'
import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import { insertComment, listComments, listHistory } from './about-store.ts'

const keysOf = ({ createdAt, id }: { createdAt: string; id: string }) => [createdAt, id]
const afterOf = ({ cursor }: PageQuery) => (cursor === undefined ? null : readCursor(cursor, 2))

/** A colleague says something of a goal or an initiative; a colleague without an account under the first name they give. */
export async function comment(
  db: Db,
  scope: Scope,
  { aboutId, text, name }: { aboutId: string; text: string; name?: string },
  now: Date,
): Promise<Comment> {
  const { who } = scope
  const author = name ?? ('name' in who ? who.name : '')
  const said = { id: newId(), author, text, createdAt: now.toISOString() }
  await insertComment(db, scope, { ...said, aboutId, memberId: who.kind === 'member' ? who.id : null })
  return said
}

export async function readComments(db: Db, scope: Scope, aboutId: string, page: PageQuery): Promise<Page<Comment>> {
  const rows = await listComments(db, scope, { aboutId, limit: page.limit, after: afterOf(page) })
  return pageFrom(rows, page.limit, keysOf, (row) => row)
}

export async function readHistory(db: Db, scope: Scope, aboutId: string, page: PageQuery): Promise<Page<GoalEvent>> {
  const rows = await listHistory(db, scope, { aboutId, limit: page.limit, after: afterOf(page) })
  return pageFrom(rows, page.limit, keysOf, ({ id, type, actorName, detail, createdAt }) => ({
    id,
    type,
    actor: actorName,
    at: createdAt,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }))
}
