import { badField } from '../problem-error.ts'

/** The zone as IANA spells it. Refuses a name that it does not have; an offset is refused too, since it knows no summer. */
export function knownTimeZone(timeZone: string): string {
  try {
    if (/^[A-Za-z]/.test(timeZone)) return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    // Falls through to the refusal.
  }
  throw badField('timeZone', 'This time zone is not known; use a name such as Europe/Amsterdam')
}
