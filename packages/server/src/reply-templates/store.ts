import type { ReplyTemplate } from '@klankbord/shared/reply-templates'
import type { Db } from '../db/db.ts'
import type { ReplyTemplateRow } from '../db/reply-rows.ts'
import type { Scope } from '../db/scope.ts'

const templates = (db: Db, scope: Scope) => db.within(scope).selectFrom('replyTemplates').select(['id', 'name', 'text', 'teamId', 'locale'])

/** All of them, by name. */
export const listTemplates = (db: Db, scope: Scope): Promise<ReplyTemplate[]> => templates(db, scope).orderBy('name').orderBy('id').execute()

export const findTemplate = (db: Db, scope: Scope, id: string): Promise<ReplyTemplate | undefined> =>
  templates(db, scope).where('id', '=', id).executeTakeFirst()

export async function countTemplates(db: Db, scope: Scope): Promise<number> {
  const counting = db.within(scope).selectFrom('replyTemplates')
  return (await counting.select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('count')).executeTakeFirstOrThrow()).count
}

export async function insertTemplate(db: Db, scope: Scope, template: Omit<ReplyTemplateRow, 'organisationId'>) {
  await db.within(scope).insertInto('replyTemplates', template).execute()
}

export async function updateTemplate(db: Db, scope: Scope, id: string, changes: Partial<Omit<ReplyTemplate, 'id'>>) {
  await db.within(scope).updateTable('replyTemplates').set(changes).where('id', '=', id).execute()
}

export async function deleteTemplate(db: Db, scope: Scope, id: string) {
  await db.within(scope).deleteFrom('replyTemplates').where('id', '=', id).execute()
}

/** Gives the templates of a team to another, or to everybody. */
export async function passTemplatesOn(db: Db, scope: Scope, teamId: string, heirId: string | null) {
  await db.within(scope).updateTable('replyTemplates').set({ teamId: heirId }).where('teamId', '=', teamId).execute()
}
