/**
 * Lets works run at a time as long as their weights are at most `most` together; the others wait for their turn, in the order in which they came.
 * A work weighs at most `most`.
 */
export function createTurns(most: number) {
  let free = most
  const waiting: { weight: number; begin: () => void }[] = []
  const beginNext = () => {
    for (let next = waiting[0]; next && next.weight <= free; next = waiting[0]) {
      waiting.shift()
      free -= next.weight
      next.begin()
    }
  }
  return async <Result>(weight: number, work: () => Promise<Result>): Promise<Result> => {
    await new Promise<void>((begin) => {
      waiting.push({ weight, begin })
      beginNext()
    })
    try {
      return await work()
    } finally {
      free += weight
      beginNext()
    }
  }
}
