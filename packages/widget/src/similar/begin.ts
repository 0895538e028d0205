import type { Room } from '../form/room.ts'
import { dress, take } from '../form/taken.ts'
import css from './similar.css?inline'
import { findSimilar, type Near, Similar } from './similar.tsx'

/** What was done already about what is being written. */
export type SimilarPart = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  dress(room, css)
  const near: Near = { room, found: [] }
  return {
    Similar: () => Similar(near),
    /** Looks for it once the customer pauses. */
    typed() {
      clearTimeout(near.timer)
      near.timer = setTimeout(() => findSimilar(near), 1000)
    },
  }
}
