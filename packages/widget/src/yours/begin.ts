import type { Room } from '../form/room.ts'
import { take } from './kit.ts'
import { Yours } from './yours.tsx'

/** What the customer can do with what is theirs. */
export type YoursPart = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  return { Yours: () => Yours(room) }
}
