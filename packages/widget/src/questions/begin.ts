import type { Room } from '../form/room.ts'
import { take } from './kit.ts'
import { Questions, unanswered } from './questions.tsx'

/** What the site itself asks. */
export type QuestionsPart = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  return { Questions: () => Questions(room), unanswered: () => unanswered(room) }
}
