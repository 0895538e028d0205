import type { MineItem } from '@klankbord/shared/feedback'
import type { Listed, Room } from '../form/room.ts'
import { ask } from './ask.ts'

const EVERY = 60_000
/** Without news it is asked for less and less, down to once in 16 minutes. */
const SLOWEST = 4

interface Known {
  news: number
  at: number
  etag?: string | null
}

/** Looks for news, at most once a minute for all pages of the site together, and only while somebody can see it. */
export async function check(room: Room): Promise<void> {
  const { box, line } = room
  clearTimeout(line.looking)
  if (document.hidden || !box.recall('token')) return
  const known = box.recall<Known>('news') ?? { news: 0, at: 0 }
  show(room, known.news)
  let wait = known.at + EVERY * 2 ** line.idle - Date.now()
  if (wait <= 0) {
    await look(room, known)
    wait = EVERY * 2 ** line.idle
  }
  line.looking = setTimeout(check, wait, room)
}

async function look(room: Room, known: Known) {
  const { box, line } = room
  const at = Date.now()
  // Before the answer: another tab need not ask as well.
  box.keep('news', { ...known, at })
  const { body, etag } = await ask<Listed<MineItem>>(room, 'GET', '/mine/feedback?limit=200', { etag: known.etag })
  if (!box.recall('token')) return
  const news = body ? body.items.reduce((sum, item) => sum + item.news, 0) : known.news
  line.idle = news === known.news ? Math.min(line.idle + 1, SLOWEST) : 0
  box.keep('news', { news, at, etag: body ? etag : known.etag })
  show(room, news)
}

function show(room: Room, news: number) {
  if (news === room.news) return
  room.news = news
  room.emit('news', news)
  room.draw()
}

/** Tells the server that the customer saw this item, and takes its news off the count. */
export async function see(room: Room, { id, news }: MineItem) {
  const { body } = await ask(room, 'PUT', `/mine/feedback/${id}/seen`)
  if (!body || !room.box.recall('token')) return
  const left = Math.max(0, room.news - news)
  room.box.keep('news', { ...room.box.recall<Known>('news'), news: left, etag: null })
  show(room, left)
}
