import type { Kind } from '@klankbord/shared/widget'
import { flagReader, type Raised } from '../../routing/flags.ts'
import { type Detector, languageOf } from '../../routing/language.ts'
import { learn } from '../../routing/learned/learn.ts'
import type { RoutingModel } from '../../routing/learned/model.ts'
import { suggest } from '../../routing/learned/suggest.ts'
import { likeness, Seen, termsOf } from '../../routing/nearness.ts'
import { unpackBoth } from './packing.ts'
import { standIn } from './stand-in.ts'
import type { Input, Made, ReadInput } from './tasks.ts'

/** What the thread holds of one organisation. */
interface Mind {
  model: RoutingModel | undefined
  /** The same engine, which learned from customers' own choices what each kind sounds like. */
  kinds: RoutingModel | undefined
  seen: Seen
  flags: { key: string; read: (text: string) => Raised[] }
}

/** So many organisations are held at once; of others is forgotten what was not asked for longest. */
const HELD = 50
/** Surer than this before a customer's own choice is doubted. */
const KIND_CONFIDENCE = 0.9

const minds = new Map<string, Mind>()
const given = new Map<string, string[]>()

export function give({ organisationId, part, packed }: Input<'give'>): undefined {
  // What was begun and not ended is forgotten.
  given.set(organisationId, [...(part === 0 ? [] : (given.get(organisationId) ?? [])), packed])
}

export function load({ organisationId, number, recent, decided }: Input<'load'>): boolean {
  const packed = given.get(organisationId) ?? []
  given.delete(organisationId)
  const { goals, kinds } = number === 0 ? { goals: undefined, kinds: undefined } : unpackBoth(packed)
  const seen = minds.get(organisationId)?.seen ?? new Seen()
  if (seen.texts === 0) for (const text of recent) seen.add(text)
  minds.delete(organisationId)
  minds.set(organisationId, { model: goals, kinds, seen, flags: { key: '', read: () => [] } })
  for (const [oldest] of minds) if (minds.size > HELD) minds.delete(oldest)
  if (goals) for (const one of decided) learn(goals, one)
  return number === 0 || goals !== undefined
}

export function mindOf(organisationId: string): Mind {
  const mind = minds.get(organisationId)
  if (!mind) throw new RangeError('This organisation was not loaded')
  minds.delete(organisationId)
  minds.set(organisationId, mind)
  return mind
}

/** Which organisations are held, for who must load them first. */
export const holds = (organisationId: string) => minds.has(organisationId)

export function learnAll({ organisationId, decided }: Input<'learn'>): number {
  const { model } = mindOf(organisationId)
  return model ? decided.filter((one) => !learn(model, one)).length : decided.length
}

let detector: Promise<Detector> | undefined

export async function readAll(input: ReadInput): Promise<Made[]> {
  detector ??= import('eld/small').then(({ eld }) => eld)
  const mind = mindOf(input.organisationId)
  const key = JSON.stringify(input.flagWords)
  if (mind.flags.key !== key) mind.flags = { key, read: flagReader(input.flagWords) }
  const found = await detector
  return input.items.map((item) => readOne(mind, item, input, found))
}

/** Never throws: a text that breaks something gets no suggestion, and is not in the way of others. */
function readOne(mind: Mind, { id, text, kind }: ReadInput['items'][number], { standins, languages }: ReadInput, detector: Detector): Made {
  const made: Made = { id, candidates: [], similar: [], language: null, kind: null, flags: [], terms: [] }
  try {
    made.flags = mind.flags.read(text)
    made.terms = termsOf(text, mind.seen)
    mind.seen.add(text)
    made.language = languageOf(text, languages, detector)
    made.kind = otherKind(mind, text, kind)
    if (!mind.model) return made
    const { candidates, similar } = suggest(mind.model, text, { isOpen: (goalId) => standins[goalId] != null })
    made.candidates = standIn(candidates, standins)
    made.similar = similar.filter((one) => one.id !== id)
  } catch {
    // What was found until then is kept.
  }
  return made
}

function otherKind({ kinds }: Mind, text: string, chosen: Kind): Made['kind'] {
  const first = kinds && suggest(kinds, text).candidates[0]
  return first && first.goalId !== chosen && first.confidence >= KIND_CONFIDENCE ? { kind: first.goalId as Kind, confidence: first.confidence } : null
}

export function likenessTo({ organisationId, text, others }: Input<'likeness'>): number[] {
  return likeness(text, others, mindOf(organisationId).seen)
}
