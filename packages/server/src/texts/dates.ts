import type { MailLanguage } from './mail/mail-texts.ts'

const tags: Record<MailLanguage, string> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-FR' }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using one. */
function formatOf(language: MailLanguage, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.keys(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tags[language], { timeZone, ...options })
  formats.set(key, known)
  return known
}

const yearOf = (at: Date, timeZone: string) => formatOf('en', timeZone, { year: 'numeric' }).format(at)

/** A day as people say it, `vrijdag 4 december`; with its year when that is not this year. */
export function dayOf(at: string, { language, timeZone, now }: { language: MailLanguage; timeZone: string; now: Date }): string {
  const date = new Date(at)
  const isThisYear = yearOf(date, timeZone) === yearOf(now, timeZone)
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) }
  // English and German put a comma after the weekday; in the middle of a sentence it only gets in the way.
  return formatOf(language, timeZone, options).format(date).replace(',', '')
}
