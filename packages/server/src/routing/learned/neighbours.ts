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
    const shared = new Map<number, number>()
    const kept = heaviest(vector)
    for (const feature of kept) {
      const items = this.byFeature.get(feature) ?? []
      for (let i = items.length - 1; i >= Math.max(0, items.length - LOOKED_AT); i--) {
        const at = items[i] as number
        shared.set(at, (shared.get(at) ?? 0) + 1)
      }
    }
    const nearest: Neighbour[] = []
    for (const [at, both] of shared) {
      const similarity = both / Math.sqrt(kept.length * (this.kept[at] as Int32Array).length)
      const isBefore = (other: Neighbour) => other.similarity < similarity || (other.similarity === similarity && other.at < at)
      const place = nearest.findIndex(isBefore)
      if (place === -1 && nearest.length >= count) continue
      nearest.splice(place === -1 ? nearest.length : place, 0, { at, similarity })
      nearest.length = Math.min(nearest.length, count)
    }
    return nearest
  }
}

function heaviest({ columns, values }: Vector): Int32Array {
  const order = Int32Array.from(columns, (_, i) => i)
  order.sort((a, b) => (values[b] as number) - (values[a] as number) || (columns[a] as number) - (columns[b] as number))
  return order.subarray(0, KEPT).map((i) => columns[i] as number)
}
