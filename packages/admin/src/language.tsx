import type { ComponentChildren } from 'preact'
import { createContext } from 'preact'
import { useContext, useEffect, useMemo } from 'preact/hooks'
import { type Dates, datesOf } from './dates.ts'
import { en, type Texts } from './texts/en.ts'
import { nl } from './texts/nl.ts'

export const languages = { nl, en } satisfies Record<string, Texts>
export type LanguageCode = keyof typeof languages

interface Language {
  code: LanguageCode
  t: Texts
  dates: Dates
  number: (value: number) => string
  /** A share from 0 to 1, in whole percents. */
  percent: (share: number) => string
}

/** The first language of ours that the person reads: the member's own, else the browser's, else English. */
export function pickLanguage(wanted: readonly (string | null | undefined)[]): LanguageCode {
  for (const tag of wanted) {
    const code = tag?.toLowerCase().split('-')[0]
    if (code !== undefined && code in languages) return code as LanguageCode
  }
  return 'en'
}

const languageOf = (code: LanguageCode, timeZone: string | undefined): Language => {
  const t: Texts = languages[code]
  const numbers = new Intl.NumberFormat(code, { maximumFractionDigits: 2 })
  const percents = new Intl.NumberFormat(code, { style: 'percent', maximumFractionDigits: 0 })
  return { code, t, dates: datesOf(code, timeZone, t.dates), number: (value) => numbers.format(value), percent: (share) => percents.format(share) }
}

const LanguageContext = createContext<Language>(languageOf('en', undefined))

interface ProviderProps {
  locale: string | null
  timeZone?: string
  children: ComponentChildren
}

export function LanguageProvider({ locale, timeZone, children }: ProviderProps) {
  const code = pickLanguage([locale, ...navigator.languages])
  const language = useMemo(() => languageOf(code, timeZone), [code, timeZone])
  useEffect(() => {
    document.documentElement.lang = code
  }, [code])
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
}

export const useLanguage = (): Language => useContext(LanguageContext)
