/** Scores as shares that sum to one, in place. */
export function softmax(scores: Float64Array, temperature = 1) {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  if (highest === Number.NEGATIVE_INFINITY) return
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp(((scores[i] as number) - highest) / temperature)
    scores[i] = share
    sum += share
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum
}
