import { count, encode, heaviest, MOST_WEIGHED, type Vector } from './encode.ts'
import type { Example, RoutingModel } from './model.ts'
import { counted, scoreOf } from './score.ts'

/** How far the right goal's score goes above each other's, in the temperature of the confidences: 2 is about seven to one. */
const MARGIN = 2
const STEPS = 20

/**
 * Takes in one decision of a person, in place and within milliseconds, so that the next similar text shows it. False when the model
 * doesn't have the goal: then it has to be trained anew. It is a correction until then: a training weighs all decisions alike.
 */
export function learn(model: RoutingModel, { text, goalId, id }: Example): boolean {
  const { encoder, goalIds, leanings, neighbours, known } = model
  const goal = goalIds.indexOf(goalId)
  if (goal === -1) return false
  const hasRoom = encoder.vocabulary.size + text.length * 6 < encoder.frequencies.length
  const counts = count(encoder.features.read(text), encoder.vocabulary, hasRoom)
  for (const row of counts.rows) encoder.frequencies[row] = (encoder.frequencies[row] as number) + 1
  encoder.textCount++
  const vector = heaviest(encode(counts, encoder), MOST_WEIGHED)
  if (vector.columns.length === 0) return true
  known[goal] = 1
  // Only what a suggestion asks the counts about: else what is moved of a long text would not be seen again.
  const moved = counted(vector)
  const changes = changesFor(model, vector, moved, goal)
  for (let i = 0; i < moved.columns.length; i++) leanings.change(moved.columns[i] as number, changes, moved.values[i] as number)
  if (id !== undefined) neighbours.add(id, goal, vector)
  return true
}

/** How far the goal and its rivals have to move along the text. */
function changesFor(model: RoutingModel, vector: Vector, moved: Vector, goal: number): Map<number, number> {
  const { calibration, known } = model
  const changes = new Map<number, number>()
  const scores = scoreOf(model, vector)
  const length = moved.values.reduce((sum, value) => sum + value * value, 0)
  for (let step = 0; step < STEPS; step++) {
    const rival = strongestRival(scores, goal, known)
    const short = rival === -1 ? 0 : MARGIN * calibration.temperature - ((scores[goal] as number) - (scores[rival] as number))
    if (short <= 0) break
    // Both scores move by the same amount, which closes the gap at once.
    scores[goal] = (scores[goal] as number) + short / 2
    scores[rival] = (scores[rival] as number) - short / 2
    changes.set(goal, (changes.get(goal) ?? 0) + short / (2 * length))
    changes.set(rival, (changes.get(rival) ?? 0) - short / (2 * length))
  }
  return changes
}

function strongestRival(scores: Float64Array, goal: number, known: Uint8Array): number {
  let rival = -1
  for (let c = 0; c < scores.length; c++) {
    if (c === goal || known[c] === 0) continue
    if (rival === -1 || (scores[c] as number) > (scores[rival] as number)) rival = c
  }
  return rival
}
