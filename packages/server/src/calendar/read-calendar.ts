import type { Calendar, KnownCalendar } from '@klankbord/shared/calendar'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { readOrganisation } from '../members/store.ts'
import { findCalendar } from './store.ts'

/** When an organisation works, with the change that made it so. */
export async function readCalendar(db: Db, scope: Scope): Promise<KnownCalendar> {
  const { timeZone } = await readOrganisation(db, scope)
  return { timeZone, ...(await findCalendar(db, scope)) }
}

/** A calendar without its history. */
export const plain = ({ timeZone, workdays, holidays, ownDays }: Calendar): Calendar => ({ timeZone, workdays, holidays, ownDays })
