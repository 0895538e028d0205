import type { Room, Thread } from '../form/room.ts'
import { ask, become, sendTo } from './ask.ts'
import { Item } from './item.tsx'
import { complain, go, later, take } from './kit.ts'
import { Mine } from './mine.tsx'
import { check, see, type Watch } from './news.ts'
import { Change, Outcomes } from './outcomes.tsx'
import { alone, flush, type Line, post, waitingIn } from './queue.ts'
import type { Extra } from './send.ts'
import { Sent } from './thanks.tsx'

/** Everything that comes after the form can be typed in: sending, coming back, what was done. */
export type Loop = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  const watch: Watch = { room, idle: 0 }
  const wake = async () => {
    const waits = waitingIn(room)[0]
    await become(room)
    if (waits) flush(line)
    check(watch)
  }
  const line: Line = { room, flushing: Promise.resolve(), tries: 0, until: 0, wake }
  document.addEventListener('visibilitychange', wake)
  const loop = {
    views: { sent: Sent, mine: Mine, item: Item, outcomes: Outcomes },
    Change,
    wake,
    submit: () => submit(line),
    refresh: (cursor?: string | null) => refresh(room, cursor),
    ask: <Body>(method: string, path: string, extra?: { body: object }) => ask<Body>(room, method, path, extra),
    send: <Body>(method: string, path: string, extra: Extra) => sendTo<Body>(room, method, path, extra),
    alone: (act: () => Promise<void>) => alone(line, act),
    post: (method: 'POST' | 'PUT', path: string, body: object) => post(line, method, path, body),
    stop() {
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
      clearTimeout(line.timer)
      clearTimeout(watch.timer)
    },
  }
  wake()
  return loop
}

async function submit(line: Line) {
  const { room } = line
  if (room.configuration?.questions[0]) {
    const open = (await later(room, 'questions'))?.unanswered()
    if (!room.questions) return
    if (open) return complain(room, { ...room.draft, problem: 'answerMissing', wrong: `answers.${open.id}` })
  }
  const { draft, options, configuration, locale, attributes } = room
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
  room.draft = { message: '' }
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
