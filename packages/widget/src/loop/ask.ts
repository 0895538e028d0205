import type { Room } from '../form/room.ts'
import { send } from './send.ts'

export const baseOf = ({ options: { origin } }: Room) => `${origin}/widget/v1`

/** Sends one request as this customer. A token that the server no longer knows is forgotten, and the request made without it. */
export async function ask<Body>(room: Room, method: string, path: string, extra: { body?: object | Blob; key?: string; etag?: string | null } = {}) {
  const token = room.box.recall<string>('token')
  const answer = await send<Body>(method, baseOf(room) + path, { token, ...extra })
  if (answer.status !== 401 || !token) return answer
  if (room.box.recall('token') === token) room.box.keep('token', null)
  return send<Body>(method, baseOf(room) + path, extra)
}
