import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { mimeOf, noticeOf } from '../../test/inbound.ts'
import { composers } from '../deliveries.ts'
import { readAddress } from '../mail/addresses.ts'
import { mountMails } from '../mails/http.ts'
import { enqueue } from '../outbox/outbox.ts'
import { startWorker } from '../outbox/worker.ts'
import { mountBounces } from './http.ts'

const QUOTE = '\n\nOp ma 2 mrt 2026 om 10:04 schreef Bakker <antw@bakker.example>:\n\n> Dag Ada,\n> Je band is geplakt.\n'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let ours: Given
  let url: string
  beforeEach(async () => {
    h = await openHarness(open, { PUBLIC_URL: 'https://klankbord.bakker.example' })
    ours = await givenOrganisation(h.deps)
    url = await openMailbox(ours)
  })
  afterEach(() => h.close())

  const settings = (given = ours) => askingAs(h.deps, mountMails, given.scope)
  const bounces = (given = ours) => askingAs(h.deps, mountBounces, given.scope)
  async function openMailbox(given: Given) {
    const { body } = await settings(given)('PATCH', '/api/v1/mail/look', { inboundAddress: 'antw@bakker.example' })
    return new URL(body.inboundUrl).pathname
  }
  const post = async (body: Uint8Array, to = url) => {
    h.pass({ seconds: 1 })
    return (await h.request('POST', to, { body, headers: { 'Content-Type': 'message/rfc822' } })) as { status: number; body: Record<string, unknown> }
  }

  /** A customer who got a receipt, and where answers to it and notices about it go. */
  async function write(given = ours, email = 'ada@example.com') {
    const { id, customerId } = await givenFeedback(h.deps, given, { email })
    const delivery = { id: `receipt:${id}`, kind: 'receipt' as const, payload: { feedbackItemId: id }, aboutId: id, customerId, receiver: email }
    await enqueue(h.deps.db, given.scope, [delivery], h.deps.clock())
    await startWorker(h.deps, composers, [], { pollMs: null }).runOnce()
    const { sender } = h.mails.at(-1) ?? {}
    return { id, customerId, replyTo: sender?.replyTo ?? '', bounceTo: sender?.bounceTo?.(delivery.id) ?? '', delivery: delivery.id }
  }
  const said = async (id: string, given = ours) =>
    (await h.deps.db.within(given.scope).selectFrom('messages').select(['kind', 'text']).where('feedbackItemId', '=', id).execute()).map(
      ({ kind, text }) => [kind, text],
    )
  const stateOf = async (id: string) =>
    h.deps.db.within(ours.scope).selectFrom('deliveries').select(['state', 'reason']).where('id', '=', id).executeTakeFirst()

  test('a reply lands in the conversation without the letter that it answers and without a signature, once however often it is passed on', async () => {
    const { id, replyTo } = await write()
    const mail = mimeOf({ to: `Bakker <${replyTo}>`, text: `Dank je, dat helpt.\n\nVerzonden vanaf mijn iPhone${QUOTE}` })
    expect(await post(mail)).toMatchObject({ status: 200, body: { result: 'added', reason: null } })
    await post(mail)
    expect(await said(id)).toEqual([['customer', 'Dank je, dat helpt.']])
  })

  test.each([
    ['somebody else', { from: 'Bob <bob@example.com>' }],
    ['somebody who takes the customer’s name', { from: '"ada@example.com" <bob@example.com>' }],
    ['two senders', { from: 'ada@example.com, bob@example.com' }],
    ['nobody', { from: '' }],
  ])('%s writes nothing into a thread, whoever gave them its address', async (_, more) => {
    const { id, replyTo } = await write()
    expect((await post(mimeOf({ to: replyTo, ...more }))).body).toEqual({ result: 'ignored', reason: 'not-the-customer' })
    expect(await said(id)).toEqual([])
  })

  test('a customer writes into no thread but their own, and into none of another organisation', async () => {
    const theirs = await givenOrganisation(h.deps, 'Anders')
    const theirUrl = await openMailbox(theirs)
    const [mine, other, abroad] = [await write(), await write(ours, 'bob@example.com'), await write(theirs)]
    expect((await post(mimeOf({ to: other.replyTo }))).body.reason).toBe('not-the-customer')
    expect((await post(mimeOf({ to: abroad.replyTo }))).body.reason).toBe('not-ours')
    expect((await post(mimeOf({ to: mine.replyTo }), theirUrl)).body.reason).toBe('not-ours')
    expect((await post(mimeOf({ to: mine.replyTo.replace('+r', '+ra') }))).body.reason).toBe('not-ours')
    for (const { id } of [mine, other]) expect(await said(id)).toEqual([])
    expect(await said(abroad.id, theirs)).toEqual([])
  })

  test('an address that was not confirmed, or is another by now, writes nothing', async () => {
    const { id, replyTo, customerId } = await write()
    const set = (change: object) => h.deps.db.within(ours.scope).updateTable('customers').set(change).where('id', '=', customerId).execute()
    await set({ emailConfirmedAt: null })
    expect((await post(mimeOf({ to: replyTo }))).body.reason).toBe('not-the-customer')
    await set({ email: 'nieuw@example.com', emailConfirmedAt: h.deps.clock().toISOString() })
    expect((await post(mimeOf({ to: replyTo }))).body.reason).toBe('not-the-customer')
    expect(await said(id)).toEqual([])
  })

  test.each([
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { 'X-Auto-Response-Suppress': 'All' },
    { 'Return-Path': '<>' },
    { 'List-Id': 'Nieuws <nieuws.example.com>' },
  ])('what a program answered is let go: %j', async (headers) => {
    const { id, replyTo } = await write()
    expect((await post(mimeOf({ to: replyTo, headers: headers as unknown as Record<string, string> }))).body).toEqual({
      result: 'ignored',
      reason: 'automatic',
    })
    expect(await said(id)).toEqual([])
  })

  test('pictures come along, made anew; scripts and other files are left out, and both sides see which', async () => {
    const { id, replyTo } = await write()
    const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#c33' } })
      .png()
      .toBuffer()
    const files = [
      { name: 'band.png', type: 'image/png', bytes: picture },
      { name: 'kapot.png', type: 'image/png', bytes: Buffer.from('<script>alert(1)</script>') },
      { name: 'start.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') },
      { name: 'virus.exe', type: 'application/octet-stream', bytes: Buffer.from('MZ') },
    ]
    expect((await post(mimeOf({ to: replyTo, text: `Zie foto.${QUOTE}`, files }))).body.result).toBe('added')
    expect(await said(id)).toEqual([
      [
        'customer',
        'Zie foto.\n\n[Niet meegekomen uit de e-mail: start.html, virus.exe, kapot.png. Alleen afbeeldingen tot 5 MB komen mee, hoogstens vijf.]',
      ],
    ])
    const kept = await h.deps.db.within(ours.scope).selectFrom('attachments').select(['type', 'width', 'feedbackItemId']).execute()
    expect(kept).toEqual([{ type: 'image/webp', width: 600, feedbackItemId: id }])
  })

  test('of a mail with an attachment of 30 MB the words arrive; one of 60 MB is refused unread', async () => {
    const { id, replyTo } = await write()
    const film = { name: 'film.mp4', type: 'video/mp4', bytes: Buffer.alloc(30 * 1024 * 1024, 7) }
    expect((await post(mimeOf({ to: replyTo, files: [film] }))).body.result).toBe('added')
    expect(await said(id)).toEqual([['customer', expect.stringMatching(/^Dank je, dat helpt\.\n\n\[Niet meegekomen uit de e-mail: film\.mp4\./)]])
    expect((await post(Buffer.alloc(60 * 1024 * 1024))).status).toBe(413)
  })

  test('a reply of somebody else with a script and 30 MB behind it is refused by name, and leaves nothing behind', async () => {
    const { id, replyTo } = await write()
    const files = [
      { name: 'start.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') },
      { name: 'film.mp4', type: 'video/mp4', bytes: Buffer.alloc(30 * 1024 * 1024, 7) },
    ]
    const answer = await post(mimeOf({ from: 'Bob <bob@example.com>', to: replyTo, text: '<script>alert(1)</script>', files }))
    expect(answer).toMatchObject({ status: 200, body: { result: 'ignored', reason: 'not-the-customer' } })
    expect(await said(id)).toEqual([])
    expect(await h.deps.db.within(ours.scope).selectFrom('attachments').selectAll().execute()).toEqual([])
  })

  test('a reply without a word of its own is let go, and one that is too long is cut', async () => {
    const { id, replyTo } = await write()
    expect((await post(mimeOf({ to: replyTo, text: QUOTE }))).body.reason).toBe('empty')
    await post(mimeOf({ to: replyTo, text: 'lang '.repeat(3_000) }))
    const [[, text]] = (await said(id)) as [[string, string]]
    expect([text.length, text.at(-1)]).toEqual([5_000, '…'])
  })

  test('an address for mail that is wrong, was made anew or belongs to a closed mailbox takes nothing', async () => {
    const { id, replyTo } = await write()
    expect((await post(mimeOf({ to: replyTo }), `${url.slice(0, -4)}AAAA`)).status).toBe(404)
    const renewed = new URL((await settings()('POST', '/api/v1/mail/inbound-url')).body.inboundUrl).pathname
    expect((await post(mimeOf({ to: replyTo }))).status).toBe(404)
    expect((await post(mimeOf({ to: replyTo }), renewed)).body.result).toBe('added')
    await settings()('PATCH', '/api/v1/mail/look', { inboundAddress: null })
    expect((await post(mimeOf({ to: replyTo }), renewed)).status).toBe(404)
    expect((await said(id)).length).toBe(1)
  })

  test('an address that takes no mail is mailed no more, on every device, until somebody takes that back', async () => {
    const { id, customerId, bounceTo, delivery } = await write()
    const twin = await givenFeedback(h.deps, ours, { email: 'ada@example.com' })
    expect((await post(noticeOf({ to: bounceTo }))).body).toEqual({ result: 'stopped', reason: null })
    expect(await stateOf(delivery)).toEqual({ state: 'bounced', reason: '550 5.1.1 <…>: no such user' })
    const { items } = (await bounces()('GET', '/api/v1/mail/bounces')).body
    expect(items.map((one: { customerId: string }) => one.customerId).toSorted()).toEqual([customerId, twin.customerId].toSorted())
    const again = {
      id: `receipt:again:${id}`,
      kind: 'receipt' as const,
      payload: { feedbackItemId: id },
      aboutId: id,
      customerId,
      receiver: 'ada@example.com',
    }
    await enqueue(h.deps.db, ours.scope, [again], h.deps.clock())
    await startWorker(h.deps, composers, [], { pollMs: null }).runOnce()
    expect(await stateOf(again.id)).toEqual({ state: 'failed', reason: 'not-wanted' })
    expect((await bounces()('DELETE', `/api/v1/mail/bounces/${customerId}`)).status).toBe(204)
    expect((await bounces()('GET', '/api/v1/mail/bounces')).body.items).toEqual([])
    await write()
    expect((await bounces()('DELETE', `/api/v1/mail/bounces/${customerId}`)).status).toBe(404)
  })

  test.each([
    [{ status: '4.2.2', action: 'delayed', said: '452 4.2.2 full' }, 'sent'],
    [{ status: '5.2.2', said: '552 5.2.2 mailbox full' }, 'failed'],
    [{ status: '5.7.1', said: '550 5.7.1 not liked' }, 'failed'],
    [{ status: '4.4.1', said: 'tried for five days' }, 'failed'],
  ])('a letter that did not arrive for another reason (%j) is counted, and the next one is sent', async (notice, state) => {
    const { customerId, bounceTo, delivery } = await write()
    expect((await post(noticeOf({ to: bounceTo, ...notice }))).body).toEqual({ result: 'counted', reason: null })
    expect((await stateOf(delivery))?.state).toBe(state)
    const row = await h.deps.db
      .within(ours.scope)
      .selectFrom('customers')
      .select(['bouncedAt', 'softBounces'])
      .where('id', '=', customerId)
      .executeTakeFirst()
    expect(row).toEqual({ bouncedAt: null, softBounces: 1 })
    await write()
    expect(h.mails).toHaveLength(2)
  })

  test('a notice about a letter that we never sent, to another address by now, or made up, stops nothing', async () => {
    const { customerId, bounceTo, delivery } = await write()
    const change = (table: 'customers' | 'deliveries', set: object, id: string) =>
      h.deps.db
        .within(ours.scope)
        .updateTable(table as 'customers')
        .set(set)
        .where('id', '=', id)
        .execute()
    await change('deliveries', { state: 'queued' }, delivery)
    expect((await post(noticeOf({ to: bounceTo }))).body).toEqual({ result: 'ignored', reason: 'never-sent' })
    await change('deliveries', { state: 'sent' }, delivery)
    await change('customers', { email: 'nieuw@example.com' }, customerId)
    expect((await post(noticeOf({ to: bounceTo }))).body.reason).toBe('never-sent')
    await change('customers', { email: 'ada@example.com' }, customerId)
    expect((await post(noticeOf({ to: bounceTo.replace(/.(?=.{3}@)/, (one) => (one === 'x' ? 'y' : 'x')) }))).body.reason).toBe('not-ours')
    expect((await post(noticeOf({ to: 'antw@bakker.example' }))).body.reason).toBe('not-ours')
    expect((await post(mimeOf({ to: bounceTo }))).body.reason).toBe('no-notice')
    expect((await post(noticeOf({ to: bounceTo, action: 'delivered', status: '2.0.0' }))).body.reason).toBe('no-notice')
    expect((await stateOf(delivery))?.state).toBe('sent')
    expect((await bounces()('GET', '/api/v1/mail/bounces')).body.items).toEqual([])
  })

  test('while no mailbox is set, answers go where the organisation says and the letter says that a reply does not arrive', async () => {
    await settings()('PATCH', '/api/v1/mail/look', { inboundAddress: null, replyTo: 'hallo@bakker.example' })
    const { replyTo, bounceTo } = await write()
    expect([replyTo, bounceTo, readAddress(h.deps.tokens, replyTo)]).toEqual(['hallo@bakker.example', '', null])
    expect(h.mails.at(-1)?.text).not.toContain('op deze mail antwoorden')
  })
})
