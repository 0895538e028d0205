import type { Block } from '../mail/blocks.tsx'

import { type Language, texts } from '../texts/texts.ts'
import type { Movement } from './read-moved.ts'
import type { Week } from './read-week.ts'

interface Voice {
  language: Language
  /** `vrijdag 4 december`. */
  day(at: string): string
  publicUrl: string
}

/** One team's part of a letter. */
export const blocksOf = (voice: Voice, week: Week): Block[] => [
  ...compliments(voice, week),
  ...due(voice, week),
  ...answered(voice, week),
  ...moved(voice, week),
  ...talk(voice, week),
]

function compliments({ language, publicUrl }: Voice, { compliments: { words, count } }: Week): Block[] {
  const { letter } = texts[language].colleagues
  const more = count - words.length
  if (count === 0) return []
  return [
    ...words.map((quote) => ({ quote })),
    ...(more > 0 ? [{ say: letter.more(more) }, { link: letter.readAll, href: `${publicUrl}/admin/inbox/mine` }] : []),
  ]
}

function due({ language, day, publicUrl }: Voice, { due: { overdue, soon, next } }: Week): Block[] {
  const { letters, colleagues } = texts[language]
  const { letter } = colleagues
  if (overdue + soon === 0) return []
  const lines = [
    ...(overdue > 0 ? [letter.overdue(overdue)] : []),
    ...(soon > 0 ? [letter.dueSoon(soon)] : []),
    ...next.map(({ words, replyBy }) => `– ${letter.promised(letters.quoted(words), day(replyBy))}`),
  ]
  return [
    { part: letter.due, text: lines.join('\n') },
    { link: letter.openDue, href: `${publicUrl}/admin/inbox/${overdue > 0 ? 'overdue' : 'due-soon'}` },
  ]
}

function answered({ language }: Voice, { outcomes, reactions }: Week): Block[] {
  const { letter } = texts[language].colleagues
  if (outcomes.length === 0) return []
  const lines = [
    ...outcomes.map(({ title, answers }) => `– ${letter.outcome(title, answers)}`),
    ...(reactions.all > 0 ? [letter.helped(reactions.yes, reactions.all)] : []),
  ]
  return [{ part: letter.answered, text: lines.join('\n') }]
}

function moved({ language }: Voice, { moved }: Week): Block[] {
  const { letter } = texts[language].colleagues
  if (moved.length === 0) return []
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 })
  const line = ({ name, before, after, unit, change }: Movement) =>
    `– ${letter.movement(name, number.format(before), number.format(after), unit, change)}`
  return [{ part: letter.moved, text: moved.map(line).join('\n') }]
}

function talk({ language, publicUrl }: Voice, { talk }: Week): Block[] {
  if (!talk) return []
  const { letter } = texts[language].colleagues
  const question = letter.questions[talk.question % letter.questions.length] ?? ''
  const text = [letter.goal(talk.title), ...(talk.why ? [talk.why] : []), question].join('\n\n')
  return [
    { part: letter.talk, text },
    { link: letter.openGoal, href: `${publicUrl}/admin/goals/${talk.id}` },
  ]
}

/** What the letter holds that is best to hear. */
export function subjectOf(language: Language, weeks: Week[], from: string): string {
  const { subject } = texts[language].colleagues.letter
  const compliments = weeks.reduce((sum, week) => sum + week.compliments.count, 0)
  if (compliments > 0) return subject.compliments(from, compliments)
  if (weeks.some(({ outcomes }) => outcomes.length > 0)) return subject.answered(from)
  if (weeks.some(({ moved }) => moved.some(({ change }) => change === 'better'))) return subject.moved(from)
  if (weeks.some(({ due }) => due.overdue + due.soon > 0)) return subject.due(from)
  return subject.goal(from)
}
