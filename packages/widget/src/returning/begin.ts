import type { Room } from '../form/room.ts'
import { become } from './become.ts'
import { check, mark, see, type Watch } from './news.ts'

/** For who was here before, or whom the host site knows: who they are, and what is new for them. */
export type Returning = ReturnType<typeof begin>

export function begin(room: Room) {
  const watch: Watch = { room, idle: 0 }
  room.host.addEventListener('news', () => mark(room))
  return { become: () => become(room), check: () => check(watch), see: (item: Parameters<typeof see>[1]) => see(room, item) }
}
