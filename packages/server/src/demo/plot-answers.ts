import { atWork, hoursAfter, whenUp } from './calendar.ts'
import type { DemoCustomer } from './cast.ts'
import type { Chance } from './chance.ts'
import { goals } from './noorderwiel/goals.ts'
import type { DemoOutcome } from './noorderwiel/outcomes.ts'
import { people } from './noorderwiel/people.ts'
import { replies } from './noorderwiel/replies.ts'
import type { Step } from './plot.ts'
import type { Voice } from './read-voices.ts'

/** One voice, and all that decides when it is answered. */
export interface Answering {
  voice: Voice
  customer: DemoCustomer
  submitted: Date
  replyWithinDays: number
  outcome: DemoOutcome | undefined
  published: Date | undefined
  /** The key of the initiative under which it comes to stand. */
  initiative: string | undefined
  begun: Date | undefined
}

const WORKDAY = 8

const firstName = (name: string) => name.split(' ')[0] ?? name
const teamOf = (goal: string | null) => goals.find(({ key }) => key === goal)?.team

/** Who works on a goal: its team, the lead first. */
export function colleaguesOn(goal: string | null): string[] {
  const team = teamOf(goal)
  const inTeam = people.filter(({ role, teams }) => role !== 'viewer' && teams.some(([key]) => key === team))
  const leads = inTeam.filter(({ teams }) => teams.some(([key, role]) => key === team && role === 'lead'))
  return [...new Set([...leads, ...inTeam])].map(({ key }) => key)
}

/** The colleague who signed, else the lead. */
function writerOf(text: string, goal: string | null): string {
  const signed = people.find(({ name }) => text.endsWith(name) || text.endsWith(` ${firstName(name)}`))
  return signed?.key ?? colleaguesOn(goal)[0] ?? 'marloes'
}

/** What colleagues do with it until there is an outcome. */
export function answer(answering: Answering, now: Date, chance: Chance): Step[] {
  const { voice, submitted, published } = answering
  const latest = published ? hoursAfter(published, -0.5) : now
  const steps = [
    // Within the hour, so before anything else: only who owns an item plans it.
    { does: 'route' as const, voice, by: colleaguesOn(voice.goal)[0] ?? 'marloes', at: atWork(submitted, chance.between(0.1, 0.9)) },
    ...(voice.fate === 'overdue' ? [] : firstWord(answering, latest, now, chance)),
    ...standing(answering, latest, chance),
  ]
  return steps.filter(({ at }) => at < latest)
}

/** The promise is nearly always kept, by words or by a plan. */
function firstWord({ voice, customer, submitted, replyWithinDays, begun }: Answering, latest: Date, now: Date, chance: Chance): Step[] {
  const isLate = voice.turns.length === 0 && voice.outcome !== undefined && chance.happens(0.07)
  const hours = isLate ? (replyWithinDays + chance.between(1, 3)) * WORKDAY : chance.between(1, Math.max(3, replyWithinDays * WORKDAY * 0.7))
  const at = atWork(submitted, hours)
  if (voice.turns.length > 0) return converse(voice, customer, at, chance)
  const isNew = now.getTime() - submitted.getTime() < 5 * 86_400_000
  const isPlanned = begun !== undefined && begun < at
  if (isNew || isPlanned || at >= latest) return []
  const text = chance.pick(replies[voice.language][voice.kind])
  const by = chance.pick(colleaguesOn(voice.goal))
  return [{ does: 'reply', voice, by, text: signed(addressed(text, customer), by), internal: false, at }]
}

function converse(voice: Voice, customer: DemoCustomer, start: Date, chance: Chance): Step[] {
  let at = start
  return voice.turns.map(({ by, text }, i): Step => {
    if (by === 'customer') {
      at = whenUp(hoursAfter(at, chance.between(0.3, 9)))
      return { does: 'add', voice, text, at }
    }
    if (i > 0) at = atWork(at, chance.between(0.3, 4))
    return { does: 'reply', voice, by: writerOf(text, voice.goal), text: addressed(text, customer), internal: by === 'note', at }
  })
}

/** Under which initiative it comes to stand: soon after it came in, or when the initiative begins. */
function standing({ voice, submitted, replyWithinDays, initiative, begun }: Answering, latest: Date, chance: Chance): Step[] {
  if (initiative === undefined || begun === undefined || voice.fate) return []
  const soon = atWork(submitted, chance.between(1, replyWithinDays * WORKDAY * 0.7))
  const at = soon > begun ? soon : atWork(begun, chance.between(0.1, 1.5))
  const by = chance.pick(colleaguesOn(voice.goal))
  return at < latest ? [{ does: 'plan', voice, by, initiative, at }] : []
}

/** Who gave no name is greeted without one. */
function addressed(text: string, { name }: DemoCustomer): string {
  if (name !== null) return text.replaceAll('{name}', firstName(name))
  const nameless = text.replaceAll(/,? \{name\}(?=[,.!: ])/g, '').replace(/^\{name\}, */, '')
  return nameless.charAt(0).toUpperCase() + nameless.slice(1)
}

const signed = (text: string, by: string) => `${text} ${firstName(people.find(({ key }) => key === by)?.name ?? '')}`
