import type { Room } from '../form/room.ts'
import { later } from './kit.ts'
import { type Extra, send } from './send.ts'

export const sendTo = <Body>({ options: { origin } }: Room, method: string, path: string, extra: Extra) =>
  send<Body>(method, `${origin}/widget/v1${path}`, extra)

/** Becomes who the host site says that it is, if it says so. False while that cannot be had: nothing may then be sent in another's name. */
export const become = async (room: Room) => {
  if (!room.identity) return true
  const part = await later(room, 'who')
  await part?.become()
  return !!part
}

/** Sends one request as this customer. A token that the server no longer knows is forgotten, and the request made without it. */
export async function ask<Body>(room: Room, method: string, path: string, extra: Extra = {}) {
  const token = room.box.recall<string>('token')
  const answer = await sendTo<Body>(room, method, path, { token, ...extra })
  if (answer.status !== 401 || !token) return answer
  if (room.box.recall('token') === token) room.box.keep('token', null)
  return sendTo<Body>(room, method, path, extra)
}
