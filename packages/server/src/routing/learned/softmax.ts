/** Scores as shares, in place. They sum to one, together with the share of a score `beside` them when there is one. */
export function softmax(scores: Float64Array, temperature = 1, beside = Number.NEGATIVE_INFINITY): Float64Array {
  let highest = beside
  for (const score of scores) if (score > highest) highest = score
  if (highest === Number.NEGATIVE_INFINITY) return scores
  let sum = Math.exp((beside - highest) / temperature)
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp(((scores[i] as number) - highest) / temperature)
    scores[i] = share
    sum += share
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum
  return scores
}
