import type { Room } from '../form/room.ts'
import { forget } from '../form/taken.ts'

/** Becomes the customer whom the host site signed in, unless this device knows them already. Nobody sees what another left here. */
export async function become(room: Room) {
  const { identity, box, options, loop } = room
  if (!identity || !loop) return
  const who = subject(identity.token)
  const known = box.recall('who')
  if (known && known !== who) {
    forget(room)
    room.identity = identity
  }
  const token = box.recall<string>('token')
  if (known === who && token) return
  const ask = (token?: string | null) =>
    loop.send<{ customerToken: string }>(room, 'POST', `/sites/${options.site}/identity`, { token, body: { token: identity.token } })
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
