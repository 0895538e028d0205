import { type LiveEvents, PRESENCE_GONE_SECONDS } from '@klankbord/shared/live'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { replyFeedback } from '../feedback/reply.ts'
import type { Env } from '../http/context.ts'
import { endSession, openSession } from '../members/session-store.ts'
import { mountLive } from './http.ts'

interface Heard {
  name: string
  data: LiveEvents[keyof LiveEvents]
}

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  const stop = new AbortController()
  const leaving: AbortController[] = []
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    // Time passes here, as for those who listen.
    const { clock } = h.deps
    const began = Date.now()
    h.deps.clock = () => new Date(clock().getTime() + Date.now() - began)
  })
  afterEach(async () => {
    for (const one of leaving.splice(0)) one.abort()
    await h.close()
  })

  /** A process of its own, with who listens to it. */
  const process = (scope: Scope = given.scope, stopping = stop.signal) => {
    const app = new Hono<Env>()
    app.use(async (c, next) => {
      c.set('scope', scope)
      await next()
    })
    mountLive(app, { ...h.deps, stopping })
    return app
  }

  async function listen(app: Hono<Env>, scope: Scope = given.scope) {
    const memberId = scope.who.kind === 'member' ? scope.who.id : ''
    const { token } = await openSession(h.deps.db, scope, memberId, h.deps.clock())
    const leave = new AbortController()
    leaving.push(leave)
    const answer = await app.request('/api/v1/live', { headers: { cookie: `klankbord_session=${token}` }, signal: leave.signal })
    const heard: Heard[] = []
    const ended = read(answer, heard)
    return { answer, heard, ended, token, leave }
  }
  async function read({ body }: Response, heard: Heard[]) {
    let rest = ''
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const parts = (rest + new TextDecoder().decode(chunk)).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const [, name] = /^event: (.*)$/m.exec(part) ?? []
        const [, data] = /^data: (.*)$/m.exec(part) ?? []
        if (name && data) heard.push({ name, data: JSON.parse(data) })
      }
    }
  }
  const named = (heard: Heard[], name: string) => heard.filter((one) => one.name === name).map(({ data }) => data)

  test('who listens is told of a change in another process within a second, and by whom', async () => {
    const item = await givenFeedback(h.deps, given)
    const [here, stranger] = [await listen(process()), await listen(process())]
    const colleague = await givenMember(h.deps, given.scope.organisationId, 'member')
    const began = performance.now()
    await replyFeedback(h.deps, colleague, { id: item.id, text: 'Ik kijk ernaar', internal: true })
    await expect.poll(() => named(here.heard, 'feedback'), { interval: 20, timeout: 5_000 }).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(named(here.heard, 'feedback')[0]).toEqual({ ids: [item.id], by: { id: expect.any(String), name: 'Robin member' }, more: false })
    await expect.poll(() => named(stranger.heard, 'counts'), { timeout: 5_000 }).toHaveLength(1)
    expect(here.answer.headers.get('X-Accel-Buffering')).toBe('no')
  })

  test('a thousand open tabs are all told of a change, and cost one look together', async () => {
    const item = await givenFeedback(h.deps, given)
    const app = process()
    const first = await listen(app)
    const headers = { cookie: `klankbord_session=${first.token}` }
    const { signal } = first.leave
    const heard = Array.from({ length: 999 }, (): Heard[] => [])
    for (const one of heard) void read(await app.request('/api/v1/live', { headers, signal }), one)
    const colleague = await givenMember(h.deps, given.scope.organisationId, 'member')
    await replyFeedback(h.deps, colleague, { id: item.id, text: 'Voor iedereen', internal: true })
    const told = () => [first.heard, ...heard].filter((one) => named(one, 'feedback').length === 1).length
    await expect.poll(told, { interval: 50, timeout: 10_000 }).toBe(1_000)
  })

  test('nobody hears of another organisation', async () => {
    const other = await givenOrganisation(h.deps, 'Slager')
    const there = await listen(process(other.scope), other.scope)
    const here = await listen(process())
    const item = await givenFeedback(h.deps, given)
    await replyFeedback(h.deps, given.scope, { id: item.id, text: 'Kanarie', internal: true })
    await expect.poll(() => named(here.heard, 'feedback'), { timeout: 5_000 }).toHaveLength(1)
    expect(there.heard).toEqual([])
  })

  test('one sees who else looks at an item, until they leave or are heard of no more', async () => {
    const { id } = await givenFeedback(h.deps, given)
    const here = await listen(process())
    const colleague = await givenMember(h.deps, given.scope.organisationId, 'viewer')
    const elsewhere = process(colleague)
    const path = `/api/v1/feedback/${id}/presence`
    const people = [{ id: colleague.who.kind === 'member' ? colleague.who.id : '', name: 'Robin viewer' }]
    expect((await elsewhere.request(path, { method: 'PUT' })).status).toBe(204)
    await expect.poll(() => named(here.heard, 'presence'), { timeout: 5_000 }).toEqual([{ id, people }])
    await elsewhere.request(path, { method: 'DELETE' })
    await expect.poll(() => named(here.heard, 'presence').at(-1), { timeout: 5_000 }).toEqual({ id, people: [] })
    await elsewhere.request(path, { method: 'PUT' })
    await expect.poll(() => named(here.heard, 'presence').at(-1), { timeout: 5_000 }).toEqual({ id, people })
    h.pass({ seconds: PRESENCE_GONE_SECONDS + 1 })
    await expect.poll(() => named(here.heard, 'presence').at(-1), { timeout: 5_000 }).toEqual({ id, people: [] })
  })

  test('who signs out, and whoever is deactivated, is told nothing more', async () => {
    const app = process()
    const [leaves, stays] = [await listen(app), await listen(app)]
    await endSession(h.deps.db, given.scope, leaves.token)
    await leaves.ended
    expect(named(leaves.heard, 'signed-out')).toHaveLength(1)
    expect(named(stays.heard, 'signed-out')).toHaveLength(0)
    await h.deps.db.within(given.scope).updateTable('members').set({ deactivatedAt: 'now' }).execute()
    await stays.ended
  }, 20_000)

  test('when the process stops, or the page is closed, the stream ends', async () => {
    const stopping = new AbortController()
    const app = process(given.scope, stopping.signal)
    const [here, closes] = [await listen(app), await listen(app)]
    closes.leave.abort()
    stopping.abort()
    await here.ended
    const after = await listen(app)
    await after.ended
  })

  test('who was away for a moment is told to read anew', async () => {
    const app = process()
    const { token } = await openSession(h.deps.db, given.scope, given.ownerId, h.deps.clock())
    const headers = { cookie: `klankbord_session=${token}`, 'Last-Event-ID': '1' }
    const answer = await app.request('/api/v1/live?seconds=0', { headers })
    const heard: Heard[] = []
    await read(answer, heard)
    expect(named(heard, 'feedback')).toEqual([{ ids: [], by: null, more: true }])
  })
})
