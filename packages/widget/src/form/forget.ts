import type { Room, View } from './room.ts'

/** Leaves nothing here of who the customer is. What still waits is sent in their name, and shown to nobody. */
export function forget(room: Room, view: View = 'choose') {
  const { box, draft } = room
  const token = box.recall('token')
  const waiting = box.recall<object[]>('waiting')
  if (waiting)
    box.keep(
      'waiting',
      waiting.map((entry) => ({ left: token, ...entry })),
    )
  room.pictures?.drop(draft.pictures)
  box.clear()
  Object.assign(room, { identity: undefined, draft: { message: '' }, mine: undefined, item: undefined, sent: undefined, news: 0 })
  room.emit('news', 0)
  if (room.view !== 'outcomes') room.view = view
  room.draw()
}
