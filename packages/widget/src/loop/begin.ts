import type { Room } from '../form/room.ts'
import { later, take } from '../form/taken.ts'
import { ask, become } from './ask.ts'
import { Item, Write } from './item.tsx'
import { Mine } from './mine.tsx'
import { Change, Outcomes } from './outcomes.tsx'
import { alone, flush, post, waitingIn } from './queue.ts'
import { refresh } from './refresh.ts'
import { send } from './send.ts'
import { submit } from './submit.ts'
import { Sent } from './thanks.tsx'

/** Everything that comes after the form can be typed in: sending, coming back, what was done. */
export type Loop = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  const wake = async () => {
    const waits = waitingIn(room)[0]
    await become(room)
    if (waits) flush(room)
    if (!room.box.recall('token')) return
    const part = await later(room, 'returning')
    part?.check()
  }
  room.line = { flushing: Promise.resolve(), tries: 0, until: 0, wake }
  document.addEventListener('visibilitychange', wake)
  wake()
  return {
    views: { sent: Sent, mine: Mine, item: Item, outcomes: Outcomes },
    Change,
    Write,
    post,
    wake,
    submit,
    refresh,
    ask,
    send,
    alone,
    stop() {
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('online', wake)
      clearTimeout(room.line.timer)
    },
  }
}
