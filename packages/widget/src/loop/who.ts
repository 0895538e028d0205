import type { Room } from '../form/room.ts'
import { ask, baseOf } from './ask.ts'
import { forget } from './kit.ts'
import { send } from './send.ts'

/** Becomes the customer whom the host site signed in, unless this device knows them already. Nobody sees what another left here. */
export async function know(room: Room) {
  const { identity, box, options } = room
  if (!identity) return
  const who = subject(identity.token)
  const known = box.recall('who')
  if (known && known !== who) {
    forget(room)
    room.identity = identity
  }
  const token = box.recall<string>('token')
  if (known === who && token) return
  const ask = (token?: string | null) =>
    send<{ customerToken: string }>('POST', `${baseOf(room)}/sites/${options.site}/identity`, { token, body: { token: identity.token } })
  let answer = await ask(token)
  if (answer.status === 401 && token) answer = await ask()
  if (room.identity !== identity) return
  if (answer.body) {
    box.keep('token', answer.body.customerToken)
    box.keep('who', who)
  } else if (!answer.again) {
    room.identity = undefined
    room.emit('error', { message: `identity: ${answer.status}` })
  }
}

/** Whom a JWT is about. The server checks it; here it only tells two people apart. */
function subject(token: string): string {
  try {
    return JSON.parse(atob((token.split('.')[1] as string).replaceAll('-', '+').replaceAll('_', '/'))).sub
  } catch {
    return token
  }
}

/** Hands the customer everything that the company keeps of them, as a file. */
export async function download(room: Room) {
  const body = await told<object>(room, '', 'GET', '/mine/export')
  if (!body) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }))
  link.download = `${room.options.site}.json`
  link.click()
}

export async function erase(room: Room) {
  if (!(await told(room, room.texts.erased, 'DELETE', '/mine'))) return
  room.box.keep('waiting', null)
  forget(room, 'mine')
}

/** Sends the link to all of it by mail. The answer never tells whether the address is known. */
export const mailLink = (room: Room, email: string) =>
  told(room, room.texts.deviceSent, 'POST', `/sites/${room.options.site}/links`, { body: { email, locale: room.locale } })

/** Asks, and says what became of it. */
async function told<Body>(room: Room, notice: string, method: string, path: string, extra?: { body: object }) {
  const { body } = await ask<Body>(room, method, path, extra)
  Object.assign(room, { failed: !body, notice: body && notice })
  room.draw()
  return body
}
