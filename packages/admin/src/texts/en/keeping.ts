type Step = 'owner' | 'lead' | 'above'

/** How a promise is kept or moved, the calendar that it counts in, and what colleagues are told. */
export const moving = {
  title: 'Tell the customer a new date',
  lead: (day: string) =>
    `Promised: by ${day}. The customer hears the new date and the reason now: in the widget, on their page, and by e-mail where they want that.`,
  leadLate: (day: string) => `The promised date, ${day}, has passed. The customer reads that we did not keep it, with the new date and the reason.`,
  late: 'Yes, tell the customer that we are late',
  lateFirst: 'Say first that the customer may read that we are late.',
  date: 'New date',
  dateHint: 'A working day of your calendar',
  reason: 'Reason, as the customer reads it',
  reasonHint: 'What keeps you, in a sentence or two.',
  tell: 'Tell the customer',
  told: 'The customer was told the new date.',
}

export const kept = {
  title: 'Promises',
  text: (kept: string, missed: string) => `${kept} kept, ${missed} missed`,
  none: 'No promise has come due yet.',
}

export const calendar = {
  lead: 'Every promise counts in these working days. Promises that were given already keep their date.',
  timeZone: 'Time zone',
  timeZoneHint: 'As IANA names it, such as Europe/Amsterdam. A working day ends at 17:00 there.',
  workdays: 'Days on which you work',
  holidays: 'Public holidays',
  holidaysHint: 'On these nobody is promised an answer. Is your company open, or closed on another day? Change that below.',
  country: 'Country',
  countries: { '': 'None', NL: 'The Netherlands', BE: 'Belgium', DE: 'Germany' } as Record<string, string>,
  region: 'State',
  wholeCountry: 'Only what is free in the whole country',
  ownDays: 'Your own free days',
  ownDaysHint: 'A day out, the week between Christmas and New Year, Good Friday.',
  noOwnDays: 'None yet.',
  date: 'Day',
  name: 'Name',
  addDay: 'Add a day',
  removeDay: (name: string) => `Remove ${name}`,
  dayTwice: 'This day is on the list already.',
  year: 'Year',
  free: (year: number) => `Free in ${year}`,
  noneFree: 'Only the days of the week on which you do not work.',
  from: { holiday: 'holiday', own: 'own day' },
  weekend: 'you are closed then anyway',
  isNew: 'new',
  gone: 'no longer free',
  changes: 'What this changes',
  noChanges: 'Nothing is changed yet.',
  workingDays: (before: number, after: number, year: number) =>
    before === after ? `${year} keeps its ${before} working days.` : `${year} goes from ${before} to ${after} working days.`,
  example: (days: number, before: string, after: string) =>
    before === after
      ? `Who writes today, to a goal that answers within ${days} working days, still hears by ${after}.`
      : `Who writes today, to a goal that answers within ${days} working days, hears by ${after} instead of ${before}.`,
  given: (count: number) =>
    count === 0
      ? 'No promise is open now.'
      : count === 1
        ? 'The one promise that is open keeps its date.'
        : `The ${count} promises that are open keep their dates.`,
  save: 'Save the calendar',
  discard: 'Put back',
  saved: 'The calendar is saved.',
  undo: 'Undo',
  undone: 'The calendar is as it was before.',
  changed: (by: string | null, at: string) => `Last changed${by ? ` by ${by}` : ''}, ${at}.`,
  undoLast: 'Take this change back',
  mayNot: 'An owner or admin changes the calendar.',
}

export const notifications = {
  lead: 'What asks for your attention: promises, mentions, and what happens to your goals.',
  none: 'Nothing yet.',
  noneText: 'When a promise is due, a colleague names you, or a customer of your goal writes back, it stands here.',
  noneUnread: 'You have read everything.',
  unreadOnly: 'Unread',
  everything: 'All',
  which: 'Which notifications',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  readOf: (what: string) => `Mark as read: ${what}`,
  unread: 'unread',
  more: 'Show earlier ones',
  erased: 'The customer erased what they said.',
  by: (day: string) => `promised by ${day}`,
  says: {
    'due-soon': (count: number) => (count === 1 ? 'A promise is due soon' : `${count} promises are due soon`),
    overdue: (count: number, step: Step | null) =>
      `${count === 1 ? 'A promise was not kept' : `${count} promises were not kept`}${
        step === 'lead' ? ', and you lead the team' : step === 'above' ? ', and your goal is the one above' : ''
      }`,
    'to-route': (count: number) =>
      count === 1 ? 'One voice has waited for a goal longer than a working day' : `${count} voices have waited for a goal longer than a working day`,
    mention: (_: number, __: Step | null, by: string | null) => `${by ?? 'A colleague'} names you in a note`,
    assigned: (count: number, _: Step | null, by: string | null) =>
      count === 1 ? `${by ?? 'A colleague'} gave your goal a voice` : `${by ?? 'A colleague'} gave your goal ${count} voices`,
    message: (count: number) => (count === 1 ? 'A customer wrote back' : `${count} customers wrote back`),
    reopened: (count: number) => (count === 1 ? 'A customer said that it did not help' : `${count} customers said that it did not help`),
  },
  mail: 'By e-mail',
  mails: { single: 'Each by itself', daily: 'Once a day, together in one letter', none: 'Not by e-mail' },
  hour: 'Hour of the letter',
  hourHint: 'On working days, on the clock of your organisation. Only what you have not read yet.',
}
