import type { Kit } from '../form/kit.ts'
import type { Room } from '../form/room.ts'
import { take } from './kit.ts'
import { Yours as View } from './yours.tsx'

/** What the customer can do with what the company keeps of them; few look, so it comes when they do. */
export type Yours = ReturnType<typeof begin>

export function begin(room: Room, kit: Kit) {
  take(kit)
  return { Yours: () => View({ room }) }
}
