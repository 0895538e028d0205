/** The part of `eld` that is used. */
export interface Detector {
  detect(text: string): { language: string; isReliable(): boolean }
  setLanguageSubset(languages: string[]): unknown
}

/** What customers of nearly every organisation write in, beside its own. */
const USUAL = ['nl', 'en', 'de', 'fr']
/** Fewer letters than this tell no language. */
const FEWEST_LETTERS = 8
const MOST_CHARACTERS = 1000

const baseOf = (locale: string) => (locale.toLowerCase().split('-')[0] ?? '').trim()

/** The languages that an organisation's customers may write in, from the locales that it uses. */
export const languagesOf = (locales: readonly string[]) => [...new Set([...USUAL, ...locales.map(baseOf)])].filter((one) => /^[a-z]{2}$/.test(one))

/** The language of a text, out of these; null where that can't be told. */
export function languageOf(text: string, languages: string[], detector: Detector): string | null {
  const said = text.slice(0, MOST_CHARACTERS)
  if ((said.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return null
  detector.setLanguageSubset(languages)
  const found = detector.detect(said)
  return found.language !== '' && found.isReliable() ? found.language : null
}
