import type { Kit } from '../form/kit.ts'
import type { Room } from '../form/room.ts'
import { take } from './kit.ts'
import { unanswered, Questions as View } from './questions.tsx'

/** What the site itself asks; it comes where there is a question. */
export type Questions = ReturnType<typeof begin>

export function begin(room: Room, kit: Kit) {
  take(kit)
  return { Questions: () => View({ room }), unanswered: () => unanswered(room) }
}
