import type { Room } from '../form/room.ts'
import { later } from '../form/taken.ts'
import { type Answer, type Extra, send } from './send.ts'

/** Becomes who the host site says that it is, if it says so. False while that cannot be had: nothing may then be sent in another's name. */
export async function become(room: Room): Promise<boolean> {
  if (!room.identity) return true
  const part = await later(room, 'returning')
  await part?.become()
  return !!part
}

/** Sends one request as this customer. A token that the server no longer knows is forgotten, and the request made without it. */
export async function ask<Body>(room: Room, method: string, path: string, extra?: Extra): Promise<Answer<Body>> {
  const { box } = room
  const token = box.recall<string>('token')
  const answer = await send<Body>(room, method, path, { token, ...extra })
  if (answer.status !== 401 || !token) return answer
  if (box.recall('token') === token) box.keep('token', null)
  return send(room, method, path, extra)
}
