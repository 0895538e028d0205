import type { Receiver } from '@klankbord/shared/outcome-receivers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../../test/answering.ts'
import { engines } from '../../../test/engines.ts'
import { mergeFeedback } from '../../feedback/merging/merge.ts'
import { eraseMine } from '../../feedback/privacy/erase-mine.ts'
import { composeOutcomeTest } from '../outcome-test-email.ts'

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  const read = async (id: string, query = '') => (await answering.ask('GET', `/api/v1/outcomes/${id}/receivers?limit=200${query}`)).body
  const within = () => answering.harness.deps.db.within(answering.given.scope)
  const erase = (customerId: string) => {
    const who = { kind: 'customer' as const, id: customerId, siteId: answering.given.siteId }
    return eraseMine(answering.harness.deps, { ...answering.given.scope, who })
  }
  /** Somebody for every way in which one is told, or not. */
  async function everyone() {
    const said = {
      ada: await answering.says({ email: 'ada@example.com' }),
      tablet: await answering.says({ email: 'ada@example.com' }),
      bo: await answering.says({ email: 'bo@example.com' }),
      silent: await answering.says(),
      unconfirmed: await answering.says({ email: 'cy@example.com', emailConfirmedAt: null }),
      stopped: await answering.says({ email: 'di@example.com', unsubscribedAt: '2026-03-01T00:00:00.000Z' }),
      bounced: await answering.says({ email: 'ed@example.com' }),
      erased: await answering.says({ email: 'fi@example.com' }),
      spam: await answering.says({ email: 'go@example.com' }),
      merged: await answering.says({ email: 'ha@example.com' }),
    }
    await within().updateTable('customers').set({ locale: 'en-GB' }).where('id', '=', said.bo.customerId).execute()
    await within().updateTable('customers').set({ bouncedAt: '2026-03-01T00:00:00.000Z' }).where('email', '=', 'ed@example.com').execute()
    const { merged, ...others } = said
    const { id } = await answering.draft({ feedbackIds: Object.values(others).map((item) => item.id) })
    await within().updateTable('feedbackItems').set({ status: 'merged', mergedIntoId: said.bo.id }).where('id', '=', merged.id).execute()
    await within().updateTable('feedbackItems').set({ status: 'spam' }).where('id', '=', said.spam.id).execute()
    await erase(said.erased.customerId)
    return { said, id: id as string }
  }

  test('the count before publication is the count after it, with every reason present', async () => {
    const { said, id } = await everyone()
    const before = await read(id)
    expect(before.counts).toEqual({
      channels: { email: 3, widget: 4, none: 2 },
      reasons: { 'no-address': 1, unconfirmed: 1, unsubscribed: 1, bounced: 1, erased: 1, spam: 1 },
      languages: [
        { locale: 'nl', email: 2, widget: 4 },
        { locale: 'en', email: 1, widget: 0 },
      ],
      deliveries: { queued: 0, sending: 0, sent: 0, failed: 0, bounced: 0, unknown: 0 },
      seen: 0,
      reacted: 0,
    })
    await answering.publish(id)
    const after = await read(id)
    expect(after.counts).toMatchObject({ ...before.counts, deliveries: { queued: 3 } })
    const told = (receivers: Receiver[]) => receivers.map(({ id, channel, reason, email }) => [id, channel, reason, email])
    expect(told(after.items)).toEqual(told(before.items))
    await answering.deliver()
    expect(answering.sentTo()).toEqual(before.items.flatMap(({ channel, email }: Receiver) => (channel === 'email' ? [email] : [])).toSorted())
    expect((await read(id)).counts).toMatchObject({ channels: before.counts.channels, deliveries: { queued: 0, sent: 3 } })
    expect((await read(id, '&reason=erased')).items).toMatchObject([{ id: said.erased.customerId, name: null, email: null }])
  })

  test('afterwards each person is found by what became of it', async () => {
    const { said, id } = await everyone()
    await answering.publish(id)
    answering.harness.answerMailWith({ state: 'unknown', reason: 'No answer' })
    await answering.deliver()
    await within().updateTable('feedbackItems').set({ news: 0 }).where('id', '=', said.silent.id).execute()
    await within().updateTable('feedbackItems').set({ helped: 'yes', reactedAt: '2026-03-02T10:00:00.000Z' }).where('id', '=', said.bo.id).execute()
    const found = async (query: string) => (await read(id, query)).items.map(({ feedbackId }: Receiver) => feedbackId)
    expect(await found('&delivery=unknown')).toEqual([said.ada.id, said.bo.id, said.merged.id])
    expect(await found('&delivery=sent')).toEqual([])
    expect(await found('&did=seen')).toContain(said.silent.id)
    expect(await found('&did=seen')).not.toContain(said.ada.id)
    expect(await found('&did=reacted')).toEqual([said.bo.id])
    expect(await found('&language=en')).toEqual([said.bo.id])
    expect(await found('&channel=none')).toEqual([said.erased.id, said.spam.id])
    expect((await read(id)).counts.reacted).toBe(1)
  })

  test('who confirms an address or stops the mails after publication is counted as it was then', async () => {
    const { said, id } = await everyone()
    await answering.publish(id)
    const { counts } = await read(id)
    await within()
      .updateTable('customers')
      .set({ emailConfirmedAt: '2026-03-02T10:00:00.000Z' })
      .where('id', '=', said.unconfirmed.customerId)
      .execute()
    await within().updateTable('customers').set({ unsubscribedAt: '2026-03-02T10:00:00.000Z' }).where('id', '=', said.bo.customerId).execute()
    expect((await read(id)).counts).toEqual(counts)
  })

  test('the list comes in pages that miss nobody and repeat nobody', async () => {
    const { id } = await everyone()
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: Receiver[]; next: string | null } } = await answering.ask(
        'GET',
        `/api/v1/outcomes/${id}/receivers?limit=2${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...body.items.map((receiver) => receiver.id))
      cursor = body.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([9, 9])
  })

  test('who would be told of an answer to one item is known before a word is written, with those whose items were merged into it', async () => {
    const item = await answering.says({ email: 'ada@example.com' })
    const joined = await answering.says({ email: 'bo@example.com' })
    const silent = await answering.says()
    await answering.says({ email: 'cy@example.com' })
    for (const { id } of [joined, silent]) await mergeFeedback(answering.harness.deps, answering.given.scope, { id, into: item.id })
    const { body } = await answering.ask('GET', `/api/v1/feedback/${item.id}/receivers`)
    expect(body.counts).toMatchObject({ channels: { email: 2, widget: 1, none: 0 }, reasons: { 'no-address': 1 } })
    expect(body.items.map(({ feedbackId }: Receiver) => feedbackId)).toEqual([item.id, joined.id, silent.id])
    await answering.ask('POST', `/api/v1/feedback/${item.id}/answer`, { did: 'Ja, ook op zaterdag.', nothingMore: true })
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com', 'bo@example.com'])
  })

  test('a test message goes to the colleague who asks, and to nobody else', async () => {
    const { id } = await everyone()
    const { deps } = answering.harness
    const sent = await answering.ask('POST', `/api/v1/outcomes/${id}/test-message`, { locale: 'en' })
    const member = await within().selectFrom('members').selectAll().where('id', '=', answering.given.ownerId).executeTakeFirstOrThrow()
    expect(sent).toMatchObject({ status: 200, body: { to: member.email } })
    const rows = await within().selectFrom('deliveries').selectAll().where('kind', '=', 'outcome-test').execute()
    expect(rows.map(({ receiver }) => receiver)).toEqual([member.email])
    const mail = await composeOutcomeTest(deps, answering.given.scope, JSON.parse(rows[0]!.payload))
    expect(mail).toMatchObject({ to: member.email, subject: expect.stringMatching(/^(Test|Proefbericht): /) })
    expect(mail?.text).toContain('Er staat een tweede plakbank.')
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}/deliveries`)).body.items).toEqual([])
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}`)).body.publishedAt).toBeNull()
  })
})
