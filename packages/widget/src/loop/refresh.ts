import type { Listed, Room, Thread } from '../form/room.ts'
import { later } from '../form/taken.ts'
import { ask } from './ask.ts'

/** Fetches what is shown, or the next page of it. */
export async function refresh(room: Room, cursor?: string | null): Promise<void> {
  const { view, itemId, box, options } = room
  const path = { mine: '/mine/feedback', item: `/mine/feedback/${itemId}`, outcomes: `/sites/${options.site}/outcomes` }[view as 'mine']
  if (!path || (view !== 'outcomes' && !box.recall('token'))) return
  const { body } = await ask<Thread & Listed<never>>(room, 'GET', path + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''))
  if (view !== room.view || itemId !== room.itemId) return
  room.failed = !body
  if (body && view === 'item') {
    room.item = body
    later(room, 'returning').then((part) => part?.see(body))
    if (body.rating || body.answers?.[0] || body.attachments?.[0]) later(room, 'questions')
  } else if (body) {
    const before = (cursor && room[view as 'mine']?.items) || []
    room[view as 'mine'] = { items: [...before, ...body.items], next: body.next }
  }
  room.draw()
}
