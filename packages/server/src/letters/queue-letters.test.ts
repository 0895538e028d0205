import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dyingAfter } from '../../test/dying.ts'
import { engines } from '../../test/engines.ts'
import { type Lettering, openLettering } from '../../test/lettering.ts'
import { newId } from '../db/ids.ts'
import { openDatabase } from '../db/open.ts'
import type { Scope } from '../db/scope.ts'
import { dueWeekOf, nextLetter, queueLetters } from './queue-letters.ts'

describe.each(engines)('$engine', ({ open }) => {
  let company: Lettering
  let colleague: Scope

  beforeEach(async () => {
    company = await openLettering(open)
    ;[colleague] = (await company.people(1, company.given.teamId)) as [Scope]
  })
  afterEach(() => company.harness.close())

  const arrived = (scope: Scope = colleague) => company.mailTo(scope).length
  const hours = async (count: number) => {
    for (let i = 0; i < count; i++) {
      company.harness.pass({ hours: 1 })
      await company.work()
    }
  }

  test('nobody gets a letter until a team or an admin turns it on, and then on Monday at eight', async () => {
    await hours(24 * 8)
    expect(company.harness.mails).toEqual([])
    expect((await company.ask('GET', '/api/v1/letters')).body).toMatchObject({ all: { on: false, weekday: 1, hour: 8, locale: 'nl' } })
    expect(await company.choose(company.given.teamId)).toMatchObject({
      status: 200,
      body: { own: true, receivers: 2, nextAt: '2026-03-16T07:00:00.000Z' },
    })
    // It is Tuesday the tenth; the Monday that went by before it was turned on has no letter.
    await hours(24 * 5 + 20)
    expect(company.harness.mails).toEqual([])
    await hours(2)
    expect(company.harness.mails.map(({ to }) => to.slice(0, 36)).sort()).toEqual([company.given.ownerId, company.idOf(colleague)].sort())
    expect(company.mailTo(colleague)[0]?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  })

  test('each member gets one letter a week, also when the hour changes with the season', async () => {
    await company.choose(company.given.teamId)
    const sentAt: string[] = []
    for (let i = 0; i < 24 * 7 * 5; i++) {
      const before = arrived()
      await hours(1)
      if (arrived() > before) sentAt.push(company.deps.clock().toISOString())
    }
    expect(sentAt).toEqual([
      '2026-03-09T07:00:00.000Z',
      '2026-03-16T07:00:00.000Z',
      '2026-03-23T07:00:00.000Z',
      '2026-03-30T06:00:00.000Z',
      '2026-04-06T06:00:00.000Z',
    ])
  }, 60_000)

  test('who is in several teams gets one letter, with the news of each', async () => {
    const shop = await company.team('Winkel')
    await company.join(colleague, shop)
    await company.goal('Iedereen binnen een minuut geholpen', shop)
    await company.choose(company.given.teamId)
    await company.choose(shop, { weekday: 3, hour: 14 })
    await hours(24 * 9)
    const weeks = async () => (await company.letters()).filter(({ id }) => id.endsWith(company.idOf(colleague))).map(({ id }) => id.slice(7, 15))
    // This week's on the shop's Wednesday, since the workshop's Monday was over; from then on Monday is first.
    expect(await weeks()).toEqual(['2026-W10', '2026-W11'])
    const mails = company.mailTo(colleague)
    expect(mails).toHaveLength(2)
    for (const words of ['Werkplaats', 'Winkel', 'Iedereen binnen een minuut geholpen', 'Elke fiets binnen een dag klaar'])
      expect(mails[0]?.text).toContain(words)
    await hours(24 * 7)
    expect(await weeks()).toEqual(['2026-W10', '2026-W11', '2026-W12'])
  }, 60_000)

  test('a letter that could not leave at its hour leaves within a day; after that the week is let go, and two weeks never come at once', async () => {
    await company.choose(company.given.teamId)
    company.harness.pass({ days: 7, hours: 20 })
    await company.work()
    expect(await company.letters()).toMatchObject([{ id: expect.stringContaining('letter:2026-W11:') }, {}])
    company.harness.pass({ days: 7, hours: 4 })
    await company.work()
    expect(arrived()).toBe(1)
    company.harness.pass({ days: 21 })
    await company.work()
    await hours(2)
    expect(arrived()).toBe(1)
    company.harness.pass({ days: 5, hours: 20 })
    await company.work()
    expect(arrived()).toBe(2)
  })

  test('moving the letter to another day brings no second one within four days', async () => {
    await company.choose(company.given.teamId, { weekday: 5, hour: 16 })
    await hours(24 * 5)
    expect(arrived()).toBe(1)
    await company.choose(company.given.teamId, { weekday: 1, hour: 8 })
    await hours(24 * 5)
    expect(arrived()).toBe(1)
    await hours(24 * 7)
    expect(arrived()).toBe(2)
  }, 60_000)

  test('several processes that look at once queue each letter once', async () => {
    const { deps, harness } = company
    for (const scope of await company.people(20, company.given.teamId)) expect(scope).toBeTruthy()
    await company.choose(company.given.teamId)
    harness.pass({ days: 7 })
    const others = await Promise.all(deps.db.engine === 'postgres' ? [1, 2, 3].map(() => openDatabase({ url: harness.url, connections: 2 })) : [])
    await Promise.all([deps.db, ...others].map((db) => queueLetters({ ...deps, db })))
    await Promise.all(others.map((db) => db.close()))
    expect(await company.letters()).toHaveLength(22)
    await company.work()
    expect(harness.mails).toHaveLength(22)
  })

  test('the letters of a large team are queued in pieces; what a process that dies leaves is queued by the next, and nobody gets two', async () => {
    const { deps, harness, given, mine } = company
    const more = Array.from({ length: 1200 }, (_, i) => ({ id: newId(), email: `collega${i}@groot.example`, name: `Collega ${i}` }))
    const at = deps.clock().toISOString()
    await mine
      .insertInto(
        'members',
        more.map((one) => ({ ...one, role: 'member', passwordHash: '-', createdAt: at, deactivatedAt: null }) as never),
      )
      .execute()
    await mine
      .insertInto(
        'teamMembers',
        more.map(({ id }) => ({ teamId: given.teamId, memberId: id, role: 'member' })),
      )
      .execute()
    await company.choose(given.teamId)
    harness.pass({ days: 7 })
    await queueLetters(dyingAfter(deps, 3))
    expect(await company.letters()).toHaveLength(1000)
    await queueLetters(deps)
    expect(await company.letters()).toHaveLength(1202)
  })

  test('one click stops the letter, and a link brings it back', async () => {
    const { harness } = company
    await company.choose(company.given.teamId)
    await hours(24 * 7)
    const [mail] = company.mailTo(colleague)
    const stop = /\/l\/stop\/[\w-]+/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[0] ?? ''
    expect(mail?.text).toContain(stop)
    expect((await harness.request('GET', stop)).body).toContain('Geen weekbrief meer?')
    await hours(1)
    expect(await company.askAs(colleague)('GET', '/api/v1/me/mails')).toMatchObject({ body: { letters: true, pulses: true } })
    expect((await company.post(stop, 'List-Unsubscribe=One-Click')).body).toContain('Je krijgt geen weekbrief meer')
    expect(await company.askAs(colleague)('GET', '/api/v1/me/mails')).toMatchObject({ body: { letters: false, pulses: true } })
    await hours(24 * 7)
    expect(arrived()).toBe(1)
    expect(arrived(company.given.scope)).toBe(2)
    expect((await company.post(stop, 'mail=again')).body).toContain('Je krijgt de weekbrief weer')
    expect(await company.askAs(colleague)('PATCH', '/api/v1/me/mails', { pulses: false })).toMatchObject({ body: { letters: true, pulses: false } })
    await hours(24 * 7)
    expect(arrived()).toBe(2)
  }, 60_000)

  test('who stops or leaves after the letter was queued does not get it', async () => {
    const { harness, mine } = company
    await company.choose(company.given.teamId)
    harness.pass({ days: 7 })
    await queueLetters(company.deps)
    await company.askAs(colleague)('PATCH', '/api/v1/me/mails', { letters: false })
    await mine.updateTable('members').set({ deactivatedAt: 'x' }).where('id', '=', company.given.ownerId).execute()
    await company.work()
    expect(harness.mails).toEqual([])
    expect((await company.letters()).map(({ reason }) => reason)).toEqual(['not-wanted', 'not-wanted'])
  })

  test('one switch turns the letter on for all teams, in place of what they chose; a team may choose again', async () => {
    const shop = await company.team('Winkel')
    const [lead, member, admin] = [...(await company.people(2, shop)), ...(await company.people(1, null, 'admin'))] as [Scope, Scope, Scope]
    await company.mine.updateTable('teamMembers').set({ role: 'lead' }).where('memberId', '=', company.idOf(lead)).execute()
    await company.choose(company.given.teamId, { weekday: 5 })
    const tuesday = { on: true, weekday: 2, hour: 9, locale: 'en' }
    expect(await company.askAs(member)('PUT', '/api/v1/letters', tuesday)).toMatchObject({ status: 403 })
    expect(await company.askAs(lead)('PUT', '/api/v1/letters', tuesday)).toMatchObject({ status: 403 })
    expect(await company.askAs(admin)('PUT', '/api/v1/letters', tuesday)).toMatchObject({ status: 200 })
    const { body } = await company.ask('GET', '/api/v1/letters')
    expect(body.items).toMatchObject([
      { team: 'Werkplaats', ...tuesday, own: false },
      { team: 'Winkel', ...tuesday, own: false },
    ])
    const change = (scope: Scope, teamId: string) => company.askAs(scope)('PUT', `/api/v1/letters/${teamId}`, { ...tuesday, on: false })
    expect(await change(member, shop)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await change(lead, company.given.teamId)).toMatchObject({ status: 403 })
    expect(await change(lead, shop)).toMatchObject({ status: 200, body: { on: false, own: true } })
    const seen = (await company.askAs(member)('GET', '/api/v1/letters')).body.items
    expect(seen).toMatchObject([{ team: 'Winkel', on: false, mayChange: false }])
  })
})

const choice = { on: true, weekday: 7, hour: 23, locale: 'nl' as const, changedAt: '' }

test.each([
  ['2026-03-01T21:59:59Z', null],
  ['2026-03-01T22:00:00Z', '2026-W09'],
  ['2026-03-02T21:59:59Z', '2026-W09'],
  ['2026-03-02T22:00:00Z', null],
])('a letter of Sunday at eleven in the evening is due at %s: %s', (now, week) => {
  expect(dueWeekOf(choice, 'Europe/Amsterdam', new Date(now))).toBe(week)
})

test('the next letter is next week’s once this week’s has left', () => {
  expect(nextLetter({ weekday: 1, hour: 8 }, 'Europe/Amsterdam', new Date('2026-03-23T06:59:00Z'))).toBe('2026-03-23T07:00:00.000Z')
  expect(nextLetter({ weekday: 1, hour: 8 }, 'Europe/Amsterdam', new Date('2026-03-23T07:00:00Z'))).toBe('2026-03-30T06:00:00.000Z')
})
