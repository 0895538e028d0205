import type { OutcomePicture } from '@klankbord/shared/outcome-pictures'
import type { OutcomeWords } from './outcome-words.ts'

/** A picture of an outcome as one reader has it described. */
export interface ToldPicture extends Pick<OutcomePicture, 'id' | 'type' | 'width' | 'height'> {
  alt: string
  /** The language of `alt`. */
  locale: string
}

interface Pictured {
  /** JSON: OutcomePicture[]. */
  pictures: string | null
  /** The language that the outcome was written in. */
  locale: string
}

/** The pictures of an outcome, each described in the language of the words beside it, or else in the one that the outcome was written in. */
export function picturesFor({ pictures, locale }: Pictured, words: Pick<OutcomeWords, 'locale'>): ToldPicture[] {
  return (JSON.parse(pictures ?? '[]') as OutcomePicture[]).map(({ id, type, width, height, alt, alts }) => {
    const theirs = words.locale === locale ? undefined : alts[words.locale]
    return { id, type, width, height, alt: theirs || alt, locale: theirs ? words.locale : locale }
  })
}

/** The language in which pictures are described, where it is another one than that of the words beside them. */
export const describedElsewhere = (pictures: readonly ToldPicture[], words: Pick<OutcomeWords, 'locale'>): string | null =>
  pictures.find(({ locale }) => locale !== words.locale)?.locale ?? null

/** As they are told to somebody who fetches them. */
export const shownAt = (pictures: readonly ToldPicture[], url: (id: string) => string) =>
  pictures.map(({ id, ...picture }) => ({ url: url(id), ...picture }))
