/** The name of a day of the week; 1 is Monday. */
export const weekdayOf = (weekday: number, language: string) =>
  // The first of June 2026 is a Monday.
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 5, weekday))

/** `08:00` */
export const hourOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`
