import type { Pulse, PulseWords } from '@klankbord/shared/pulses'
import type { Texts } from '../texts/later-en.ts'

const inLanguage = ({ nl, en }: PulseWords, language: string) => (language === 'nl' ? nl || en : en || nl) ?? ''

export function questionOf({ kind, question }: Pick<Pulse, 'kind' | 'question'>, language: string, t: Texts): string {
  if (question) return inLanguage(question, language)
  return kind === 'choice' ? '' : t.pulses.questions[kind]
}

/** What each answer is called, in the order in which they are offered. */
export function answersOf({ kind, choices }: Pick<Pulse, 'kind' | 'choices'>, language: string): string[] {
  if (kind === 'choice') return choices.map((choice) => inLanguage(choice, language))
  return Array.from({ length: kind === 'enps' ? 11 : 5 }, (_, i) => String(kind === 'enps' ? i : i + 1))
}

/** Choices that were typed in two fields, one on each line, as pairs. */
export function choicesFrom(nl: string, en: string): PulseWords[] {
  const [ours, theirs] = [nl, en].map((text) => text.split('\n').map((line) => line.trim())) as [string[], string[]]
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, i) => wordsFrom(ours[i] ?? '', theirs[i] ?? '')).filter(
    (choice) => choice !== null,
  )
}

/** Null when both are empty. */
export const wordsFrom = (nl: string, en: string): PulseWords | null => (nl || en ? { ...(nl && { nl }), ...(en && { en }) } : null)
