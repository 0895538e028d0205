import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MineExport } from '@klankbord/shared/mine'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation, SITE_ORIGIN } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { signedByHost } from '../../../test/host-tokens.ts'
import { forgetOldClaims } from '../../customers/mail-link.ts'
import { transact } from '../../db/db.ts'
import { tables } from '../../db/integrity.ts'
import { composers, ticks } from '../../deliveries.ts'
import { createEmlFolder } from '../../mail/eml-folder.ts'
import { startWorker } from '../../outbox/worker.ts'
import { publishOutcome } from '../../outcomes/publish-outcome.ts'
import { createOutcome } from '../../outcomes/write-outcome.ts'
import { addIdentityKey } from '../../sites/identity-keys.ts'
import { countInbox } from '../inbox/count-feedback.ts'
import { listFeedback, readFeedback } from '../inbox/read-feedback.ts'
import { replyFeedback } from '../reply.ts'
import { routeFeedback } from '../triage.ts'

const CANARY = 'kanarievogel'
const EMAIL = `${CANARY}@example.com`
const hashes = [createHash('sha256').update(EMAIL).digest('hex'), createHash('sha256').update(EMAIL).digest('base64url')]

interface Received {
  id: string
  customerToken: string
  statusUrl: string
}

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let count = 0
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    h.deps.mailer = createEmlFolder(h.deps.config, h.deps.clock)
    const questions = JSON.stringify([{ id: 'why', kind: 'text', label: 'Waarom?', required: false }])
    await h.deps.db.within(given.scope).updateTable('sites').set({ questions }).execute()
  })
  afterEach(() => h.close())

  const deliver = () => startWorker(h.deps, composers, ticks, { pollMs: null }).runOnce()
  const ask = (method: string, path: string, token: string, body?: object) =>
    h.request(method, `/widget/v1${path}`, {
      headers: { Authorization: `Bearer ${token}`, Origin: SITE_ORIGIN, 'Idempotency-Key': `key-${++count}` },
      ...(body && { body }),
    }) as Promise<{ status: number; body: never }>
  const submit = async (body: object, headers: Record<string, string> = {}) => {
    const answer = await h.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body: { kind: 'idea', message: 'Zet een bankje bij de deur', locale: 'nl', ...body },
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': `key-${++count}`, ...headers },
    })
    expect(answer.status).toBe(201)
    return answer.body as Received
  }
  const confirm = () => h.deps.db.everywhere.updateTable('customers').set({ emailConfirmedAt: h.deps.clock().toISOString() }).execute()

  /** Somebody who said much, in every way there is, and who was answered. */
  const givenTalk = async (mark = CANARY, email = EMAIL) => {
    const said = await submit({
      message: `${mark} vindt de deur te zwaar`,
      name: `${mark} Jansen`,
      email,
      emailConsent: true,
      pageUrl: `${SITE_ORIGIN}/${mark}`,
      attributes: { order: `${mark}-7` },
      answers: { why: `${mark} reden` },
      rating: { scale: 'ces', value: 3 },
    })
    await deliver()
    await confirm()
    await submit({ message: `${mark} zegt nog iets` }, { Authorization: `Bearer ${said.customerToken}` })
    await ask('POST', `/mine/feedback/${said.id}/messages`, said.customerToken, { text: `${mark} vult aan` })
    await routeFeedback(h.deps, given.scope, { id: said.id, goalId: given.goalId })
    await replyFeedback(h.deps, given.scope, { id: said.id, text: 'Het team antwoordt', internal: false })
    await replyFeedback(h.deps, given.scope, { id: said.id, text: 'Een notitie van het team', internal: true })
    const words = {
      kind: 'done' as const,
      title: 'De deur is lichter',
      did: 'Er zit een andere veer in.',
      better: 'Hij gaat licht open.',
      nothingMore: true,
      locale: 'nl',
      public: true,
    }
    const outcome = await createOutcome(h.deps, given.scope, { ...words, goalId: given.goalId, feedbackIds: [said.id] })
    await publishOutcome(h.deps, given.scope, { id: outcome.id })
    await ask('PUT', `/mine/feedback/${said.id}/reaction`, said.customerToken, { helped: 'partly', text: `${mark} vindt het deels` })
    await deliver()
    return { ...said, outcomeId: outcome.id }
  }

  /** All that the database and the folders hold, the full-text index as its words. */
  const everything = async () => {
    const kept: string[] = []
    for (const table of tables)
      for (const row of await h.deps.db.everywhere.selectFrom(table).selectAll().execute()) kept.push(`${table} ${JSON.stringify(row)}`)
    if (h.deps.db.engine === 'sqlite') {
      // In a transaction, so that both are asked of one connection.
      const { rows } = await transact(h.deps.db, async ({ everywhere }) => {
        await sql`create virtual table if not exists temp.words using fts5vocab ('main', 'feedback_search', 'row')`.execute(everywhere)
        return sql<{ term: string }>`select term from temp.words`.execute(everywhere)
      })
      for (const { term } of rows) kept.push(`index ${term}`)
      const blocks = await sql<{ block: Buffer }>`select block from feedback_search_data`.execute(h.deps.db.everywhere)
      for (const { block } of blocks.rows) kept.push(`segment ${block.toString('latin1')}`)
    }
    for (const entry of await readdir(h.deps.config.dataDir, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) kept.push(`file ${entry.name} ${(await readFile(join(entry.parentPath, entry.name))).toString('latin1')}`)
    return kept
  }
  const holding = async (...words: string[]) =>
    (await everything()).filter((line) => words.some((word) => line.toLowerCase().includes(word))).map((line) => line.slice(0, 200))

  describe('what a customer takes along', () => {
    test('is everything they gave and all that came of it', async () => {
      const { id, customerToken } = await givenTalk()
      const { status, body } = await ask('GET', '/mine/export', customerToken)
      const { customer, items, mails } = body as MineExport
      expect(status).toBe(200)
      expect(customer).toMatchObject({ organisation: 'Bakker Fietsen', name: `${CANARY} Jansen`, email: EMAIL, locale: 'nl', externalId: null })
      expect(items).toHaveLength(2)
      expect(items.find((item) => item.id === id)).toMatchObject({
        message: `${CANARY} vindt de deur te zwaar`,
        pageUrl: `${SITE_ORIGIN}/${CANARY}`,
        attributes: { order: `${CANARY}-7` },
        answers: [{ label: 'Waarom?', answer: `${CANARY} reden` }],
        rating: { scale: 'ces', value: 3 },
        messages: [
          { by: 'customer', text: `${CANARY} vult aan` },
          { by: 'team', text: 'Het team antwoordt' },
        ],
        outcomes: [{ title: 'De deur is lichter', did: 'Er zit een andere veer in.' }],
        reaction: { helped: 'partly', text: `${CANARY} vindt het deels` },
      })
      expect(mails.map(({ kind, to, state }) => [kind, to, state]).sort()).toEqual([
        ['confirmation', EMAIL, 'sent'],
        ['outcome-email', EMAIL, 'sent'],
        ['receipt', EMAIL, 'sent'],
        ['team-message', EMAIL, 'sent'],
      ])
    })

    test('never holds a note, nor what another gave who uses the same address', async () => {
      const { customerToken } = await givenTalk()
      const other = await givenTalk('partner', EMAIL)
      const mine = JSON.stringify((await ask('GET', '/mine/export', customerToken)).body)
      expect(mine).not.toContain('notitie')
      expect(mine).not.toContain('partner')
      expect(JSON.stringify((await ask('GET', '/mine/export', other.customerToken)).body)).not.toContain(`${CANARY} vindt`)
    })
  })

  describe('after a customer erased themselves', () => {
    test('no table, no index and no file tells of them', async () => {
      const { customerToken } = await givenTalk()
      expect((await holding(CANARY)).length).toBeGreaterThan(10)
      expect((await ask('DELETE', '/mine', customerToken)).status).toBe(204)
      expect(await holding(CANARY)).toEqual([])
    })

    test('a fingerprint of their address stays for a day, so that nobody can have it mailed again and again in between', async () => {
      const { customerToken } = await givenTalk()
      await h.request('POST', `/widget/v1/sites/${given.siteKey}/links`, { body: { email: EMAIL } })
      await deliver()
      await ask('DELETE', '/mine', customerToken)
      const { customerToken: next } = await submit({ email: EMAIL, emailConsent: true })
      await deliver()
      expect((await h.deps.db.everywhere.selectFrom('deliveries').selectAll().where('kind', '=', 'confirmation').execute()).length).toBe(0)
      await ask('DELETE', '/mine', next)
      h.pass({ hours: 25 })
      await forgetOldClaims(h.deps)
      expect(await holding(CANARY, ...hashes)).toEqual([])
    })

    test('of who stopped the mail only a fingerprint stays, and it is honoured', async () => {
      const { customerToken } = await givenTalk()
      await h.deps.db.everywhere.updateTable('customers').set({ unsubscribedAt: h.deps.clock().toISOString() }).execute()
      await ask('DELETE', '/mine', customerToken)
      h.pass({ days: 40 })
      await forgetOldClaims(h.deps)
      expect(await holding(CANARY)).toEqual([])
      expect((await holding(...hashes)).map((line) => line.split(' ')[0])).toEqual(['confirmations'])
      await submit({ email: EMAIL, emailConsent: true })
      expect(await h.deps.db.everywhere.selectFrom('deliveries').select('id').where('state', '=', 'queued').execute()).toEqual([])
    })

    test('their token and their links are worth nothing', async () => {
      const { id, customerToken, statusUrl } = await givenTalk()
      await ask('DELETE', '/mine', customerToken)
      for (const [method, path] of [
        ['GET', '/mine/feedback'],
        ['GET', `/mine/feedback/${id}`],
        ['GET', '/mine/export'],
        ['DELETE', '/mine'],
      ] as const)
        expect((await ask(method, path, customerToken)).status, path).toBe(401)
      expect((await ask('POST', `/sites/${given.siteKey}/feedback`, customerToken, { kind: 'idea', message: 'x' })).status).toBe(401)
      expect((await h.request('GET', new URL(statusUrl).pathname)).status).toBe(404)
    })

    test('what was queued for them is not sent', async () => {
      const { id, customerToken } = await givenTalk()
      await replyFeedback(h.deps, given.scope, { id, text: 'Nog een antwoord', internal: false })
      await ask('DELETE', '/mine', customerToken)
      await deliver()
      expect(await readdir(join(h.deps.config.dataDir, 'mail'))).toEqual([])
      await expect(replyFeedback(h.deps, given.scope, { id, text: 'En nog een', internal: false })).rejects.toMatchObject({ code: 'conflict' })
      await deliver()
      expect(await readdir(join(h.deps.config.dataDir, 'mail'))).toEqual([])
    })

    test('their items stay for the numbers, as shells that ask nobody for an answer', async () => {
      const { id, customerToken, outcomeId } = await givenTalk()
      await ask('DELETE', '/mine', customerToken)
      const item = await readFeedback(h.deps, given.scope, id)
      expect(item).toMatchObject({
        kind: 'idea',
        message: '',
        customer: { name: null, email: null },
        rating: { scale: 'ces', value: 3 },
        attributes: {},
        answers: [],
        pageUrl: null,
        erasedAt: '2026-03-02T09:00:00.000Z',
        outcome: { id: outcomeId },
        reaction: { helped: 'partly', text: null },
      })
      expect(item.messages.map(({ by, text }) => [by, text])).toEqual([
        ['customer', ''],
        ['team', 'Het team antwoordt'],
      ])
      expect(item.notes).toHaveLength(1)
      expect((await listFeedback(h.deps, given.scope, { limit: 50, sort: 'new' })).items).toEqual([])
      expect(await countInbox(h.deps, given.scope)).toMatchObject({ toRoute: 0, waiting: 0 })
    })

    test('another customer keeps what they gave, also with the same address', async () => {
      const { customerToken } = await givenTalk()
      const other = await givenTalk('partner', EMAIL)
      const before = (await ask('GET', '/mine/export', other.customerToken)).body
      await ask('DELETE', '/mine', customerToken)
      expect((await ask('GET', '/mine/export', other.customerToken)).body).toEqual(before)
    })

    test('the host site’s next token makes somebody new of them', async () => {
      const identitySecret = 'een geheim dat alleen de webwinkel kent'
      await addIdentityKey(h.deps, given.scope, { id: given.siteId, kid: 'k', algorithm: 'HS256', key: identitySecret })
      const identity = signedByHost({ siteKey: given.siteKey, identitySecret }, { sub: CANARY, name: CANARY, email: EMAIL })
      const { customerToken } = await submit({ identity })
      await ask('DELETE', '/mine', customerToken)
      expect(await holding(CANARY)).toEqual([])
      const again = await submit({ identity })
      expect(again.customerToken).not.toBe(customerToken)
    })
  })
})
