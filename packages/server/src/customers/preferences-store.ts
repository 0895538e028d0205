import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** What everyone with this address said, newest first; at most 50. */
export const listMailedAbout = (db: Db, scope: Scope, email: string) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .select(['feedbackItems.id', 'feedbackItems.message', 'feedbackItems.submittedAt', 'feedbackItems.mutedAt'])
    .where('customers.email', '=', email)
    .where('customers.emailConfirmedAt', 'is not', null)
    .where('feedbackItems.status', '!=', 'spam')
    .where('feedbackItems.erasedAt', 'is', null)
    .orderBy('feedbackItems.submittedAt', 'desc')
    .orderBy('feedbackItems.id', 'desc')
    .limit(50)
    .execute()

export const setMuted = (db: Db, scope: Scope, id: string, at: string | null) =>
  db.within(scope).updateTable('feedbackItems').set({ mutedAt: at }).where('id', '=', id).execute()

export const setLocaleOfAddress = (db: Db, scope: Scope, email: string, locale: string) =>
  db.within(scope).updateTable('customers').set({ locale }).where('email', '=', email).execute()
