import type { Fetch } from '../place.ts'
import type { Language, Texts } from './languages.ts'

/** For bundlers, which have to see each address: a line for each language. */
const files: { [Each in Language]: () => Promise<Texts> } = {
  nl: () => import('./nl.ts'),
  en: () => import('./en.ts'),
}

export const texts: Fetch['texts'] = async (language, part) => ({ default: (await files[language]())[part] })
