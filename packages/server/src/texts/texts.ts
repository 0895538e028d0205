import { en } from './en.ts'
import { nl } from './nl.ts'

/** Every text that the server itself shows to people; Dutch is the pattern, and each language has the same keys. */
export type Texts = typeof nl
export type Language = 'nl' | 'en'

export const texts: Record<Language, Texts> = { nl, en }

/** The language to use for the first of these that is known: Dutch for Dutch, English for every other. */
export function languageOf(...locales: (string | null | undefined)[]): Language {
  const first = locales.find(Boolean)
  return first?.slice(0, 2).toLowerCase() === 'nl' ? 'nl' : 'en'
}
