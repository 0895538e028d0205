import { count, encode, stack } from './encode.ts'
import type { Example, RoutingModel } from './model.ts'
import { score } from './solve.ts'

/** How far the right goal's score goes above zero, and the others' below, as in training. */
const MARGIN = 1
const STEPS = 4

/**
 * Takes in one decision of a person, in place and within milliseconds, so that the next similar text shows it. False when the model
 * doesn't have the goal: then it has to be trained anew. It is a correction until then: a training weighs all decisions alike.
 */
export function learn(model: RoutingModel, { text, goalId, id }: Example): boolean {
  const { encoder, goalIds, weights, neighbours } = model
  const goal = goalIds.indexOf(goalId)
  if (goal === -1) return false
  const hasRoom = encoder.vocabulary.size + text.length * 6 < encoder.frequencies.length
  const counts = count(encoder.features.read(text), encoder.vocabulary, hasRoom)
  for (const row of counts.rows) if (row >= 0) encoder.frequencies[row] = (encoder.frequencies[row] as number) + 1
  encoder.textCount++
  const vector = encode(counts, encoder)
  if (vector.columns.length === 0) return true
  model.known[goal] = 1
  const rows = stack([vector])
  const length = vector.values.reduce((sum, value) => sum + value * value, 0)
  for (let step = 0; step < STEPS; step++) {
    const scores = new Float64Array(goalIds.length)
    score(rows, 0, weights, goalIds.length, scores)
    for (let c = 0; c < goalIds.length; c++) {
      const sign = c === goal ? 1 : -1
      const loss = MARGIN - sign * (scores[c] as number)
      if (loss <= 0 || (c !== goal && (scores[c] as number) < -0.5)) continue
      const change = (sign * loss) / (length + 0.5)
      for (const [i, column] of vector.columns.entries()) {
        const at = column * goalIds.length + c
        weights[at] = (weights[at] as number) + change * (vector.values[i] as number)
      }
    }
  }
  if (id !== undefined) neighbours.add(id, goal, vector)
  return true
}
