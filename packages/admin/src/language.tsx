import type { ComponentChildren } from 'preact'
import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { type Dates, datesOf } from './dates.ts'
import { once } from './once.ts'
import type { FirstTexts } from './texts/en.ts'
import type { LaterTexts } from './texts/later-en.ts'

/** A person reads one language, so that only that one is fetched; and first what the inbox says. */
const languages = {
  nl: { first: () => import('./texts/nl.ts').then(({ nl }) => nl), later: () => import('./texts/later-nl.ts').then(({ laterNl }) => laterNl) },
  en: { first: () => import('./texts/en.ts').then(({ en }) => en), later: () => import('./texts/later-en.ts').then(({ laterEn }) => laterEn) },
}
export type LanguageCode = keyof typeof languages
export const languageCodes = Object.keys(languages) as LanguageCode[]

const KEPT = 'klankbord-language'

export interface Language {
  code: LanguageCode
  t: FirstTexts
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

const fetched = new Map<LanguageCode, Partial<FirstTexts & LaterTexts>>()
let laterWanted = false

/** The texts of a language. Those that come later are added to the same texts, for which nothing that stands has to be drawn again. */
async function fetchTexts(code: LanguageCode): Promise<FirstTexts> {
  const texts = fetched.get(code) ?? {}
  fetched.set(code, texts)
  const { first, later } = languages[code]
  return Object.assign(texts, ...(await Promise.all([first(), ...(laterWanted ? [later()] : [])])))
}

/** A part of the app, once it can say what it has to say. */
export async function withTexts<Part>(part: Promise<Part>): Promise<Part> {
  laterWanted = true
  const [ready] = await Promise.all([part, ...[...fetched.keys()].map(fetchTexts)])
  return ready
}

const languageOf = (code: LanguageCode, t: FirstTexts, timeZone: string | undefined): Language => {
  const numbers = once(() => new Intl.NumberFormat(code, { maximumFractionDigits: 2 }))
  const percents = once(() => new Intl.NumberFormat(code, { style: 'percent', maximumFractionDigits: 0 }))
  return {
    code,
    t,
    dates: datesOf(code, timeZone, t.dates),
    number: (value) => numbers().format(value),
    percent: (share) => percents().format(share),
  }
}

const LanguageContext = createContext<Language | null>(null)

interface ProviderProps {
  locale: string | null
  timeZone?: string
  children: ComponentChildren
}

/** Renders nothing until a language is there; while another one comes, the one before stays. */
export function LanguageProvider({ locale, timeZone, children }: ProviderProps) {
  const code = pickLanguage([locale, keptLanguage(), ...navigator.languages])
  const [loaded, setLoaded] = useState<{ code: LanguageCode; texts: FirstTexts } | null>(null)
  useEffect(() => {
    let wanted = true
    void fetchTexts(code).then((texts) => wanted && setLoaded({ code, texts }))
    return () => {
      wanted = false
    }
  }, [code])
  useEffect(() => {
    if (locale !== null) keepLanguage(code)
  }, [locale, code])
  useEffect(() => {
    if (loaded) document.documentElement.lang = loaded.code
  }, [loaded])
  const language = useMemo(() => loaded && languageOf(loaded.code, loaded.texts, timeZone), [loaded, timeZone])
  return language && <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
}

/** What the member of this device read last: known before they are, so that no other language is fetched first. */
function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}

function keepLanguage(code: LanguageCode) {
  try {
    localStorage.setItem(KEPT, code)
  } catch {
    // Then the browser's language comes first again.
  }
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('No language is loaded')
  return language
}
