/** Chance that falls the same way each time, so that every demo is the same company. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** True in `share` of the cases. */
  happens(share: number): boolean
  between(least: number, most: number): number
  pick<One>(from: readonly One[]): One
}

/** Mulberry32: small, and even enough for choosing words. */
export function createChance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    happens: (share) => next() < share,
    between: (least, most) => least + next() * (most - least),
    pick: <One>(from: readonly One[]) => {
      const one = from[Math.floor(next() * from.length)]
      if (one === undefined) throw new Error('There is nothing to pick from')
      return one
    },
  }
}
