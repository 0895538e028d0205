import { type Helped, helpedAnswers, type Kind, kinds } from '@klankbord/shared/widget'
import type { Voices } from './noorderwiel/voices.ts'

/** What one customer said once, and what came of it. */
export interface Voice extends Omit<Voices, 'said'> {
  daysAgo: number
  kind: Kind
  language: 'nl' | 'en'
  rating: number | null
  message: string
  /** The conversation, in its order. */
  turns: { by: 'team' | 'customer' | 'note'; text: string }[]
  reaction: { helped: Helped; text: string; daysAgo: number | null } | null
}

const ITEM = /^(\d+) (\w+) (nl|en)(?: ([1-5]))? \| (.+)$/
const TURN = /^ {2}(team|customer|note): (.+)$/
const REACTION = /^ {2}(yes|partly|no)(?:@(\d+))?: ?(.*)$/

/** Reads a script; a line that it does not understand is a mistake of who wrote it. */
export function readVoices({ said, ...about }: Voices): Voice[] {
  const voices: Voice[] = []
  for (const line of said.split('\n').filter(Boolean)) {
    const item = ITEM.exec(line)
    const last = voices.at(-1)
    if (item) voices.push(readItem(item, about))
    else if (!last || !readWhatFollowed(line, last)) throw new Error(`The script has a line that can’t be read: ${line}`)
  }
  return voices
}

function readItem([, daysAgo, kindName, language, rating, words = '']: RegExpExecArray, about: Omit<Voices, 'said'>): Voice {
  const kind = kinds.find((one) => one === kindName)
  if (!kind) throw new Error(`The script has an unknown kind: ${kindName}`)
  return {
    ...about,
    daysAgo: Number(daysAgo),
    kind,
    language: language === 'en' ? 'en' : 'nl',
    rating: rating ? Number(rating) : null,
    message: words.replaceAll(/ ?¶ ?/g, '\n'),
    turns: [],
    reaction: null,
  }
}

function readWhatFollowed(line: string, voice: Voice): boolean {
  const [, by, text = ''] = TURN.exec(line) ?? []
  if (by === 'team' || by === 'customer' || by === 'note') {
    voice.turns.push({ by, text })
    return true
  }
  const [, answer, daysAgo, words = ''] = REACTION.exec(line) ?? []
  const helped = helpedAnswers.find((one) => one === answer)
  if (!helped) return false
  voice.reaction = { helped, text: words, daysAgo: daysAgo === undefined ? null : Number(daysAgo) }
  return true
}
