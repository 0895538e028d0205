import type { Chance } from './chance.ts'
import { names } from './noorderwiel/names.ts'
import type { Voice } from './read-voices.ts'

/** Someone who gives feedback, once or more often. */
export interface DemoCustomer {
  language: 'nl' | 'en'
  /** Null for who stays anonymous. */
  name: string | null
  email: string | null
  /** Whether they ever opened the link in the confirmation. */
  confirms: boolean
  unsubscribes: boolean
}

const addressOf = (name: string, language: 'nl' | 'en') =>
  `${name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .trim()
    .replace(' ', '.')
    .replaceAll(' ', '')}@example.${language === 'nl' ? 'nl' : 'com'}`

/**
 * Who says what. People with whom there is a conversation have a name and an address; of the others about half are anonymous. The same
 * person comes back now and then; a name that has been used up is not used for somebody else.
 */
export function castVoices(voices: readonly Voice[], chance: Chance): Map<Voice, DemoCustomer> {
  const left = { nl: [...names.nl], en: [...names.en] }
  const cast = new Map<Voice, DemoCustomer>()
  const regulars: { customer: DemoCustomer; lastAt: number }[] = []
  for (const voice of [...voices].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const wanted = voice.turns.length > 0 || (voice.reaction?.text ?? '') !== ''
    const regular = regulars.find(({ customer, lastAt }) => customer.language === voice.language && lastAt - voice.daysAgo > 25)
    if (regular && voice.fate !== 'spam' && (wanted ? left[voice.language].length === 0 : chance.happens(0.15))) {
      cast.set(voice, regular.customer)
      regular.lastAt = voice.daysAgo
      continue
    }
    const customer = newcomer(voice, wanted, left[voice.language], chance)
    cast.set(voice, customer)
    if (customer.email && customer.confirms) regulars.push({ customer, lastAt: voice.daysAgo })
  }
  return cast
}

function newcomer({ language, fate, goal }: Voice, wanted: boolean, left: string[], chance: Chance): DemoCustomer {
  const isNamed = fate !== 'spam' && (wanted || chance.happens(goal === null ? 0.7 : 0.36))
  const name = (isNamed && left.shift()) || null
  const email = name !== null && (wanted || chance.happens(0.75)) ? addressOf(name, language) : null
  return { language, name, email, confirms: email !== null && (wanted || chance.happens(0.65)), unsubscribes: email !== null && chance.happens(0.02) }
}
