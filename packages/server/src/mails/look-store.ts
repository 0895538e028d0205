import type { Insertable } from 'kysely'
import type { Db } from '../db/db.ts'
import { newSecret } from '../db/ids.ts'
import type { MailLookRow } from '../db/mail-rows.ts'
import type { Scope } from '../db/scope.ts'

type Change = Partial<Omit<Insertable<MailLookRow>, 'organisationId' | 'changedAt'>>

/** Keeps what changed of how letters look. */
export async function upsertLook(db: Db, scope: Scope, change: Change, changedAt: string) {
  const row = { tone: 'informal', inboundSecret: newSecret(), ...change, changedAt }
  await db
    .within(scope)
    .insertInto('mailLooks', row)
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet({ ...change, changedAt }))
    .execute()
}
