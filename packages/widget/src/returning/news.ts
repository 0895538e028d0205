import type { MineItem } from '@klankbord/shared/feedback'
import type { Listed, Room } from '../form/room.ts'
import { plural } from '../form/taken.ts'

const EVERY = 60_000
/** Without news it is asked for less and less, down to once in 16 minutes. */
const SLOWEST = 4

interface Known {
  news: number
  at: number
  etag?: string | null
}

/** What has to be remembered between two looks. */
export interface Watch {
  room: Room
  /** How many looks in a row there was nothing new. */
  idle: number
  timer?: ReturnType<typeof setTimeout>
}

/** Looks for news, at most once a minute for all pages of the site together, and only while somebody can see it. */
export async function check(watch: Watch): Promise<void> {
  const { host, box } = watch.room
  clearTimeout(watch.timer)
  if (document.hidden || !host.isConnected || !box.recall('token')) return
  // What was seen can be kept before anything was looked for: then the first look is due.
  const known: Known = { news: 0, at: 0, ...box.recall<Partial<Known>>('news') }
  show(watch.room, known.news)
  const wait = () => EVERY * 2 ** watch.idle
  let left = known.at + wait() - Date.now()
  if (left <= 0) {
    await look(watch, known)
    left = wait()
  }
  watch.timer = setTimeout(check, left, watch)
}

async function look(watch: Watch, known: Known) {
  const { room } = watch
  const { box, loop } = room
  const at = Date.now()
  // Of the answer that is here already: a 304 says that it still holds.
  const headers: Record<string, string> = known.etag ? { 'if-none-match': known.etag } : {}
  // Before the answer: another tab need not ask as well.
  box.keep('news', { ...known, at })
  const { body, etag } = (await loop?.ask<Listed<MineItem>>(room, 'GET', '/mine/feedback?limit=200', { headers })) ?? {}
  if (!box.recall('token')) return
  const news = body ? body.items.reduce((sum, item) => sum + item.news, 0) : known.news
  watch.idle = news === known.news ? Math.min(watch.idle + 1, SLOWEST) : 0
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
  if (!news) return
  const { body } = (await room.loop?.ask(room, 'PUT', `/mine/feedback/${id}/seen`)) ?? {}
  if (!body || !room.box.recall('token')) return
  const left = Math.max(0, room.news - news)
  room.box.keep('news', { ...room.box.recall<Known>('news'), news: left, etag: null })
  show(room, left)
}

/** Counts it on the button. */
export function mark(room: Room) {
  const { button, news, texts } = room
  const count = document.createElement('b')
  count.textContent = news ? plural(room, texts.news, news).replace('{n}', `${news}`) : ''
  button.querySelector('b')?.remove()
  button.append(count)
}
