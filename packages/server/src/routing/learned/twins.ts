import { highest, type KeptOut } from './calibrate.ts'
import { count, encode } from './encode.ts'
import type { Confusion, LearnableGoal, RoutingModel } from './model.ts'

export interface Twins {
  goalIds: [string, string]
  /** How alike the goals' own texts are, 0 to 1. */
  similarity: number
  /** Of the decided items of both, the share that the model took for the other's, 0 to 1. */
  confusion: number
}

const ALIKE = 0.8
/** With two goals that can't be told apart half of the items go to the wrong one. */
const CONFUSED = 0.3
/** Fewer items than this of a goal say nothing about it. */
const FEWEST = 8

/** Goals that can't be told apart, by what they say of themselves or by the items that people sent there; the most alike first. */
export function twins({ encoder, confusions }: RoutingModel, goals: readonly LearnableGoal[]): Twins[] {
  const directions = goals.map(({ texts }) => {
    const { columns, values } = encode(count(encoder.features.read(texts.join(' ')), encoder.vocabulary, false), encoder)
    const length = Math.hypot(...values) || 1
    return new Map(Array.from(columns, (column, i) => [column, (values[i] as number) / length]))
  })
  const found = goals.flatMap(({ id }, i) =>
    goals.slice(i + 1).map((other, j): Twins => {
      const confused = confusions.find(({ goalIds }) => goalIds.includes(id) && goalIds.includes(other.id))
      const similarity = alike(directions[i] as Direction, directions[i + 1 + j] as Direction)
      return { goalIds: [id, other.id], similarity, confusion: confused?.share ?? 0 }
    }),
  )
  const strength = ({ similarity, confusion }: Twins) => Math.max(similarity / ALIKE, confusion / CONFUSED)
  return found.filter((pair) => strength(pair) >= 1).sort((a, b) => strength(b) - strength(a))
}

type Direction = Map<number, number>

function alike(one: Direction, other: Direction): number {
  let sum = 0
  for (const [column, value] of one) sum += value * (other.get(column) ?? 0)
  return Math.min(1, sum)
}

/** The pairs of goals of whose items, kept out of the training, a good part was taken for the other's. */
export function confusionsIn(keptOut: readonly KeptOut[], goalIds: readonly string[]): Confusion[] {
  const sizes = new Map<number, number>()
  const taken = new Map<number, number>()
  for (const { scores, goal } of keptOut) {
    const first = highest(scores)
    sizes.set(goal, (sizes.get(goal) ?? 0) + 1)
    if (first === goal) continue
    const pair = Math.min(first, goal) * goalIds.length + Math.max(first, goal)
    taken.set(pair, (taken.get(pair) ?? 0) + 1)
  }
  return [...taken].flatMap(([pair, times]): Confusion[] => {
    const [one, other] = [Math.floor(pair / goalIds.length), pair % goalIds.length]
    const [ofOne, ofOther] = [sizes.get(one) ?? 0, sizes.get(other) ?? 0]
    const share = times / Math.max(1, ofOne + ofOther)
    return Math.min(ofOne, ofOther) >= FEWEST && share >= CONFUSED / 2 ? [{ goalIds: [goalIds[one] as string, goalIds[other] as string], share }] : []
  })
}
