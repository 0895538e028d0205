interface Waiting<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** Does together what is asked at one moment; what comes while that is under way is the next group. `work` answers in the order of what it is given. */
export function gathering<Item, Result>(work: (items: Item[]) => Promise<Result[]>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let isAtWork = false

  async function drain() {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        const results = await work(group.map(({ item }) => item))
        group.forEach(({ resolve }, i) => void resolve(results[i] as Result))
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    isAtWork = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (isAtWork) return
      isAtWork = true
      setImmediate(drain)
    })
}
