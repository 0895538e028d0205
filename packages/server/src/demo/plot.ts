import type { Helped } from '@klankbord/shared/widget'
import { atWork, daysBefore, hoursAfter, waking, whenUp } from './calendar.ts'
import { castVoices, type DemoCustomer } from './cast.ts'
import { type Chance, createChance } from './chance.ts'
import { goals } from './noorderwiel/goals.ts'
import { type DemoInitiative, initiatives } from './noorderwiel/initiatives.ts'
import { type DemoOutcome, outcomes } from './noorderwiel/outcomes.ts'
import { type Answering, answer } from './plot-answers.ts'
import { react } from './plot-reactions.ts'
import { readVoices, type Voice } from './read-voices.ts'
import { script } from './script.ts'

/** One thing that happens, at its moment. People are named by their keys. */
export type Step = { at: Date } & (
  | { does: 'submit'; voice: Voice; customer: DemoCustomer }
  | { does: 'confirm' | 'unsubscribe'; customer: DemoCustomer }
  | { does: 'route' | 'spam'; voice: Voice; by: string }
  | { does: 'reply'; voice: Voice; by: string; text: string; internal: boolean }
  | { does: 'add'; voice: Voice; text: string }
  | { does: 'begin'; initiative: DemoInitiative }
  | { does: 'plan'; voice: Voice; by: string; initiative: string }
  | { does: 'publish'; outcome: DemoOutcome }
  | { does: 'see'; voice: Voice }
  | { does: 'react'; voice: Voice; helped: Helped; text: string }
)

/** Six months that end at `now`, as a list of steps in the order in which they happen. The same `now` gives the same six months. */
export function writePlot(now: Date): Step[] {
  const chance = createChance(20_140)
  const voices = script.flatMap(readVoices)
  const cast = castVoices(voices, chance)
  const published = new Map(outcomes.map((outcome) => [outcome.key, atWork(daysBefore(now, outcome.published), chance.between(0.5, 5))]))
  const begun = new Map(initiatives.map((initiative) => [initiative.key, atWork(daysBefore(now, initiative.begun), chance.between(0.2, 6))]))
  const steps: Step[] = [
    ...initiatives.map((initiative) => ({ does: 'begin' as const, initiative, at: begun.get(initiative.key) ?? now })),
    ...outcomes.map((outcome) => ({ does: 'publish' as const, outcome, at: published.get(outcome.key) ?? now })),
  ]
  const knownSince = new Set<DemoCustomer>()
  for (const voice of [...voices].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const customer = cast.get(voice)
    if (!customer) continue
    const at = waking(now, voice.daysAgo, chance.next())
    steps.push({ does: 'submit', voice, customer, at })
    if (!knownSince.has(customer)) steps.push(...becomeKnown(customer, at, chance))
    knownSince.add(customer)
    const answering = { voice, customer, submitted: at, ...whenOf(voice, published, begun) }
    steps.push(...happenings(answering, now, chance))
  }
  return steps.filter(({ at }) => at < now).sort((a, b) => a.at.getTime() - b.at.getTime())
}

function whenOf({ goal, outcome, initiative }: Voice, published: Map<string, Date>, begun: Map<string, Date>) {
  const found = outcomes.find(({ key }) => key === outcome)
  const underlying = found?.initiative ?? initiative
  const replyWithinDays = goals.find(({ key }) => key === goal)?.replyWithinDays ?? 5
  return {
    replyWithinDays,
    outcome: found,
    published: outcome === undefined ? undefined : published.get(outcome),
    initiative: underlying,
    begun: underlying === undefined ? undefined : begun.get(underlying),
  }
}

function becomeKnown(customer: DemoCustomer, at: Date, chance: Chance): Step[] {
  const steps: Step[] = []
  if (customer.confirms) steps.push({ does: 'confirm', customer, at: hoursAfter(at, chance.between(0.02, 0.4)) })
  if (customer.unsubscribes) steps.push({ does: 'unsubscribe', customer, at: whenUp(hoursAfter(at, 24 * 25)) })
  return steps
}

function happenings(answering: Answering, now: Date, chance: Chance): Step[] {
  if (answering.voice.fate === 'spam')
    return [{ does: 'spam', voice: answering.voice, by: 'yvonne', at: atWork(answering.submitted, chance.between(1, 6)) }]
  if (answering.voice.goal === null) return []
  return [...answer(answering, now, chance), ...react(answering, now, chance)]
}
