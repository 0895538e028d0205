import type { Room, Thread } from '../form/room.ts'
import { dress, take } from '../form/taken.ts'
import { Gave } from './gave.tsx'
import css from './questions.css?inline'
import { Questions, unanswered } from './questions.tsx'

/** What the site itself asks, and what was answered. */
export type QuestionsPart = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  dress(room, css)
  return { Questions: () => Questions(room), unanswered: () => unanswered(room), Gave: (item: Thread) => Gave(room, item) }
}
