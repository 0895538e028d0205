import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ARRIVED, openArriving } from '../../test/arriving.ts'
import { engines } from '../../test/engines.ts'
import { startActor } from '../bulk-acts/actor.ts'
import { undoBulkAct } from '../bulk-acts/end-act.ts'
import { claimDue, markSending } from '../outbox/claims.ts'
import { routeTheme } from '../suggestions/route-theme.ts'
import { mailLanguages, mailTexts, type Tone } from '../texts/mail/mail-texts.ts'
import { receiptIdOf } from './receipt-email.tsx'
import { giveByModel, markSpam } from './triage.ts'

describe.each(engines)('$engine', ({ open }) => {
  let m: Awaited<ReturnType<typeof openArriving>>
  beforeEach(async () => {
    m = await openArriving(open)
  })
  afterEach(() => m.harness.close())

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['a colleague', (id) => m.route(id)],
    ['a colleague, with many at once', (id) => m.inBulk([id])],
    ['a colleague, as a theme', (id) => routeTheme(m.deps, m.given.scope, { goalId: m.given.goalId, feedbackIds: [id] })],
    [
      'the learned model',
      (id) =>
        giveByModel(m.deps.db, m.given.scope, { id, goalId: m.given.goalId, model: 1, confidence: 0.9, words: [], insteadOf: null }, m.deps.clock()),
    ],
    ['a merge', async (id) => m.merge((await m.says({ message: 'Ook fijn' })).id, id)],
  ])('a compliment that is routed later: its customer hears once that it arrived (%s)', async (_, routeIt) => {
    const { id, customerId } = await m.compliment({ email: 'ada@example.com' })
    await routeIt(id)
    expect(await m.sees({ id, customerId })).toMatchObject({ status: 'routed', news: 1, goal: { team: 'Werkplaats' } })
    expect((await m.sees({ id, customerId })).timeline.at(-1)).toMatchObject({ type: 'routed', team: 'Werkplaats' })
    await m.deliver()
    expect(m.harness.mails).toEqual([])
    expect(await m.later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
    expect(m.harness.mails[0]).toMatchObject({
      subject: 'Aangekomen bij het team: ‘Wat een fijne monteur!’',
      headers: { References: receiptIdOf(m.deps, id) },
    })
    // On to a named colleague of another team: that stands on the page, and in no second mail.
    await m.route(id, await m.other())
    expect(await m.later()).toHaveLength(1)
    expect((await m.sees({ id, customerId })).timeline.at(-1)).toMatchObject({ type: 'routed', team: 'Winkel' })
  })

  test('what was given on before the mail left names the team that has it then', async () => {
    const { id } = await m.compliment()
    await m.route(id)
    await m.route(id, await m.other())
    expect(await m.later()).toMatchObject([{ text: expect.stringContaining('aangekomen bij Winkel.') }])
  })

  test('whose receipt said so hears no more of it, wherever it goes from there', async () => {
    const headers = await m.known()
    await m.mine().updateTable('sites').set({ locale: 'nl' }).execute()
    const { id } = await m.submit(headers)
    await m.route(id)
    // The receipt was not sent yet, so it says it.
    expect(await m.later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
    await m.route(id, await m.other())
    expect(await m.later()).toHaveLength(1)
  })

  test('whose receipt left before there was a team hears it in a second mail', async () => {
    const { id } = await m.submit(await m.known())
    await m.deliver()
    m.harness.pass({ seconds: 1 })
    await m.route(id)
    const mails = await m.later()
    expect(mails.map(({ text }) => text.includes(ARRIVED))).toEqual([false, true])
  })

  test('a receipt that a worker has in hand as a team is chosen is written anew', async () => {
    const { id } = await m.submit(await m.known())
    const [claimed] = await claimDue(m.deps.db, m.deps.clock(), 10)
    expect(claimed).toMatchObject({ id: `receipt:${id}` })
    await m.route(id)
    expect(claimed && (await markSending(m.deps.db, claimed, m.deps.clock()))).toBe(false)
    expect(await m.later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
  })

  test.each<[string, object]>([
    ['has no address', { email: null }],
    ['did not confirm it', { emailConfirmedAt: null }],
    ['wants no mail', { unsubscribedAt: '2026-03-01T09:00:00.000Z' }],
    ['has an address that takes none', { bouncedAt: '2026-03-01T09:00:00.000Z' }],
  ])('nobody is mailed who %s; their own page says that it arrived', async (_, customer) => {
    const { id, customerId } = await m.compliment()
    await m.mine().updateTable('customers').set(customer).where('id', '=', customerId).execute()
    await m.route(id)
    expect(await m.later()).toEqual([])
    expect(await m.mine().selectFrom('deliveries').selectAll().execute()).toEqual([])
    expect(await m.sees({ id, customerId })).toMatchObject({ news: 1, goal: { team: 'Werkplaats' } })
  })

  test.each<[string, (id: string, customerId: string) => Promise<unknown>]>([
    ['the customer wants no mail about it', (id) => m.change(id, { mutedAt: '2026-03-02T09:00:00.000Z' })],
    ['it was erased', (id) => m.change(id, { mutedAt: '2026-03-02T09:00:00.000Z', erasedAt: '2026-03-02T09:00:00.000Z' })],
    ['it was spam', (id) => markSpam(m.deps, m.given.scope, { id })],
    ['it was answered', (id) => m.change(id, { status: 'answered' })],
    ['it was given back', (id) => m.change(id, { goalId: null, status: 'received' })],
  ])('nothing is mailed when in the meantime %s', async (_, happens) => {
    const { id, customerId } = await m.compliment()
    await m.route(id)
    await happens(id, customerId)
    expect(await m.later()).toEqual([])
  })

  test('what was undone at once and routed again is told once, when it is', async () => {
    const { id } = await m.compliment()
    const act = await m.inBulk([id])
    await undoBulkAct(m.deps, m.given.scope, act.id)
    await startActor(m.deps, { pollMs: null }).runOnce()
    expect(await m.later()).toEqual([])
    await m.route(id)
    expect(await m.later()).toMatchObject([{ text: expect.stringContaining(ARRIVED) }])
  })

  test('the customers of what was merged into it hear it too, and of one merged into it at once in the mail about that', async () => {
    const [top, carried, last] = [
      await m.compliment({ email: 'een@example.com' }),
      await m.compliment({ email: 'twee@example.com' }),
      await m.compliment({ email: 'drie@example.com' }),
    ]
    await m.merge(carried.id, top.id)
    expect((await m.later()).map(({ to }) => to)).toEqual(['twee@example.com'])
    await m.route(top.id)
    await m.merge(last.id, top.id)
    const mails = await m.later()
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
    await m.route(id)
    expect(await m.later()).toEqual([])
  })

  test.each(mailLanguages.flatMap((language) => (['informal', 'polite'] as Tone[]).map((tone) => [language, tone] as const)))(
    'it speaks %s, %s',
    async (language, tone) => {
      await m.mine().insertInto('mailLooks', { tone, inboundSecret: 'x', changedAt: 'then' }).execute()
      const { id, customerId } = await m.compliment()
      await m.mine().updateTable('customers').set({ locale: language }).where('id', '=', customerId).execute()
      await m.route(id)
      await m.later()
      const { words, letters } = mailTexts[language][tone]
      const [mail] = m.harness.mails
      expect(mail?.subject).toBe(letters.arrived.subject(letters.quoted('Wat een fijne monteur!')))
      expect(mail?.text.replace(/\s+/g, ' ')).toContain(words.promise.compliment('Werkplaats'))
    },
  )
})
