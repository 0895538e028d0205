import { type HolidayCountry, holidayCountries } from '@klankbord/shared/calendar'

const byZone: Record<string, HolidayCountry> = {
  'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE',
  'Europe/Berlin': 'DE',
  'Europe/Busingen': 'DE',
}
const byLanguage: Record<string, HolidayCountry> = { nl: 'NL', de: 'DE' }
/** Time zones that tell of no place. */
const nowhere = ['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT']

/**
 * The country of an organisation, out of what its owner said of it, where the public holidays of that country are known. A country in the language tag comes first, then the
 * time zone; the language alone only where the time zone tells of no place, since Dutch is spoken on Curaçao too.
 */
export function homeCountry({ locale, timeZone }: { locale: string; timeZone: string }): HolidayCountry | null {
  const [language = '', ...more] = locale.split('-')
  const region = more.find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase()
  const said = holidayCountries.find((country) => country === region)
  return said ?? byZone[timeZone] ?? (nowhere.includes(timeZone) ? (byLanguage[language.toLowerCase()] ?? null) : null)
}
