import type { Room, Thread } from '../form/room.ts'
import { take } from '../form/taken.ts'
import { become } from './become.ts'
import { Helped } from './helped.tsx'
import { check, mark, see, type Watch } from './news.ts'
import { Yours } from './yours.tsx'

/** For who was here before, or whom the host site knows: who they are, what is new for them, what is theirs, and whether it helped. */
export type Returning = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  const watch: Watch = { room, idle: 0 }
  room.host.addEventListener('news', () => mark(room))
  return {
    become: () => become(room),
    check: () => check(watch),
    see: (item: Parameters<typeof see>[1]) => see(room, item),
    Yours: () => Yours(room),
    Helped: (item: Thread) => Helped(room, item),
  }
}
