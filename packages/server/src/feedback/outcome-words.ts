import { plainWords } from '@klankbord/shared/formatted'
import type { MailVoice, Voice } from '../customers/addressee.ts'
import { mailLanguageOf, mailTexts } from '../texts/mail/mail-texts.ts'

/** An outcome as it is stored. */
export interface StoredWords {
  title: string
  did: string
  better: string | null
  next: string | null
  nothingMoreAt: string | null
  locale: string
  /** JSON: its words in other languages. */
  translations: string
}

export interface OutcomeWords {
  title: string
  did: string
  better: string | null
  next: string | null
  /** The language that these words are in. */
  locale: string
}

type Translation = Partial<Pick<OutcomeWords, 'title' | 'did' | 'better' | 'next'>>

const isSame = (one: string, other: string) => one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase()

/** An outcome in the language of who reads it, or else, whole, in the one it was written in. That nothing more will improve is said in words. */
export function wordsFor(outcome: StoredWords, reader: string | null): OutcomeWords {
  const { title, did, better, next, nothingMoreAt } = outcome
  const others = JSON.parse(outcome.translations) as Record<string, Translation>
  const language =
    reader === null || isSame(reader, outcome.locale) ? undefined : [reader, reader.slice(0, 2).toLowerCase()].find((one) => others[one]?.did)
  const theirs = language === undefined ? undefined : others[language]
  const locale = language ?? outcome.locale
  const nothingMore = nothingMoreAt === null ? null : mailTexts[mailLanguageOf(locale)].informal.words.outcome.nothingMore
  const words = theirs ? { better: null, next: null, ...theirs } : { better, next }
  return { title: theirs?.title ?? title, did: theirs?.did ?? did, better: words.better || null, next: words.next || nothingMore, locale }
}

/** An outcome for who shows words as they come, such as the widget: without the marks of its formatting. */
export const inPlainWords = <Told extends Pick<OutcomeWords, 'did' | 'better' | 'next'>>(outcome: Told): Told => ({
  ...outcome,
  did: plainWords(outcome.did),
  better: outcome.better && plainWords(outcome.better),
  next: outcome.next && plainWords(outcome.next),
})

/** What to say beside an outcome: that it was corrected, and that it, or what its pictures show, is not there in the reader's own language. Null when there is nothing to say. */
export function noteBeside(
  { locale }: Pick<OutcomeWords, 'locale'>,
  correctedAt: string | null,
  reader: string | null,
  { language, texts, day }: Voice | MailVoice,
  picturesIn: string | null = null,
) {
  const { outcome } = texts.words
  const nameOf = (one: string) => new Intl.DisplayNames(language, { type: 'language' }).of(one) ?? one
  const notes = [
    ...(correctedAt === null ? [] : [outcome.corrected(day(correctedAt))]),
    ...(reader === null || isSame(reader, locale) ? [] : [outcome.untranslated(nameOf(locale))]),
    ...(picturesIn === null ? [] : [outcome.picturesIn(nameOf(picturesIn))]),
  ]
  return notes.join(' ') || null
}
