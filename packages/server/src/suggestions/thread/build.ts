import { backtest } from '../../routing/learned/backtest.ts'
import type { Decision } from '../../routing/learned/may-route.ts'
import type { Example, RoutingModel } from '../../routing/learned/model.ts'
import { train } from '../../routing/learned/train.ts'
import { twins } from '../../routing/learned/twins.ts'
import { packBoth } from './packing.ts'
import type { BuildInput, Built, Input, Tried } from './tasks.ts'

/** Fewer items than this teach nothing of how each kind sounds. */
const FEWEST_KINDS = 200
/** So many of the newest texts tell how customers speak. */
const UNLABELLED = 2000
/** So many of the latest for each goal are enough to tell whether the model may route to it. */
const HISTORY = 200

let examples: Example[] = []
let kinds: Example[] = []
let pieces: string[] = []
let rehearsed: { now?: RoutingModel; draft?: RoutingModel } = {}

export function collect(more: Input<'collect'>): undefined {
  examples = examples.concat(more.examples ?? [])
  kinds = kinds.concat(more.kinds ?? [])
}

/** Learns from what was collected, newest first. */
export function build({ goals }: BuildInput): Built {
  examples.reverse()
  const model = train({ examples, goals, unlabelled: kinds.slice(0, UNLABELLED).map(({ text }) => text) })
  pieces = packBoth(model, trainKinds())
  return { parts: pieces.length, examples: examples.length, twins: twins(model, goals) }
}

/** Tries how it would have done, which takes several times as long as learning does. */
export function tryOut({ goals }: BuildInput): Tried {
  const { curve, decisions } = backtest(examples, goals)
  return { curve, history: latest(decisions) }
}

export const takePart = ({ part }: Input<'takePart'>): string => pieces[part] ?? ''

export function rehearse({ goals, as }: Input<'rehearse'>): undefined {
  rehearsed[as] = train({ examples: examples.toReversed(), goals })
}

export const rehearsedModels = () => rehearsed

/** Each work in this thread begins with nothing. */
export function forget(): undefined {
  examples = []
  kinds = []
  pieces = []
  rehearsed = {}
}

function trainKinds(): RoutingModel | undefined {
  const known = [...new Set(kinds.map(({ goalId }) => goalId))]
  if (kinds.length < FEWEST_KINDS || known.length < 2) return undefined
  return train({ examples: kinds, goals: known.map((id) => ({ id, texts: [] })) })
}

/** The latest for each goal that was suggested, in their order. */
function latest(decisions: readonly Decision[]): Decision[] {
  const counts = new Map<string | null, number>()
  const kept = decisions.toReversed().filter(({ suggested }) => {
    const count = (counts.get(suggested) ?? 0) + 1
    counts.set(suggested, count)
    return suggested !== null && count <= HISTORY
  })
  return kept.reverse().map((decision) => ({ ...decision, confidence: Math.round(decision.confidence * 1000) / 1000 }))
}
