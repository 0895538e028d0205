import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { openMerging } from '../../test/merging.ts'
import { startActor } from '../bulk-acts/actor.ts'
import { undoBulkAct } from '../bulk-acts/end-act.ts'
import { startBulkAct } from '../bulk-acts/start-act.ts'
import { newId } from '../db/ids.ts'
import { claimDue, markSending } from '../outbox/claims.ts'
import { routeTheme } from '../suggestions/route-theme.ts'
import { mailLanguages, mailTexts, type Tone } from '../texts/mail/mail-texts.ts'
import { receiptIdOf } from './receipt-email.tsx'
import { giveByModel, markSpam, routeFeedback } from './triage.ts'

const ARRIVED = 'Je compliment is aangekomen bij Werkplaats.'

describe.each(engines)('$engine', ({ open }) => {
  let m: Awaited<ReturnType<typeof openMerging>>
  beforeEach(async () => {
    m = await openMerging(open)
  })
  afterEach(() => m.harness.close())

  const mine = () => m.deps.db.within(m.given.scope)
  const compliment = async (how: Parameters<typeof m.says>[0] = {}) => {
    const said = await m.says({ message: 'Wat een fijne monteur!', goalId: null, status: 'received', email: `${newId()}@example.com`, ...how })
    await m.change(said.id, { kind: 'compliment' })
    m.harness.pass({ seconds: 1 })
    return said
  }
  const route = (id: string, goalId = m.given.goalId) => routeFeedback(m.deps, m.given.scope, { id, goalId })
  /** After the time in which a person thinks better of it. */
  const later = async () => {
    m.harness.pass({ minutes: 11 })
    await m.deliver()
    await m.deliver()
    return m.harness.mails.map(({ to, text }) => ({ to, text: text.replace(/\s+/g, ' ') }))
  }
  /** Another team with a goal. */
  const other = async (name = 'Winkel') => {
    const [teamId, id, createdAt] = [newId(), newId(), 'then']
    await mine().insertInto('teams', { id: teamId, name, level: 'team', parentId: null, createdAt }).execute()
    const goal = { title: 'Blije klanten', teamId, memberId: m.given.ownerId, parentId: null, replyWithinDays: 3, public: 'false', createdAt }
    await mine()
      .insertInto('goals', { ...goal, id })
      .execute()
    return id
  }
  const submit = (headers: Record<string, string> = {}, more: object = {}) =>
    m.harness
      .request('POST', `/widget/v1/sites/${m.given.siteKey}/feedback`, {
        body: { kind: 'compliment', message: 'Wat een fijne monteur!', locale: 'nl', ...more },
        headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': newId(), ...headers },
      })
      .then(({ body }) => body as { id: string; customerToken: string })
  /** Somebody who confirmed their address on an earlier visit. */
  const known = async () => {
    const { customerToken } = await submit({}, { kind: 'idea', email: 'ada@example.com', emailConsent: true })
    await m.deliver()
    await mine().updateTable('customers').set({ emailConfirmedAt: '2026-03-02T09:00:00.000Z' }).where('email', '=', 'ada@example.com').execute()
    m.harness.pass({ seconds: 1 })
    m.harness.mails.length = 0
    return { Authorization: `Bearer ${customerToken}` }
  }
  const inBulk = async (ids: string[], goalId = m.given.goalId) => {
    const act = await startBulkAct(m.deps, m.given.scope, { act: { type: 'route', goalId }, what: { ids } })
    await startActor(m.deps, { pollMs: null }).runOnce()
    return act
  }

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['a colleague', (id) => route(id)],
    ['a colleague, with many at once', (id) => inBulk([id])],
    ['a colleague, as a theme', (id) => routeTheme(m.deps, m.given.scope, { goalId: m.given.goalId, feedbackIds: [id] })],
    [
      'the learned model',
      (id) =>
        giveByModel(m.deps.db, m.given.scope, { id, goalId: m.given.goalId, model: 1, confidence: 0.9, words: [], insteadOf: null }, m.deps.clock()),
    ],
    ['a merge', async (id) => m.merge((await m.says({ message: 'Ook fijn' })).id, id)],
  ])('a compliment that is routed later: its customer hears once that it arrived (%s)', async (_, routeIt) => {
    const { id, customerId } = await compliment({ email: 'ada@example.com' })
    await routeIt(id)
    expect(await m.sees({ id, customerId })).toMatchObject({ status: 'routed', news: 1, goal: { team: 'Werkplaats' } })
    expect((await m.sees({ id, customerId })).timeline.at(-1)).toMatchObject({ type: 'routed', team: 'Werkplaats' })
    await m.deliver()
    expect(m.harness.mails).toEqual([])
    expect(await later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
    expect(m.harness.mails[0]).toMatchObject({
      subject: 'Aangekomen bij het team: ‘Wat een fijne monteur!’',
      headers: { References: receiptIdOf(m.deps, id) },
    })
    // On to a named colleague of another team: that stands on the page, and in no second mail.
    await route(id, await other())
    expect(await later()).toHaveLength(1)
    expect((await m.sees({ id, customerId })).timeline.at(-1)).toMatchObject({ type: 'routed', team: 'Winkel' })
  })

  test('what was given on before the mail left names the team that has it then', async () => {
    const { id } = await compliment()
    await route(id)
    await route(id, await other())
    expect(await later()).toMatchObject([{ text: expect.stringContaining('aangekomen bij Winkel.') }])
  })

  test('whose receipt said so hears no more of it, wherever it goes from there', async () => {
    const headers = await known()
    await mine().updateTable('sites').set({ locale: 'nl' }).execute()
    const { id } = await submit(headers)
    await route(id)
    // The receipt was not sent yet, so it says it.
    expect(await later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
    await route(id, await other())
    expect(await later()).toHaveLength(1)
  })

  test('whose receipt left before there was a team hears it in a second mail', async () => {
    const { id } = await submit(await known())
    await m.deliver()
    m.harness.pass({ seconds: 1 })
    await route(id)
    const mails = await later()
    expect(mails.map(({ text }) => text.includes(ARRIVED))).toEqual([false, true])
  })

  test('a receipt that a worker has in hand as a team is chosen is written anew', async () => {
    const { id } = await submit(await known())
    const [claimed] = await claimDue(m.deps.db, m.deps.clock(), 10)
    expect(claimed).toMatchObject({ id: `receipt:${id}` })
    await route(id)
    expect(claimed && (await markSending(m.deps.db, claimed, m.deps.clock()))).toBe(false)
    expect(await later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
  })

  test.each<[string, object]>([
    ['has no address', { email: null }],
    ['did not confirm it', { emailConfirmedAt: null }],
    ['wants no mail', { unsubscribedAt: '2026-03-01T09:00:00.000Z' }],
    ['has an address that takes none', { bouncedAt: '2026-03-01T09:00:00.000Z' }],
  ])('nobody is mailed who %s; their own page says that it arrived', async (_, customer) => {
    const { id, customerId } = await compliment()
    await mine().updateTable('customers').set(customer).where('id', '=', customerId).execute()
    await route(id)
    expect(await later()).toEqual([])
    expect(await mine().selectFrom('deliveries').selectAll().execute()).toEqual([])
    expect(await m.sees({ id, customerId })).toMatchObject({ news: 1, goal: { team: 'Werkplaats' } })
  })

  test.each<[string, (id: string, customerId: string) => Promise<unknown>]>([
    ['the customer wants no mail about it', (id) => m.change(id, { mutedAt: '2026-03-02T09:00:00.000Z' })],
    ['it was erased', (id) => m.change(id, { mutedAt: '2026-03-02T09:00:00.000Z', erasedAt: '2026-03-02T09:00:00.000Z' })],
    ['it was spam', (id) => markSpam(m.deps, m.given.scope, { id })],
    ['it was answered', (id) => m.change(id, { status: 'answered' })],
    ['it was given back', (id) => m.change(id, { goalId: null, status: 'received' })],
  ])('nothing is mailed when in the meantime %s', async (_, happens) => {
    const { id, customerId } = await compliment()
    await route(id)
    await happens(id, customerId)
    expect(await later()).toEqual([])
  })

  test('what was undone at once and routed again is told once, when it is', async () => {
    const { id } = await compliment()
    const act = await inBulk([id])
    await undoBulkAct(m.deps, m.given.scope, act.id)
    await startActor(m.deps, { pollMs: null }).runOnce()
    expect(await later()).toEqual([])
    await route(id)
    expect(await later()).toMatchObject([{ text: expect.stringContaining(ARRIVED) }])
  })

  test('the customers of what was merged into it hear it too, and of one merged into it at once in the mail about that', async () => {
    const [top, carried, last] = [
      await compliment({ email: 'een@example.com' }),
      await compliment({ email: 'twee@example.com' }),
      await compliment({ email: 'drie@example.com' }),
    ]
    await m.merge(carried.id, top.id)
    expect((await later()).map(({ to }) => to)).toEqual(['twee@example.com'])
    await route(top.id)
    await m.merge(last.id, top.id)
    const mails = await later()
    expect(
      mails
        .filter(({ text }) => text.includes(ARRIVED))
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['drie@example.com', 'een@example.com', 'twee@example.com'])
    expect(mails).toHaveLength(4)
  })

  test('of anything but a compliment a route is no mail', async () => {
    const { id } = await m.says({ goalId: null, status: 'received', email: 'ada@example.com' })
    await route(id)
    expect(await later()).toEqual([])
  })

  test.each(mailLanguages.flatMap((language) => (['informal', 'polite'] as Tone[]).map((tone) => [language, tone] as const)))(
    'it speaks %s, %s',
    async (language, tone) => {
      await mine().insertInto('mailLooks', { tone, inboundSecret: 'x', changedAt: 'then' }).execute()
      const { id, customerId } = await compliment()
      await mine().updateTable('customers').set({ locale: language }).where('id', '=', customerId).execute()
      await route(id)
      await later()
      const { words, letters } = mailTexts[language][tone]
      const [mail] = m.harness.mails
      expect(mail?.subject).toBe(letters.arrived.subject(letters.quoted('Wat een fijne monteur!')))
      expect(mail?.text.replace(/\s+/g, ' ')).toContain(words.promise.compliment('Werkplaats'))
    },
  )
})
