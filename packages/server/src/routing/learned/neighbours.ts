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
  /** How many features each item shares with the text that is looked at; nothing between two texts. */
  private shared = new Uint8Array(0)

  add(id: string, goal: number, vector: Vector) {
    this.restore(id, goal, heaviest(vector))
  }

  restore(id: string, goal: number, kept: Int32Array) {
    const at = this.ids.push(id) - 1
    this.goals.push(goal)
    this.kept.push(kept)
    for (const feature of kept) {
      const items = this.byFeature.get(feature)
      if (items) items.push(at)
      else this.byFeature.set(feature, [at])
    }
  }

  /** The items that share most with a text, nearest first and the newer first of equals. */
  nearest(vector: Vector, count: number): Neighbour[] {
    if (this.shared.length < this.ids.length) this.shared = new Uint8Array(this.ids.length * 2)
    const { shared } = this
    const found: number[] = []
    const kept = heaviest(vector)
    for (const feature of kept) {
      const items = this.byFeature.get(feature) ?? []
      for (let i = items.length - 1; i >= Math.max(0, items.length - LOOKED_AT); i--) {
        const at = items[i] as number
        if (shared[at] === 0) found.push(at)
        shared[at] = (shared[at] as number) + 1
      }
    }
    const nearest: Neighbour[] = []
    for (const at of found) {
      const similarity = (shared[at] as number) / Math.sqrt(kept.length * (this.kept[at] as Int32Array).length)
      shared[at] = 0
      insert(nearest, { at, similarity }, count)
    }
    return nearest
  }
}

function insert(nearest: Neighbour[], one: Neighbour, most: number) {
  let place = nearest.length
  while (place > 0 && isNearer(one, nearest[place - 1] as Neighbour)) place--
  if (place === most) return
  nearest.splice(place, 0, one)
  if (nearest.length > most) nearest.pop()
}

const isNearer = (one: Neighbour, other: Neighbour) => one.similarity > other.similarity || (one.similarity === other.similarity && one.at > other.at)

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
