import type { Room, Thread } from '../form/room.ts'
import { Gave } from './gave.tsx'
import { take } from './kit.ts'
import { Questions, unanswered } from './questions.tsx'

/** What the site itself asks, and what was answered. */
export type QuestionsPart = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  return { Questions: () => Questions(room), unanswered: () => unanswered(room), Gave: (item: Thread) => Gave(room, item) }
}
