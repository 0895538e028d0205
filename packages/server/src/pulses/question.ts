import type { PulseKind, PulseWords } from '@klankbord/shared/pulses'
import { type Language, texts } from '../texts/texts.ts'

/** What is asked, and how it can be answered. */
export interface Asked {
  kind: PulseKind
  question: PulseWords | null
  choices: PulseWords[]
}

/** As it is kept. */
export const askedOf = ({ kind, question, choices }: { kind: string; question: string | null; choices: string }): Asked => ({
  kind: kind as PulseKind,
  question: question === null ? null : JSON.parse(question),
  choices: JSON.parse(choices),
})

export const inLanguage = ({ nl, en }: PulseWords, language: Language): string => (language === 'nl' ? nl || en : en || nl) ?? ''

export const questionOf = ({ kind, question }: Asked, language: Language): string => {
  if (question) return inLanguage(question, language)
  return kind === 'choice' ? '' : texts[language].colleagues.pulse.questions[kind]
}

/** The answers that can be given, in the order in which they are offered. */
export function valuesOf({ kind, choices }: Asked): number[] {
  if (kind === 'enps') return Array.from({ length: 11 }, (_, value) => value)
  if (kind === 'scale') return [1, 2, 3, 4, 5]
  return choices.map((_, value) => value)
}

export const labelOf = ({ choices, kind }: Asked, value: number, language: Language): string =>
  kind === 'choice' ? inLanguage(choices[value] ?? {}, language) : String(value)

/** eNPS: the share of 9 and 10 without the share of 0 to 6. The mean with one decimal where 1 to 5 was asked. Null for choices, and without answers. */
export function scoreOf({ kind }: Asked, counts: readonly number[]): number | null {
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (kind === 'choice' || answers === 0) return null
  const sum = (weigh: (value: number) => number) => counts.reduce((all, count, i) => all + count * weigh(i), 0)
  if (kind === 'enps') return Math.round((100 * sum((value) => (value >= 9 ? 1 : value <= 6 ? -1 : 0))) / answers)
  return Math.round((10 * sum((i) => i + 1)) / answers) / 10
}
