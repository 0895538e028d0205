/* The decided texts are seldom spread over the goals as all texts are. What is believed of the others tells how those are spread. */

const STEPS = 20
/** How far beliefs go with the spread that was found: the beliefs that it comes from are none too sure themselves. */
const TRUST = 0.4
/** Each class is taken to have come half a time more, so that none never comes. */
const BESIDE = 0.5

/** Which share of these texts each class has. */
export function sharesOf(classes: readonly number[], weights: readonly number[], classCount: number): Float64Array {
  const sums = new Float64Array(classCount).fill(BESIDE)
  for (const [i, c] of classes.entries()) sums[c] = (sums[c] as number) + (weights[i] as number)
  return asShares(sums)
}

function asShares(sums: Float64Array): Float64Array {
  const all = sums.reduce((sum, one) => sum + one, 0)
  return sums.map((one) => one / all)
}

/** Which share of the texts that these beliefs are about each class has, when they come from lessons of which it has the share `learned` (Saerens, Latinne and Decaestecker 2002). */
export function spreadOf(beliefs: readonly Float64Array[], learned: Float64Array): Float64Array {
  let spread = learned
  for (let step = 0; step < STEPS; step++) {
    const sums = learned.map((one) => one * learned.length)
    const factors = spread.map((one, c) => one / (learned[c] as number))
    for (const belief of beliefs) {
      let all = 0
      for (let c = 0; c < sums.length; c++) all += (belief[c] as number) * (factors[c] as number)
      for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] as number) + ((belief[c] as number) * (factors[c] as number)) / all
    }
    spread = asShares(sums)
  }
  return spread
}

/** Brings beliefs nearer to how the texts are spread, in place. */
export function followStream(beliefs: readonly Float64Array[], learned: Float64Array) {
  const factors = spreadOf(beliefs, learned).map((one, c) => (one / (learned[c] as number)) ** TRUST)
  for (const belief of beliefs) {
    let all = 0
    for (let c = 0; c < belief.length; c++) {
      belief[c] = (belief[c] as number) * (factors[c] as number)
      all += belief[c] as number
    }
    for (let c = 0; c < belief.length; c++) belief[c] = (belief[c] as number) / all
  }
}
