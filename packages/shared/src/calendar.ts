import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, line, Time } from './fields.ts'

/** Countries of which the public holidays are known. */
export const holidayCountries = ['NL', 'BE', 'DE'] as const
export type HolidayCountry = (typeof holidayCountries)[number]

/** The parts of a country that have holidays of their own, by the code that ISO 3166-2 gives them; a country without any has the same holidays everywhere. */
export const holidayRegions: Record<HolidayCountry, readonly { code: string; name: string }[]> = {
  NL: [],
  BE: [],
  DE: [
    { code: 'BW', name: 'Baden-Württemberg' },
    { code: 'BY', name: 'Bayern' },
    { code: 'BE', name: 'Berlin' },
    { code: 'BB', name: 'Brandenburg' },
    { code: 'HB', name: 'Bremen' },
    { code: 'HH', name: 'Hamburg' },
    { code: 'HE', name: 'Hessen' },
    { code: 'MV', name: 'Mecklenburg-Vorpommern' },
    { code: 'NI', name: 'Niedersachsen' },
    { code: 'NW', name: 'Nordrhein-Westfalen' },
    { code: 'RP', name: 'Rheinland-Pfalz' },
    { code: 'SL', name: 'Saarland' },
    { code: 'SN', name: 'Sachsen' },
    { code: 'ST', name: 'Sachsen-Anhalt' },
    { code: 'SH', name: 'Schleswig-Holstein' },
    { code: 'TH', name: 'Thüringen' },
  ],
}

const Holidays = z
  .object({ country: z.enum(holidayCountries), region: z.string().max(10).nullable().default(null) })
  .refine(({ country, region }) => region === null || holidayRegions[country].some(({ code }) => code === region), {
    path: ['region'],
    error: 'This country has no such region',
  })

/** A day on which nobody works here, whatever the country does. */
export const OwnDay = z.object({ date: Day, name: line(1, 60) })
export type OwnDay = z.infer<typeof OwnDay>

/** When the organisation works: every promise counts in its working days. */
export const Calendar = z.object({
  /** As IANA names it: `Europe/Amsterdam`. */
  timeZone: line(1, 60),
  /** 1 is Monday, 7 is Sunday. */
  workdays: z
    .array(z.int().min(1).max(7))
    .min(1, 'Choose at least one day on which you work')
    .max(7)
    .refine((days) => new Set(days).size === days.length, { error: 'Name each day once' })
    .overwrite((days) => days.toSorted((a, b) => a - b)),
  /** Whose public holidays are free; null where none are. `region` null is what is free in the whole country. */
  holidays: Holidays.nullable(),
  ownDays: z
    .array(OwnDay)
    .max(200, 'Keep it to 200 days')
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, { error: 'Name each day once' })
    .overwrite((days) => days.toSorted((a, b) => (a.date < b.date ? -1 : 1))),
})
export type Calendar = z.infer<typeof Calendar>

/** The calendar as it is, with the change that made it so, which putting `before` takes back. */
export const KnownCalendar = Calendar.extend({ changed: z.object({ at: Time, by: z.string().nullable(), before: Calendar }).nullable() })
export type KnownCalendar = z.infer<typeof KnownCalendar>

/** A free day beside the weekly ones, by name, and where it is from. On a `weekend` day nobody would have worked anyway. */
export const FreeDay = z.object({ date: Day, name: z.string(), from: z.enum(['holiday', 'own']), weekend: z.boolean() })
export type FreeDay = z.infer<typeof FreeDay>

/** What a calendar would do, in place of the one that is kept. */
export const CalendarPreview = z.object({
  /** All free days of the year, with the calendar that is asked about. */
  days: z.array(FreeDay),
  /** Those that would be new, and those that would be no more. */
  added: z.array(FreeDay),
  removed: z.array(FreeDay),
  /** Working days in the year, with the calendar that is kept and with the one that is asked about. */
  workingDays: z.object({ before: z.int(), after: z.int() }),
  /** What somebody who writes today would be promised by a goal that replies within so many working days. */
  example: z.object({ days: z.int(), before: Time, after: Time }),
  /** Promises that were given and not kept yet: their dates stay, whatever the calendar becomes. */
  given: z.int(),
})
export type CalendarPreview = z.infer<typeof CalendarPreview>

const Year = z.coerce.number().int().min(2000).max(2100)

export const calendarEndpoints = {
  readCalendar: endpoint('GET', '/api/v1/calendar', { access: 'viewer' }, z.object({}), KnownCalendar),
  changeCalendar: endpoint('PUT', '/api/v1/calendar', { access: 'admin' }, Calendar, KnownCalendar),
  /** All free days of a year; this year's unless told. */
  listFreeDays: endpoint(
    'GET',
    '/api/v1/calendar/days',
    { access: 'viewer' },
    z.object({ year: Year.optional() }),
    z.object({ year: z.int(), items: z.array(FreeDay) }),
  ),
  /** Changes nothing. */
  previewCalendar: endpoint('POST', '/api/v1/calendar/preview', { access: 'admin' }, Calendar.extend({ year: Year.optional() }), CalendarPreview),
}
