/** Turns scores into confidences: how sharp the difference between goals is taken. */
export interface Calibration {
  temperature: number
}

/** Scores as shares that sum to one, in place. */
export function confidences(scores: Float64Array, { temperature }: Calibration) {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  if (highest === Number.NEGATIVE_INFINITY) return
  let sum = 0
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(((scores[i] as number) - highest) / temperature)
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum
}

/** The temperature at which the right goals get the likeliest confidences; `scores` has `classCount` numbers for each of `classes`. */
export function fitTemperature(scores: Float64Array, classes: ArrayLike<number>, classCount: number): number {
  let best = 1
  let lowest = Number.POSITIVE_INFINITY
  for (let temperature = 0.02; temperature < 2; temperature *= 1.08) {
    const loss = lossAt(scores, classes, classCount, temperature)
    if (loss >= lowest) continue
    lowest = loss
    best = temperature
  }
  return best
}

function lossAt(scores: Float64Array, classes: ArrayLike<number>, classCount: number, temperature: number): number {
  let loss = 0
  for (let i = 0; i < classes.length; i++) {
    const row = scores.slice(i * classCount, (i + 1) * classCount)
    confidences(row, { temperature })
    loss -= Math.log(Math.max(1e-12, row[classes[i] as number] as number))
  }
  return loss
}
