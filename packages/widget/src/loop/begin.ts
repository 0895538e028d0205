import type { Room, Thread } from '../form/room.ts'
import { ask } from './ask.ts'
import { Item } from './item.tsx'
import { complain, go, take } from './kit.ts'
import { Mine } from './mine.tsx'
import { check, see, type Watch } from './news.ts'
import { Outcomes } from './outcomes.tsx'
import { Questions, unanswered } from './questions.tsx'
import { alone, flush, type Line, post, waitingIn } from './queue.ts'
import { findSimilar, Similar } from './similar.tsx'
import { Sent } from './thanks.tsx'
import { know } from './who.ts'

/** Everything that comes after the form can be typed in: sending, coming back, what was done. */
export type Loop = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  const watch: Watch = { room, idle: 0 }
  const wake = async () => {
    const waits = waitingIn(room)[0]
    await know(room)
    if (waits) flush(line)
    check(watch)
  }
  const line: Line = { room, flushing: Promise.resolve(), tries: 0, until: 0, wake }
  document.addEventListener('visibilitychange', wake)
  let typing: ReturnType<typeof setTimeout>
  const loop = {
    views: { sent: Sent, mine: Mine, item: Item, outcomes: Outcomes },
    Similar,
    Questions,
    wake,
    submit: () => submit(line),
    refresh: (cursor?: string | null) => refresh(room, cursor),
    ask: <Body>(method: string, path: string, extra?: { body: object }) => ask<Body>(room, method, path, extra),
    alone: (act: () => Promise<void>) => alone(line, act),
    post: (method: 'POST' | 'PUT', path: string, body: object) => post(line, method, path, body),
    /** While the customer writes, looks for what was done about it already; not before the page lets anything be kept. */
    typed() {
      clearTimeout(typing)
      if (room.box.held) return
      typing = setTimeout(() => findSimilar(room), 1000)
    },
    stop() {
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
      clearTimeout(line.timer)
      clearTimeout(watch.timer)
      clearTimeout(typing)
    },
  }
  wake()
  return loop
}

async function submit(line: Line) {
  const { room } = line
  const { draft, options, configuration, locale, attributes } = room
  const open = unanswered(room)
  if (open) return complain(room, { ...draft, problem: 'answerMissing', wrong: `answers.${open.id}` })
  const { kind, message, notify, email, name, rating, answers } = draft
  const scale = configuration?.rating
  const body = {
    kind,
    message,
    rating: scale && rating !== undefined ? { scale, value: rating } : undefined,
    answers,
    ...(notify && { email, emailConsent: true, name: name?.trim() || undefined }),
    locale,
    pageUrl: location.href.slice(0, 2000),
    attributes,
  }
  await post(line, 'POST', `/sites/${options.site}/feedback`, body, draft)
  if (!room.sent) return room.draft.problem && complain(room, room.draft)
  Object.assign(room, { draft: { message: '' }, similar: [] })
  go(room, 'sent')
}

/** Fetches what is shown, or the next page of it. */
async function refresh(room: Room, cursor?: string | null) {
  const { view, itemId, box, options } = room
  const path = { mine: '/mine/feedback', item: `/mine/feedback/${itemId}`, outcomes: `/sites/${options.site}/outcomes` }[view as 'mine']
  if (!path || (view !== 'outcomes' && !box.recall('token'))) return
  const { body } = await ask<never>(room, 'GET', path + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''))
  if (view !== room.view || itemId !== room.itemId) return
  room.failed = !body
  if (body && view === 'item') {
    room.item = body
    if ((body as Thread).news) see(room, body)
  } else if (body) {
    const list = view === 'mine' ? 'list' : 'outcomes'
    const { items, next } = body as NonNullable<Room['outcomes']>
    Object.assign(room, { [list]: { items: cursor ? [...(room[list]?.items ?? []), ...items] : items, next } })
  }
  room.draw()
}
