import { type Language, useLanguage } from './language.tsx'
import type { Texts } from './texts/later-en.ts'

/** The language of what is fetched when it is needed: its texts come along with it, see `withTexts`. */
export function useFullLanguage(): Language & { t: Texts } {
  const language = useLanguage()
  if (!('settings' in language.t)) throw new Error('Its texts are not here yet: fetch this with lazily or Later')
  return language as Language & { t: Texts }
}
