import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'

/** A day that is free in a whole country or region, and how it is called. */
export interface Holiday {
  /** `2026-04-27`. */
  date: string
  nl: string
  en: string
}

export interface Place {
  country: string
  /** Null for what is free in the whole country. */
  region: string | null
}

const ofYear = prepared((db, { country, region, year }: { country: string; region: string; year: number }) =>
  db.everywhere.selectFrom('holidays').select('days').where('country', '=', country).where('region', '=', region).where('year', '=', year),
)

export async function findHolidays(db: Db, { country, region }: Place, year: number): Promise<Holiday[] | undefined> {
  const [row] = await ofYear(db, { country, region: region ?? '', year })
  return row && (JSON.parse(row.days) as Holiday[])
}

/** The years of which the holidays of a place are kept. */
export async function knownYears(db: Db, { country, region }: Place): Promise<Set<number>> {
  const rows = await db.everywhere
    .selectFrom('holidays')
    .select('year')
    .where('country', '=', country)
    .where('region', '=', region ?? '')
    .execute()
  return new Set(rows.map(({ year }) => year))
}

export async function insertHolidays(db: Db, { country, region }: Place, year: number, days: Holiday[]) {
  await db.everywhere
    .insertInto('holidays')
    .values({ country, region: region ?? '', year, days: JSON.stringify(days) })
    .onConflict((conflict) => conflict.columns(['country', 'region', 'year']).doNothing())
    .execute()
}

/** The places that calendars name. */
export async function listPlaces(db: Db): Promise<Place[]> {
  const rows = await db.everywhere.selectFrom('calendars').select('holidays').distinct().where('holidays', 'is not', null).execute()
  return rows.map(({ holidays }) => JSON.parse(holidays ?? '') as Place)
}
