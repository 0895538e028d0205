import type { Calendar, CalendarPreview, FreeDay } from '@klankbord/shared/calendar'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { addDays, dayAt, weekdayOf } from '../members/local-time.ts'
import { findMember, readOrganisation } from '../members/store.ts'
import { knownTimeZone } from '../members/time-zone.ts'
import { languageOf } from '../texts/texts.ts'
import { holidaysOf, keepHolidays } from './holidays.ts'
import { workingCalendar } from './open-calendar.ts'
import { plain, readCalendar } from './read-calendar.ts'
import { countGiven } from './store.ts'
import { endOf, workdayFrom } from './working-time.ts'

/** The working days of the promise that a preview gives as an example. */
const EXAMPLE_DAYS = 5

/** All free days of a year in the calendar that is kept. */
export async function listFreeDays({ db, clock }: Deps, scope: Scope, { year }: { year?: number | undefined }) {
  const calendar = await readCalendar(db, scope)
  const asked = year ?? Number(dayAt(clock(), calendar.timeZone).slice(0, 4))
  return { year: asked, items: await freeDays(db, calendar, asked, await languageFor(db, scope)) }
}

/** What a calendar would do in place of the one that is kept. Changes nothing. */
export async function previewCalendar(
  { db, clock }: Deps,
  scope: Scope,
  { year: asked, ...given }: Calendar & { year?: number | undefined },
): Promise<CalendarPreview> {
  const now = clock()
  const after = { ...given, timeZone: knownTimeZone(given.timeZone) }
  const before = plain(await readCalendar(db, scope))
  if (after.holidays) await keepHolidays(db, after.holidays, now)
  const year = asked ?? Number(dayAt(now, after.timeZone).slice(0, 4))
  const language = await languageFor(db, scope)
  const [was, is] = [await freeDays(db, before, year, language), await freeDays(db, after, year, language)]
  const without = (days: FreeDay[], others: FreeDay[]) => days.filter(({ date }) => !others.some((other) => other.date === date))
  return {
    days: is,
    added: without(is, was),
    removed: without(was, is),
    workingDays: { before: await countWorkdays(db, before, year), after: await countWorkdays(db, after, year) },
    example: { days: EXAMPLE_DAYS, before: await promised(db, before, now), after: await promised(db, after, now) },
    given: await countGiven(db, scope, now.toISOString()),
  }
}

async function promised(db: Db, calendar: Calendar, now: Date): Promise<string> {
  const working = await workingCalendar(db, calendar, now)
  return endOf(working, workdayFrom(working, dayAt(now, calendar.timeZone), EXAMPLE_DAYS)).toISOString()
}

async function countWorkdays(db: Db, calendar: Calendar, year: number): Promise<number> {
  const { isWorkday } = await workingCalendar(db, calendar, new Date(Date.UTC(year, 6)))
  let days = 0
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) if (isWorkday(day)) days++
  return days
}

async function freeDays(db: Db, { holidays, ownDays, workdays }: Calendar, year: number, language: 'nl' | 'en'): Promise<FreeDay[]> {
  const weekend = (date: string) => !workdays.includes(weekdayOf(date))
  const own = ownDays
    .filter(({ date }) => date.startsWith(`${year}-`))
    .map(({ date, name }): FreeDay => ({ date, name, from: 'own', weekend: weekend(date) }))
  const named = holidays ? await holidaysOf(db, holidays, year) : []
  const theirs = named.map((holiday): FreeDay => ({ date: holiday.date, name: holiday[language], from: 'holiday', weekend: weekend(holiday.date) }))
  return [...theirs, ...own].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

async function languageFor(db: Db, scope: Scope) {
  const { locale } = await readOrganisation(db, scope)
  const member = scope.who.kind === 'member' ? await findMember(db, scope, scope.who.id) : undefined
  return languageOf(member?.locale ?? null, locale)
}
