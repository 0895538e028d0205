import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeedbackItem, FeedbackListItem, MineThread, Receipt } from '@klankbord/shared/feedback'
import type { RoutingEffects } from '@klankbord/shared/routing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { givenSaid } from '../../test/said.ts'
import { newId } from '../db/ids.ts'
import { composers, ticks } from '../deliveries.ts'
import { mountLoop } from '../loop/http.ts'
import { createEmlFolder } from '../mail/eml-folder.ts'
import { startWorker } from '../outbox/worker.ts'
import { createRule } from '../rules/create-rule.ts'
import { mountInbox } from './http.ts'

const WORDS = 'De remmen van mijn fiets piepen na de beurt.'
const QUESTION = 'Welke fiets is het?'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeEach(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = askingAs(harness.deps, mountInbox, given.scope)
  })
  afterEach(() => harness.close())

  const rule = (effects: RoutingEffects, value = 'remmen') =>
    createRule(harness.deps, given.scope, { goalId: given.goalId, when: [{ field: 'message', op: 'contains word', value }], effects })
  const submit = async (more: object = {}, key = newId(), headers: Record<string, string> = {}) => {
    const { status, body } = await harness.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body: { kind: 'complaint', message: WORDS, locale: 'nl', ...more },
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': key, ...headers },
    })
    expect(status).toBe(201)
    return body as unknown as Receipt
  }
  const asCustomer = async (token: string | undefined, path = '') =>
    (await harness.request('GET', `/widget/v1/mine/feedback${path}`, { headers: { Origin: SITE_ORIGIN, Authorization: `Bearer ${token}` } })).body
  const read = async (id: string): Promise<FeedbackItem> => (await ask('GET', `/api/v1/feedback/${id}`)).body
  const list = async (query: string): Promise<{ items: FeedbackListItem[]; next: string | null }> =>
    (await ask('GET', `/api/v1/feedback?${query}`)).body
  const deliver = async () => {
    await startWorker(harness.deps, composers, ticks, { pollMs: null }).runOnce()
    return harness.mails.splice(0)
  }
  const deliveries = () => harness.deps.db.within(given.scope).selectFrom('deliveries').select(['kind', 'receiver', 'state']).orderBy('id').execute()
  const idOf = ({ who }: Awaited<ReturnType<typeof givenMember>>) => ('id' in who ? who.id : '')

  test('the decision names the version of the rules that made it', async () => {
    await rule({})
    await rule({}, 'bel')
    expect((await read((await submit()).id)).routing).toMatchObject({ method: 'rule', rules: 2 })
    expect((await read((await submit({ message: 'Iets anders' })).id)).routing).toMatchObject({ method: 'none', rules: 2 })
  })

  test('what a rule gives priority comes first in the list by date, and elsewhere it stands where it stood', async () => {
    await rule({ priority: 'high' })
    const { id } = await submit()
    const due = (day: number, more: object = {}) => ({ replyBy: `2026-03-0${day}T16:00:00.000Z`, message: `op ${day}`, ...more })
    await givenSaid(harness.deps, given, due(3), due(4), due(7), due(8, { priority: 'high' }), due(9), { message: 'zonder datum', priority: 'high' })
    expect(await read(id)).toMatchObject({ priority: 'high', flagged: false })
    const all: [string, string | null][] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await list(`sort=due&limit=1${cursor && `&cursor=${cursor}`}`)
      all.push(...page.items.map(({ message, priority }): [string, string | null] => [message, priority]))
      cursor = page.next
    }
    const expected = [
      [WORDS, 'high'],
      ['op 8', 'high'],
      ['op 3', null],
      ['op 4', null],
      ['op 7', null],
      ['op 9', null],
      // What has no date comes last, so that sorting hides nothing.
      ['zonder datum', 'high'],
    ]
    expect(all).toEqual(expected)
    for (const limit of [2, 3, 5, 50]) {
      const page = await list(`sort=due&limit=${limit}`)
      expect(page.items.map(({ message }) => message)).toEqual(expected.slice(0, limit).map(([message]) => message))
      expect(page.next === null).toBe(limit > 6)
    }
    expect((await list('sort=due&due=overdue&limit=50')).items).toEqual([])
    expect((await list('limit=50')).items[0]?.message).toBe(WORDS)
  })

  test('colleagues whom a rule names get one mail for each item, in their own language', async () => {
    const [dutch, english, leaver] = [
      await givenMember(harness.deps, given.scope.organisationId, 'member'),
      await givenMember(harness.deps, given.scope.organisationId, 'viewer'),
      await givenMember(harness.deps, given.scope.organisationId, 'admin'),
    ].map(idOf) as [string, string, string]
    const mine = harness.deps.db.within(given.scope)
    await mine.updateTable('members').set({ locale: 'en' }).where('id', '=', english).execute()
    await rule({ notify: [dutch, english, leaver] })
    const key = newId()
    const [{ id }] = await Promise.all([submit({}, key), submit({ message: 'Iets anders' })])
    await submit({}, key)
    expect(await deliveries()).toHaveLength(3)
    await mine.updateTable('members').set({ deactivatedAt: 'then' }).where('id', '=', leaver).execute()
    const mails = await deliver()
    expect(mails.map(({ to, subject }) => [to, subject]).sort()).toEqual(
      [
        [`${dutch}@bakker.example`, 'Klacht: ‘De remmen van mijn fiets piepen na de beurt.’'],
        [`${english}@bakker.example`, 'Complaint: “De remmen van mijn fiets piepen na de beurt.”'],
      ].sort(),
    )
    for (const { text } of mails) {
      expect(text).toContain(`> ${WORDS}`)
      expect(text).toContain(`/admin/inbox/waiting/${id}`)
      expect(text).toContain('Werkplaats')
    }
    expect(await deliver()).toEqual([])
    await submit({ message: 'Weer die remmen' })
    // Who has left is not written to at all.
    expect((await deliveries()).filter(({ receiver }) => receiver.startsWith(leaver))).toEqual([expect.objectContaining({ state: 'failed' })])
  })

  test('no colleague is told of what became spam, or was erased, before the mail left', async () => {
    await rule({ notify: [given.ownerId] })
    const spam = await submit()
    const erased = await submit()
    await ask('PUT', `/api/v1/feedback/${spam.id}/spam`)
    const headers = { Origin: SITE_ORIGIN, Authorization: `Bearer ${erased.customerToken}` }
    expect(await harness.request('DELETE', '/widget/v1/mine', { headers })).toMatchObject({ status: 204 })
    expect(await deliver()).toEqual([])
  })

  test('who is erased is in no mail to a colleague that was kept in a file', async () => {
    harness.deps.mailer = createEmlFolder(harness.deps.config, harness.deps.clock)
    await rule({ notify: [given.ownerId] })
    const { customerToken } = await submit({ message: 'remmen kanarievogel' })
    await deliver()
    const folder = join(harness.deps.config.dataDir, 'mail')
    const kept = async () => Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    expect((await kept()).join()).toContain('kanarievogel')
    await harness.request('DELETE', '/widget/v1/mine', { headers: { Origin: SITE_ORIGIN, Authorization: `Bearer ${customerToken}` } })
    expect((await kept()).join()).not.toContain('kanarievogel')
  })

  test('a question that a rule asks stands in the conversation at once, and the promise stands still until its customer answers', async () => {
    await rule({ ask: QUESTION })
    const { id, customerToken, goal } = await submit()
    expect(goal).toMatchObject({ team: 'Werkplaats', replyBy: null })
    const thread = (await asCustomer(customerToken, `/${id}`)) as MineThread
    expect(thread).toMatchObject({ status: 'routed', news: 1, messages: [{ by: 'team', author: null, text: QUESTION }], goal: { replyBy: null } })
    expect(thread.askedAt).toBe('2026-03-02T09:00:00.000Z')
    expect(thread.timeline.map(({ type, team }) => [type, team])).toEqual([
      ['received', null],
      ['routed', 'Werkplaats'],
      ['asked', 'Werkplaats'],
    ])
    const item = await read(id)
    expect(item).toMatchObject({ repliedAt: null, overdue: false, messages: [{ by: 'team', text: QUESTION }], notes: [] })
    expect(item).toMatchObject({ replyBy: null, promise: { pausedAt: '2026-03-02T09:00:00.000Z' } })
    expect(item.timeline.at(-1)).toMatchObject({ type: 'feedback.asked', actor: { kind: 'system' } })
    harness.pass({ days: 14 })
    expect((await read(id)).overdue).toBe(false)
    expect((await ask('GET', '/api/v1/inbox')).body).toMatchObject({ overdue: 0, flagged: 0, asked: 1 })
    const loop = await askingAs(harness.deps, mountLoop, given.scope)('GET', '/api/v1/loop')
    expect(loop.body).toMatchObject({ received: { value: 1 }, timeToFirstReply: { value: null, n: 0 }, promiseKept: { value: null, n: 0 } })
    expect(await deliveries()).toEqual([])
  })

  test('who answers the question of a rule is promised as many working days as the goal gives, counted from then', async () => {
    await rule({ ask: QUESTION })
    const { id, customerToken } = await submit()
    await deliver()
    // Two weeks later, on a Monday at the same hour.
    harness.pass({ days: 14 })
    expect(await read(id)).toMatchObject({ replyBy: null, promise: { steps: [] } })
    const headers = { Origin: SITE_ORIGIN, Authorization: `Bearer ${customerToken}`, 'Idempotency-Key': newId() }
    expect((await harness.request('POST', `/widget/v1/mine/feedback/${id}/messages`, { body: { text: 'De blauwe' }, headers })).status).toBe(201)
    expect(await read(id)).toMatchObject({ replyBy: '2026-03-19T16:00:00.000Z', overdue: false, promise: { pausedAt: null } })
    expect(((await asCustomer(customerToken, `/${id}`)) as MineThread).askedAt).toBeNull()
    harness.pass({ days: 4 })
    expect((await read(id)).overdue).toBe(true)
  })

  test('a question is mailed only to an address that its customer confirmed', async () => {
    await rule({ ask: QUESTION })
    const fresh = await submit({ email: 'ada@example.com', emailConsent: true })
    expect((await deliver()).map(({ to, subject }) => [to, subject.includes('mailen')])).toEqual([['ada@example.com', true]])
    await harness.deps.db.within(given.scope).updateTable('customers').set({ emailConfirmedAt: '2026-03-02T09:00:00.000Z' }).execute()
    await submit({}, newId(), { Authorization: `Bearer ${fresh.customerToken}` })
    const mails = await deliver()
    expect(mails.map(({ to }) => to)).toEqual(['ada@example.com', 'ada@example.com'])
    expect(mails.filter(({ text }) => text.includes(QUESTION))).toMatchObject([{ text: expect.stringContaining('Werkplaats vraagt je iets') }])
    await harness.deps.db.within(given.scope).updateTable('customers').set({ unsubscribedAt: '2026-03-02T09:00:00.000Z' }).execute()
    await submit({}, newId(), { Authorization: `Bearer ${fresh.customerToken}` })
    expect(await deliver()).toEqual([])
  })

  test('items that arrive together each have the effects of their own rule, once', async () => {
    await rule({ ask: QUESTION, priority: 'high', notify: [given.ownerId] })
    await rule({}, 'bel')
    const keys = Array.from({ length: 12 }, () => newId())
    const all = () => Promise.all(keys.map((key, i) => submit({ message: i % 2 === 0 ? 'De remmen' : 'De bel' }, key)))
    const receipts = await all()
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(12)
    expect(await all()).toEqual(receipts)
    const mine = harness.deps.db.within(given.scope)
    const items = await mine.selectFrom('feedbackItems').select(['message', 'priority', 'news']).execute()
    expect(items.filter(({ message }) => message === 'De remmen')).toEqual(Array(6).fill({ message: 'De remmen', priority: 'high', news: 1 }))
    expect(items.filter(({ message }) => message === 'De bel')).toEqual(Array(6).fill({ message: 'De bel', priority: null, news: 0 }))
    expect(await mine.selectFrom('messages').select('id').execute()).toHaveLength(6)
    expect(await deliveries()).toHaveLength(6)
  })

  test('feedback for a goal that was stopped goes to the goal above it, with that goal’s promise', async () => {
    const above = newId()
    const mine = harness.deps.db.within(given.scope)
    const goal = { title: 'Blije fietsers', teamId: given.teamId, replyWithinDays: 1, public: 'true', createdAt: 'then' }
    await mine.insertInto('goals', { id: above, ...goal }).execute()
    await rule({})
    await mine.updateTable('goals').set({ parentId: above, state: 'stopped', endedAt: 'then' }).where('id', '=', given.goalId).execute()
    const receipt = await submit()
    expect(receipt).toMatchObject({ status: 'routed', goal: { title: 'Blije fietsers', replyBy: '2026-03-03T16:00:00.000Z' } })
    expect((await read(receipt.id)).routing.because).toContain(
      'Regel 1: het doel ‘Elke fiets binnen een dag klaar’ loopt niet meer; daarom gaat dit naar het doel erboven',
    )
  })

  test.each([
    ['one letter, 5,000 times', 'a'.repeat(5000)],
    ['letters with marks piled on them', 'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮'.repeat(50)],
    ['turned around', '\u202Eremmen\u202C'],
    ['one word', 'remmen'],
    ['another script', 'الفرامل معطلة'],
    ['emoji alone', '😀'.repeat(3000)],
    ['one character that folds into many', '\uFDFA'.repeat(5000)],
  ])('whatever is said is routed or waits for a colleague: %s', async (_, message) => {
    await rule({ ask: QUESTION })
    const when = [
      {
        any: [{ field: 'message', op: 'matches', value: '(.?){90}é$' } as const, { not: { field: 'message', op: 'contains', value: 'a' } as const }],
      },
    ]
    await createRule(harness.deps, given.scope, { goalId: given.goalId, when })
    const { id } = await submit({ message })
    expect((await read(id)).message).toBe(message)
  })
})
