import { en } from '../en.ts'
import { nl } from '../nl.ts'
import type { Texts } from '../texts.ts'
import { german } from './de.ts'
import { french } from './fr.ts'
import { politeDutch } from './nl-polite.ts'

/** What letters to customers say, and the pages that those lead to; letters and pages for colleagues are in Dutch and English only. */
export interface MailTexts {
  words: Texts['words']
  letters: Omit<Texts['letters'], 'invitation' | 'trial' | 'ruleMail'>
  pages: Omit<Texts['pages'], 'home'>
  publicPage: Texts['publicPage']
}

/** What the page of one item says. */
type StatusTexts = MailTexts['pages']['status']

/** What stands below it: the steps, the messages, what the customer says of the answer. */
export type Happened = Pick<StatusTexts, 'timeline' | 'events'>

export type Talk = Pick<
  StatusTexts,
  'conversation' | 'you' | 'noMessages' | 'write' | 'send' | 'messageMissing' | 'messageLong' | 'messageSent' | 'optional' | 'keep'
>

/** What a customer says of an answer. */
export type Judged = Pick<
  StatusTexts,
  | 'choiceMissing'
  | 'reactionWords'
  | 'reasonsAsked'
  | 'reasons'
  | 'answered'
  | 'yourAnswer'
  | 'giveAnswer'
  | 'otherAnswer'
  | 'whole'
  | 'react'
  | 'reacted'
  | 'reactionSent'
  | 'changeReaction'
>

export type Standing = Omit<StatusTexts, keyof Happened | keyof Talk | keyof Judged>

export const mailLanguages = ['nl', 'en', 'de', 'fr'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** How a customer is spoken to: je, du and tu, or u, Sie and vous. English has one word for both. */
export type Tone = 'informal' | 'polite'

/** Takes the words of one tone out of two. */
export type Say = (informal: string, polite: string) => string

export const mailTexts: Record<MailLanguage, Record<Tone, MailTexts>> = {
  nl: { informal: nl, polite: politeDutch },
  en: { informal: en, polite: en },
  de: { informal: german((du) => du), polite: german((_, Sie) => Sie) },
  fr: { informal: french((tu) => tu), polite: french((_, vous) => vous) },
}

/** The language of a letter: of the first of these locales that is known; English where we do not write it. */
export function mailLanguageOf(...locales: (string | null | undefined)[]): MailLanguage {
  const asked = locales.find(Boolean)?.slice(0, 2).toLowerCase()
  return mailLanguages.find((language) => language === asked) ?? 'en'
}
