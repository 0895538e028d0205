import type { Language, Texts } from './languages.ts'

/** For bundlers, which have to see each address: a line for each language. */
export const texts: { [Each in Language]: () => Promise<Texts> } = {
  nl: () => import('./nl.ts'),
  en: () => import('./en.ts'),
}
