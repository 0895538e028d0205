import { afterEach, beforeEach, vi } from 'vitest'
import { kit } from '../src/form/kit.ts'
import type { Draft, Room } from '../src/form/room.ts'
import { begin, type Loop } from '../src/loop/begin.ts'
import * as returning from '../src/returning/begin.ts'
import * as similar from '../src/similar/begin.ts'
import { openBox } from '../src/storage.ts'
import * as dutch from '../src/texts/nl.ts'

export const receipt = { id: 'f1', customerToken: 'token-1', statusUrl: 'https://x/f/1', status: 'routed', goal: null, mail: 'none' }
export const draft: Draft = { kind: 'idea', message: 'Meer licht in de gang' }
const parts = { returning, similar }
const options = { site: 'site-1', origin: 'https://feedback.example.nl' }

interface Request {
  method: string
  path: string
  key: string | null
  token: string | null
  etag: string | null
  body: unknown
}
type Answer = [status: number, body?: unknown, headers?: Record<string, string>] | null

/** The server as the widget sees it. */
export const server = {
  calls: [] as Request[],
  /** What it says to each thing that is sent; after that it takes everything. Null breaks the connection. */
  answers: [] as Answer[],
  /** What it says to whoever looks for news. */
  mine: null as Answer,
}
export let emit = vi.fn()
let loops: Loop[] = []

/** A page with the widget on it, whose form shows nothing. */
export function open(more: Partial<Room> = {}) {
  const room = {
    options,
    kit,
    host: document.documentElement,
    fetch: async (name: string) => parts[name as keyof typeof parts] ?? { default: [{}] },
    language: 'nl',
    locale: 'nl',
    texts: { ...dutch.form, ...dutch.later },
    attributes: {},
    kinds: ['idea'],
    view: 'say',
    news: 0,
    draft: { message: '' },
    box: openBox('klankbord:site-1:', false),
    root: document.createElement('div').attachShadow({ mode: 'open' }),
    draw() {},
    emit,
    ...more,
  } as unknown as Room
  room.loop = begin(room)
  loops.push(room.loop)
  return room
}
export const submit = (room: Room, given = draft) => {
  room.draft = given
  return room.loop?.submit(room)
}
export const token = (room: Room) => room.box.recall('token')

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  emit = vi.fn()
  Object.assign(server, { calls: [], answers: [], mine: [200, { items: [], next: null }] })
  loops = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    const path = url.slice(`${options.origin}/widget/v1`.length)
    server.calls.push({
      method: init.method ?? '',
      path,
      key: headers.get('idempotency-key'),
      token: headers.get('authorization'),
      etag: headers.get('if-none-match'),
      body: JSON.parse(`${init.body ?? 'null'}`),
    })
    const next = path.startsWith('/mine/feedback?') ? server.mine : server.answers.shift()
    const given = next === undefined ? ([201, receipt] as const) : next
    if (!given) throw new TypeError('Failed to fetch')
    const [status, body, more] = given
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: more })
  })
})

afterEach(() => {
  for (const loop of loops) loop.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

export const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
