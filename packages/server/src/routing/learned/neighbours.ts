import type { Vector } from './encode.ts'

/** Of each item only its rarest features are kept: enough to find what is like it, in bounded room and time. */
const KEPT = 16
/** How many earlier items that share one feature are looked at, newest first. */
const LOOKED_AT = 100

export interface Neighbour {
  at: number
  similarity: number
}

/** The earlier items, findable by the features that they share with a text. */
export class Neighbours {
  ids: string[] = []
  goals: number[] = []
  /** For each item its kept features, so that it can be packed. */
  kept: Int32Array[] = []
  private byFeature = new Map<number, number[]>()
  /** How many features each item has, and how many of those it shares with the text that is looked at: nothing between two texts. */
  private lengths = new Uint8Array(0)
  private shared = new Uint8Array(0)
  private readonly found = new Int32Array(KEPT * LOOKED_AT)

  add(id: string, goal: number, vector: Vector) {
    this.restore(id, goal, heaviest(vector))
  }

  restore(id: string, goal: number, kept: Int32Array) {
    const at = this.ids.push(id) - 1
    this.goals.push(goal)
    this.kept.push(kept)
    if (at === this.lengths.length) this.grow()
    this.lengths[at] = kept.length
    for (const feature of kept) {
      const items = this.byFeature.get(feature)
      if (items) items.push(at)
      else this.byFeature.set(feature, [at])
    }
  }

  /** The items that share most with a text, nearest first and the newer first of equals. */
  nearest(vector: Vector, count: number): Neighbour[] {
    const { shared, lengths, found } = this
    const kept = heaviest(vector)
    const size = this.share(kept)
    const nearest: Neighbour[] = []
    for (let i = 0; i < size; i++) {
      const at = found[i] as number
      const similarity = (shared[at] as number) / Math.sqrt(kept.length * (lengths[at] as number))
      shared[at] = 0
      const last = nearest[count - 1]
      if (last === undefined || isNearer(similarity, at, last)) insert(nearest, { at, similarity }, count)
    }
    return nearest
  }

  /** Fills `found` and `shared` from these features, and tells how many were found. */
  private share(kept: Int32Array): number {
    const { shared, found } = this
    let size = 0
    for (const feature of kept) {
      const items = this.byFeature.get(feature)
      if (items === undefined) continue
      for (let i = items.length - 1; i >= Math.max(0, items.length - LOOKED_AT); i--) {
        const at = items[i] as number
        if (shared[at] === 0) found[size++] = at
        shared[at] = (shared[at] as number) + 1
      }
    }
    return size
  }

  private grow() {
    const lengths = new Uint8Array(Math.max(64, this.lengths.length * 2))
    lengths.set(this.lengths)
    this.lengths = lengths
    this.shared = new Uint8Array(lengths.length)
  }
}

function insert(nearest: Neighbour[], one: Neighbour, most: number) {
  let place = nearest.length
  while (place > 0 && isNearer(one.similarity, one.at, nearest[place - 1] as Neighbour)) place--
  nearest.splice(place, 0, one)
  if (nearest.length > most) nearest.pop()
}

const isNearer = (similarity: number, at: number, other: Neighbour) =>
  similarity > other.similarity || (similarity === other.similarity && at > other.at)

/** The columns of the heaviest features, heaviest first. */
function heaviest({ columns, values }: Vector): Int32Array {
  const kept: number[] = []
  const isHeavier = (one: number, other: number) =>
    (values[one] as number) > (values[other] as number) || (values[one] === values[other] && (columns[one] as number) < (columns[other] as number))
  for (let i = 0; i < values.length; i++) {
    let place = kept.length
    while (place > 0 && isHeavier(i, kept[place - 1] as number)) place--
    if (place === KEPT) continue
    kept.splice(place, 0, i)
    if (kept.length > KEPT) kept.pop()
  }
  return Int32Array.from(kept, (i) => columns[i] as number)
}
