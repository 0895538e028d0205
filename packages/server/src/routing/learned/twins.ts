import { count, encode } from './encode.ts'
import type { LearnableGoal, RoutingModel } from './model.ts'

export interface Twins {
  goalIds: [string, string]
  /** How alike their own texts are, 0 to 1. */
  similarity: number
}

const ALIKE = 0.8

/** Goals that can't be told apart by their texts. */
export function twins({ encoder }: RoutingModel, goals: readonly LearnableGoal[]): Twins[] {
  const vectors = goals.map(({ id, texts }) => {
    const { columns, values } = encode(count(encoder.features.read(texts.join(' ')), encoder.vocabulary, false), encoder)
    const length = Math.hypot(...values)
    return { id, parts: new Map(columns.map((column, i) => [column, (values[i] as number) / (length || 1)])) }
  })
  return vectors.flatMap((one, i) =>
    vectors.slice(i + 1).flatMap((other): Twins[] => {
      let similarity = 0
      for (const [column, value] of one.parts) similarity += value * (other.parts.get(column) ?? 0)
      return similarity >= ALIKE ? [{ goalIds: [one.id, other.id], similarity }] : []
    }),
  )
}
