import type { Language, Texts } from './languages.ts'

/** For bundlers, which have to see each address: a line for each language. */
export const texts: { [Each in Language]: () => Promise<Texts> } = {
  nl: () => import('./nl.ts'),
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  it: () => import('./it.ts'),
  pl: () => import('./pl.ts'),
  pt: () => import('./pt.ts'),
  tr: () => import('./tr.ts'),
  ar: () => import('./ar.ts'),
  uk: () => import('./uk.ts'),
}
