import type { Calendar } from '@klankbord/shared/calendar'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { weekdayOf } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { holidaysOfYears } from './holidays.ts'
import { findCalendar } from './store.ts'
import type { WorkingCalendar } from './working-time.ts'

/** By what it is made of; every submission needs one. */
const opened = new Map<string, WorkingCalendar>()
const MOST = 500

/** The days on which an organisation works, for promises that are given or looked at now. */
export async function openCalendar(db: Db, scope: Scope, now: Date): Promise<WorkingCalendar> {
  const { timeZone } = await readOrganisation(db, scope)
  const { changed, ...rest } = await findCalendar(db, scope)
  return workingCalendar(db, { timeZone, ...rest }, now)
}

/** The days on which somebody with this calendar works, from the year before now until two years after it: a promise takes at most 365 working days. */
export async function workingCalendar(db: Db, calendar: Calendar, now: Date): Promise<WorkingCalendar> {
  const year = now.getUTCFullYear()
  const key = `${year} ${JSON.stringify([calendar.timeZone, calendar.workdays, calendar.holidays, calendar.ownDays])}`
  const known = opened.get(key)
  if (known) return known
  if (opened.size >= MOST) opened.clear()
  const made = await make(db, calendar, [year - 1, year, year + 1, year + 2])
  opened.set(key, made)
  return made
}

async function make(db: Db, { timeZone, workdays, holidays, ownDays }: Calendar, years: number[]): Promise<WorkingCalendar> {
  const free = new Set(ownDays.map(({ date }) => date))
  if (holidays) for (const { date } of (await holidaysOfYears(db, holidays, years)).flat()) free.add(date)
  const works = new Set(workdays)
  return { timeZone, isWorkday: (day) => works.has(weekdayOf(day)) && !free.has(day) }
}
