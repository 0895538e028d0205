import type { OutcomePicture } from '@klankbord/shared/outcome-pictures'
import type { Outcome } from '@klankbord/shared/outcomes'
import type { OutcomeKind } from '@klankbord/shared/widget'

/** The words of an outcome in one language. */
export interface Wording {
  title: string
  did: string
  better: string
  next: string
}

/** An outcome while it is being written; empty texts where nothing stands yet. */
export interface Draft extends Wording {
  goalId: string
  kind: OutcomeKind
  locale: string
  feedbackIds: string[]
  public: boolean
  /** Said in the place of `next`. */
  nothingMore: boolean
  translations: Record<string, Wording>
  pictures: OutcomePicture[]
}

export const noWords: Wording = { title: '', did: '', better: '', next: '' }

export const blankDraft = (start: Pick<Draft, 'goalId' | 'locale' | 'feedbackIds'>): Draft => ({
  ...noWords,
  ...start,
  kind: 'done',
  public: true,
  nothingMore: false,
  translations: {},
  pictures: [],
})

const wordingOf = ({ title, did, better, next }: { title: string; did: string; better?: string | null; next?: string | null }): Wording => ({
  title,
  did,
  better: better ?? '',
  next: next ?? '',
})

export const draftOf = (outcome: Outcome): Draft => ({
  ...wordingOf(outcome),
  goalId: outcome.goalId,
  kind: outcome.kind,
  locale: outcome.locale,
  feedbackIds: outcome.feedbackIds,
  public: outcome.public,
  nothingMore: outcome.nothingMore,
  pictures: outcome.pictures,
  translations: Object.fromEntries(Object.entries(outcome.translations).map(([locale, words]) => [locale, wordingOf(words)])),
})

/** Enough is written to be kept on the server. */
export const isReady = (draft: Draft): boolean => draft.goalId !== '' && isComplete(draft)

/** A wording that can be read on its own: a title and the first part. */
export const isComplete = ({ title, did }: Wording): boolean => title.trim() !== '' && did.trim() !== ''

/** False while a translation has been begun and cannot be sent yet. */
export const isWhole = ({ translations }: Draft): boolean =>
  Object.values(translations).every((words) => isComplete(words) || Object.values(words).every((text) => text === ''))

/** What is sent: a translation that is not complete is left out, and what will still improve where nothing will. */
export function inputOf({ translations, pictures, ...whole }: Draft) {
  const draft = { ...whole, nothingMore: whole.nothingMore && whole.kind !== 'not_doing' }
  const clean = ({ title, did, better, next }: Wording): Wording => ({ title, did, better, next: draft.nothingMore ? '' : next })
  const complete = Object.entries(translations).filter(([locale, words]) => locale !== draft.locale && isComplete(words))
  return {
    ...draft,
    ...clean(draft),
    translations: Object.fromEntries(complete.map(([locale, words]) => [locale, clean(words)])),
    pictures: pictures.map(({ id, alt, alts }) => ({ id, alt, alts })),
  }
}

/** It is said that nothing will still improve, in the place of what will. */
export const saysNothingMore = ({ kind, nothingMore }: Pick<Draft, 'kind' | 'nothingMore'>): boolean => nothingMore && kind !== 'not_doing'

/** The wording that a reader of this language gets: theirs when it is complete, else the original. */
export function wordingIn(draft: Draft, locale: string): Wording {
  const translation = draft.translations[locale]
  return locale !== draft.locale && translation && isComplete(translation) ? translation : draft
}
