import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'

export type Texts = typeof nl

/** The texts in a language; English where it is not there. */
export const textsIn = (locale: string): Texts => (/^nl\b/i.test(locale) ? nl : en)

/** A value short enough to read in a sentence. */
export const clip = (value: string) => {
  const characters = [...value]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : value
}
