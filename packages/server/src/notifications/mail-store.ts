import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** Organisations in which somebody was told something that no mail has brought yet. */
export const listWaiting = ({ everywhere }: Db) =>
  everywhere
    .selectFrom('organisations')
    .select(['id', 'timeZone'])
    .where('id', 'in', (eb) =>
      eb.selectFrom('notifications').where('mailedAt', 'is', null).where('readAt', 'is', null).select('notifications.organisationId'),
    )
    .execute()

/** Who has unread notifications that no mail has brought yet, with what they chose. */
export const listUnmailed = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('notifications')
    .innerJoin('members', 'members.id', 'notifications.memberId')
    .leftJoin('notificationChoices', 'notificationChoices.memberId', 'notifications.memberId')
    .where('notifications.mailedAt', 'is', null)
    .where('notifications.readAt', 'is', null)
    .groupBy(['members.id', 'members.email', 'members.deactivatedAt', 'notificationChoices.mail', 'notificationChoices.hour'])
    .select(['members.id', 'members.email', 'members.deactivatedAt', 'notificationChoices.mail', 'notificationChoices.hour'])
    .execute()

/** Takes what a member was told until a moment into a mail. False when there is nothing, or another process was first. */
export async function claimForMail(db: Db, scope: Scope, memberId: string, until: string, mailedAt: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('notifications')
    .set({ mailedAt })
    .where('memberId', '=', memberId)
    .where('mailedAt', 'is', null)
    .where('readAt', 'is', null)
    .where('at', '<=', until)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
