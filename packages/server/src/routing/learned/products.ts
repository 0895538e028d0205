/* The sums in which a training spends its time. Eight numbers at once are held in variables, since an array would be read and written for each step. */

/** For each number of `sums` that of the rows of `inner` which begin at `bases`, each times its value, added up; a multiple of eight numbers. */
export function sumInner(inner: Float32Array, bases: Int32Array, values: Float32Array, count: number, sums: Float64Array) {
  for (let j = 0; j < sums.length; j += 8) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      const at = (bases[i] as number) + j
      const value = values[i] as number
      a += value * (inner[at] as number)
      b += value * (inner[at + 1] as number)
      c += value * (inner[at + 2] as number)
      d += value * (inner[at + 3] as number)
      e += value * (inner[at + 4] as number)
      f += value * (inner[at + 5] as number)
      g += value * (inner[at + 6] as number)
      h += value * (inner[at + 7] as number)
    }
    sums[j] = a
    sums[j + 1] = b
    sums[j + 2] = c
    sums[j + 3] = d
    sums[j + 4] = e
    sums[j + 5] = f
    sums[j + 6] = g
    sums[j + 7] = h
  }
}

/** Moves the rows of `inner` which begin at `bases` against `pull`, each by its step. */
export function moveInner(inner: Float32Array, bases: Int32Array, steps: Float64Array, count: number, pull: Float64Array) {
  for (let j = 0; j < pull.length; j += 4) {
    const [a, b, c, d] = [pull[j] as number, pull[j + 1] as number, pull[j + 2] as number, pull[j + 3] as number]
    for (let i = 0; i < count; i++) {
      const at = (bases[i] as number) + j
      const step = steps[i] as number
      inner[at] = (inner[at] as number) - step * a
      inner[at + 1] = (inner[at + 1] as number) - step * b
      inner[at + 2] = (inner[at + 2] as number) - step * c
      inner[at + 3] = (inner[at + 3] as number) - step * d
    }
  }
}

/** Adds to each number of `scores` the product of `hidden` with a row of `outer`: the first begins at `begin`, each next one `width` further. */
export function addRows(outer: Float32Array, begin: number, width: number, hidden: Float64Array, scores: Float64Array) {
  let k = 0
  for (let base = begin; k + 8 <= scores.length; k += 8, base += 8 * width) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let j = 0; j < hidden.length; j++) {
      const value = hidden[j] as number
      const at = base + j
      a += value * (outer[at] as number)
      b += value * (outer[at + width] as number)
      c += value * (outer[at + 2 * width] as number)
      d += value * (outer[at + 3 * width] as number)
      e += value * (outer[at + 4 * width] as number)
      f += value * (outer[at + 5 * width] as number)
      g += value * (outer[at + 6 * width] as number)
      h += value * (outer[at + 7 * width] as number)
    }
    scores[k] = (scores[k] as number) + a
    scores[k + 1] = (scores[k + 1] as number) + b
    scores[k + 2] = (scores[k + 2] as number) + c
    scores[k + 3] = (scores[k + 3] as number) + d
    scores[k + 4] = (scores[k + 4] as number) + e
    scores[k + 5] = (scores[k + 5] as number) + f
    scores[k + 6] = (scores[k + 6] as number) + g
    scores[k + 7] = (scores[k + 7] as number) + h
  }
  for (; k < scores.length; k++) scores[k] = (scores[k] as number) + product(outer, begin + k * width, hidden)
}

/** The product of a vector with the numbers that begin there. Four sums at once, since each would wait for its own last step. */
export function product(numbers: Float32Array, begin: number, vector: Float64Array): number {
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let j = 0; j < vector.length; j += 4) {
    one += (vector[j] as number) * (numbers[begin + j] as number)
    two += (vector[j + 1] as number) * (numbers[begin + j + 1] as number)
    three += (vector[j + 2] as number) * (numbers[begin + j + 2] as number)
    four += (vector[j + 3] as number) * (numbers[begin + j + 3] as number)
  }
  return one + two + three + four
}
