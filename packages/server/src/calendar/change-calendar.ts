import type { Calendar, KnownCalendar } from '@klankbord/shared/calendar'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { updateOrganisation } from '../members/store.ts'
import { knownTimeZone } from '../members/time-zone.ts'
import { keepHolidays } from './holidays.ts'
import { plain, readCalendar } from './read-calendar.ts'
import { upsertCalendar } from './store.ts'

/** Keeps another calendar. What was promised stays; what is promised from now on counts in its days. */
export async function changeCalendar({ db, clock }: Deps, scope: Scope, given: Calendar): Promise<KnownCalendar> {
  const now = clock()
  const calendar = { ...given, timeZone: knownTimeZone(given.timeZone) }
  if (calendar.holidays) await keepHolidays(db, calendar.holidays, now)
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const before = plain(await readCalendar(db, scope))
    await updateOrganisation(db, scope, { timeZone: calendar.timeZone })
    const changedBy = 'name' in scope.who ? scope.who.name : null
    await upsertCalendar(db, scope, calendar, { before, changedAt: now.toISOString(), changedBy })
    await record(db, scope, [{ type: 'calendar.changed', detail: { from: before, to: calendar } }], now)
    return readCalendar(db, scope)
  })
}
