import type { Room } from '../form/room.ts'
import { forget } from '../form/taken.ts'

/** Hands the customer everything that the company keeps of them, as a file. */
export async function download(room: Room) {
  const body = await told<object>(room, '', 'GET', '/mine/export')
  if (!body) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }))
  link.download = `${room.options.site}.json`
  link.click()
}

/** Waits for what is being sent: it would come after the erasure, and what it brings would be kept. */
export function erase(room: Room) {
  room.notice = room.texts.loading
  room.draw()
  return room.loop?.alone(room, async () => {
    if (!(await told(room, room.texts.erased, 'DELETE', '/mine'))) return
    room.box.keep('waiting', null)
    forget(room, 'mine')
  })
}

/** Sends the link to all of it by mail. The answer never tells whether the address is known. */
export const mailLink = (room: Room, email: string) =>
  told(room, room.texts.deviceSent, 'POST', `/sites/${room.options.site}/links`, { body: { email, locale: room.locale } })

/** Asks, and says what became of it. */
async function told<Body>(room: Room, notice: string, method: string, path: string, extra?: { body: object }) {
  const { body } = (await room.loop?.ask<Body>(room, method, path, extra)) ?? {}
  Object.assign(room, { failed: !body, notice: body && notice })
  room.draw()
  return body
}
