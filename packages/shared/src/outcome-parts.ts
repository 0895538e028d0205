import type { OutcomeKind } from './widget.ts'

interface Words {
  did: string
  better?: string | null | undefined
  next?: string | null | undefined
}

export interface Parts extends Words {
  kind: OutcomeKind
  nothingMore: boolean
  translations?: Record<string, Words & { title: string }> | undefined
  pictures?: readonly { alt: string }[] | undefined
}

/** What keeps an outcome from being published, by its path in the input: `better`, `translations.en.next`, `pictures.0.alt`. */
export interface MissingPart {
  path: string
  part: 'title' | 'did' | 'better' | 'next' | 'both' | 'alt'
  /** The translation that lacks it; null for the original. */
  locale: string | null
}

const isSaid = (words: string | null | undefined) => (words ?? '').trim() !== ''

/**
 * What must still be said before an outcome may go out. An answer to a question need not have made anything better; of a refusal is said who decided, and what would
 * change it.
 */
export function missingParts({ kind, did, better, next, nothingMore, translations = {}, pictures = [] }: Parts): MissingPart[] {
  const missing: MissingPart[] = []
  const lacks = (part: MissingPart['part'], locale: string | null = null) =>
    missing.push({ part, locale, path: [...(locale === null ? [] : ['translations', locale]), part === 'both' ? 'nothingMore' : part].join('.') })
  if (!isSaid(did)) lacks('did')
  if (!isSaid(better) && kind !== 'answer') lacks('better')
  if (!isSaid(next) && (kind === 'not_doing' || !nothingMore)) lacks('next')
  if (nothingMore && (isSaid(next) || kind === 'not_doing')) lacks('both')
  for (const [locale, words] of Object.entries(translations)) {
    if (!isSaid(words.title)) lacks('title', locale)
    if (!isSaid(words.did)) lacks('did', locale)
    if (isSaid(better) && !isSaid(words.better)) lacks('better', locale)
    if (isSaid(next) && !isSaid(words.next)) lacks('next', locale)
  }
  for (const [at, { alt }] of pictures.entries()) if (!isSaid(alt)) missing.push({ part: 'alt', locale: null, path: `pictures.${at}.alt` })
  return missing
}
