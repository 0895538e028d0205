import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Db } from '../db/db.ts'
import type { Deps } from '../deps.ts'
import { findHolidays, type Holiday, insertHolidays, knownYears, listPlaces, type Place } from './holidays-store.ts'

/** So many years ahead are worked out before anybody asks: a promise takes at most 365 working days. */
const AHEAD = 2
/** Who looks more often finds nothing more. */
const LOOK_EVERY_MS = 60 * 60 * 1000

/** By place and year; they are the same for everyone, and do not change. */
const known = new Map<string, Holiday[]>()
const keyOf = ({ country, region }: Place, year: number) => `${country}-${region ?? ''}-${year}`

/** The public holidays of a year. */
export const holidaysOf = async (db: Db, place: Place, year: number): Promise<Holiday[]> => (await holidaysOfYears(db, place, [year])).flat()

/** The public holidays of some years. From memory nearly always; else from the table, and only where nobody worked them out yet from the rules. */
export async function holidaysOfYears(db: Db, place: Place, years: readonly number[]): Promise<Holiday[][]> {
  const unknown: number[] = []
  for (const year of years) {
    const found = known.get(keyOf(place, year)) ?? (await findHolidays(db, place, year))
    if (found) known.set(keyOf(place, year), found)
    else unknown.push(year)
  }
  if (unknown.length > 0) for (const [year, days] of await workOut(place, unknown)) known.set(keyOf(place, year), days)
  return years.map((year) => known.get(keyOf(place, year)) ?? [])
}

/** Works out the holidays of this year and those to come, where they are not kept yet. Not within a transaction: it takes half a second. */
export async function keepHolidays(db: Db, place: Place, now: Date): Promise<void> {
  const kept = await knownYears(db, place)
  const wanted = Array.from({ length: AHEAD + 2 }, (_, i) => now.getUTCFullYear() - 1 + i).filter((year) => !kept.has(year))
  if (wanted.length === 0) return
  for (const [year, days] of await workOut(place, wanted)) await insertHolidays(db, place, year, days)
}

const lookedAt = new WeakMap<Db, number>()

/** Keeps a year more as the years go by. Any number of processes may do it at once. */
export async function lookAhead({ db, clock }: Deps): Promise<void> {
  const now = clock()
  if (Math.abs(now.getTime() - (lookedAt.get(db) ?? 0)) < LOOK_EVERY_MS) return
  lookedAt.set(db, now.getTime())
  await keepAllHolidays({ db, clock })
}

/** Keeps the holidays of each place that a calendar names: for an organisation that is new, before its first customer writes. */
export async function keepAllHolidays({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  for (const place of await listPlaces(db)) await keepHolidays(db, place, clock())
}

async function workOut(place: Place, years: number[]): Promise<Map<number, Holiday[]>> {
  const thread = new Worker(new URL('./holidays-thread.js', import.meta.url), { workerData: { ...place, years }, env: {} })
  // An error of the thread rejects this as well.
  const [answer] = (await once(thread, 'message')) as [{ year: number; days: Holiday[] }[]]
  return new Map(answer.map(({ year, days }) => [year, days]))
}
