import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Given, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Env } from '../http/context.ts'
import { noticeVisitors } from './files-http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let app: Hono<Env>
  let looks: number
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    looks = 0
    const everywhere = new Proxy(h.deps.db.everywhere, {
      get(target, name) {
        if (name === 'selectFrom') looks++
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    app = new Hono<Env>()
    app.use('/widget.js', noticeVisitors({ ...h.deps, db: { ...h.deps.db, everywhere } }))
    app.get('/widget.js', (c) => c.text('widget'))
  })
  afterEach(() => h.close())

  const visit = (Referer?: string) => app.request('/widget.js', { headers: Referer ? { Referer } : {} })
  const seenAt = async () => (await h.deps.db.within(given.scope).selectFrom('sites').select('firstSeenAt').executeTakeFirstOrThrow()).firstSeenAt

  test('the first page that loads the widget is noticed, and the thousand after it cost no look at the database', async () => {
    expect((await visit(`${SITE_ORIGIN}/winkel?q=1`)).status).toBe(200)
    await vi.waitFor(async () => expect(await seenAt()).toBe('2026-03-02T09:00:00.000Z'))
    h.pass({ minutes: 1 })
    for (let i = 0; i < 1000; i++) await visit(`${SITE_ORIGIN}/${i}`)
    expect(looks).toBe(1)
    expect(await seenAt()).toBe('2026-03-02T09:00:00.000Z')
  })

  test('a page of nobody is looked up once in a while, so that an address that is added later counts', async () => {
    for (let i = 0; i < 50; i++) await visit('https://later.example/')
    expect(looks).toBe(1)
    await h.deps.db.within(given.scope).updateTable('sites').set({ origins: '["https://later.example"]' }).execute()
    expect(await seenAt()).toBeNull()
    h.pass({ minutes: 1 })
    await visit('https://later.example/')
    await vi.waitFor(async () => expect(await seenAt()).not.toBeNull())
  })

  test('our own pages, no page, and what is no address are no visitor', async () => {
    for (const referer of [undefined, 'http://localhost:3000/admin', 'about:blank', 'nonsense', `${SITE_ORIGIN}.evil.example/`]) await visit(referer)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await seenAt()).toBeNull()
  })
})
