import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** To whom an item belongs; undefined where they want no mail about it. */
export const findOwner = async (db: Db, scope: Scope, id: string): Promise<string | undefined> =>
  (await db.within(scope).selectFrom('feedbackItems').select('customerId').where('id', '=', id).where('mutedAt', 'is', null).executeTakeFirst())
    ?.customerId

/** A colleague's message with the item that it is about; never a note, and none about an item whose customer wants no mail about it. */
export const findTeamMessage = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .selectFrom('messages')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'messages.feedbackItemId')
    .select(['messages.id', 'messages.feedbackItemId', 'messages.author', 'messages.text', 'messages.createdAt', 'feedbackItems.customerId'])
    .where('messages.id', '=', id)
    .where('messages.kind', '=', 'team')
    .where('feedbackItems.mutedAt', 'is', null)
    .executeTakeFirst()

/** A colleague who has not left, and the language of their organisation. */
export const findColleague = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .selectFrom('members')
    .innerJoin('organisations', 'organisations.id', 'members.organisationId')
    .select(['members.name', 'members.email', 'members.locale', 'organisations.name as organisation', 'organisations.locale as organisationLocale'])
    .where('members.id', '=', id)
    .where('members.deactivatedAt', 'is', null)
    .executeTakeFirst()
