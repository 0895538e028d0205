/** The few words that load with the page, for every language the widget speaks: the button, and what it says when nothing more can be fetched. */
export const buttonTexts = {
  en: ['Feedback', 'Not available right now'],
  nl: ['Feedback', 'Nu even niet bereikbaar'],
} as const

export type Language = keyof typeof buttonTexts
