import type { NotificationChoice } from '@klankbord/shared/notifications'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** One letter a day, in the morning: nobody misses a promise, and nobody is called away from work. */
export const UNTOUCHED: NotificationChoice = { mail: 'daily', hour: 8 }

export async function findChoice(db: Db, scope: Scope, memberId: string): Promise<NotificationChoice> {
  const row = await db.within(scope).selectFrom('notificationChoices').select(['mail', 'hour']).where('memberId', '=', memberId).executeTakeFirst()
  return row ? { mail: row.mail as NotificationChoice['mail'], hour: row.hour } : UNTOUCHED
}

export async function upsertChoice(db: Db, scope: Scope, memberId: string, choice: NotificationChoice) {
  await db
    .within(scope)
    .insertInto('notificationChoices', { memberId, ...choice })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(choice))
    .execute()
}
