import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

const OPEN = ['received', 'routed', 'in_progress', 'reopened']

/** Open items on which a note names this colleague who has said nothing there since; oldest first. */
export function listOpenMentions(db: Db, scope: Scope, memberId: string) {
  return db
    .within(scope)
    .selectFrom('notifications')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'notifications.feedbackItemId')
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .leftJoin('teams', 'teams.id', 'goals.teamId')
    .select(['notifications.id', 'feedbackItems.message', 'goals.teamId', 'teams.name as team'])
    .where('notifications.memberId', '=', memberId)
    .where('notifications.kind', '=', 'mention')
    .where('feedbackItems.status', 'in', OPEN)
    .where('feedbackItems.erasedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('messages')
            .select('messages.id')
            .whereRef('messages.feedbackItemId', '=', 'feedbackItems.id')
            .where('messages.memberId', '=', memberId)
            .whereRef('messages.createdAt', '>', 'notifications.at'),
        ),
      ),
    )
    .orderBy('notifications.at')
    .orderBy('notifications.id')
    .execute()
}

/** The item of a mention that is in these hands; undefined where it is in others. */
export const findMention = (db: Db, scope: Scope, id: string, memberId: string) =>
  db
    .within(scope)
    .selectFrom('notifications')
    .select(['feedbackItemId', 'about'])
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst()

export const hasMention = async (db: Db, scope: Scope, memberId: string, about: string) =>
  (await db.within(scope).selectFrom('notifications').select('id').where('memberId', '=', memberId).where('about', '=', about).executeTakeFirst()) !==
  undefined

/** From now on it is news to another colleague. */
export const giveMention = (db: Db, scope: Scope, id: string, memberId: string, at: string) =>
  db.within(scope).updateTable('notifications').set({ memberId, at, readAt: null, mailedAt: null }).where('id', '=', id).execute()
