import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { SANDBOX_POLICY } from '../http/headers.ts'
import { createEmlFolder } from '../mail/eml-folder.ts'
import { createApiKey } from '../members/api-keys.ts'
import { enqueue } from '../outbox/outbox.ts'
import { type Composers, startWorker } from '../outbox/worker.ts'
import { mountMails } from './http.ts'

const nothing = async () => null
const composers: Composers = {
  confirmation: nothing,
  'compliment-arrived': async () => null,
  merged: async () => null,
  'team-message': nothing,
  'outcome-email': nothing,
  link: nothing,
  invitation: nothing,
  'rule-mail': nothing,
  pulse: nothing,
  letter: nothing,
  'promise-moved': nothing,
  'outcome-test': nothing,
  'still-better': nothing,
  notifications: nothing,
  receipt: async (_deps, _scope, { feedbackItemId: id }) => ({
    to: 'ada@example.com',
    subject: `Over ${id}: één band`,
    text: 'Geplakt',
    html: '<p onclick="alert(1)">Geplakt</p><script>alert(1)</script>',
    headers: { 'List-Unsubscribe': '<https://feedback.example.nl/u>' },
    messageId: `receipt:${id}`,
  }),
}

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let ours: Given
  let theirs: Given
  beforeEach(async () => {
    harness = await openHarness(open)
    ours = await givenOrganisation(harness.deps)
    theirs = await givenOrganisation(harness.deps, 'Anders')
  })
  afterEach(() => harness.close())

  const ask = (scope: Scope = ours.scope, deps = harness.deps) => askingAs(deps, mountMails, scope)
  async function receive({ scope }: Given, id: string) {
    const { db, clock, config } = harness.deps
    harness.pass({ seconds: 1 })
    const receipt = { id: `receipt:${id}`, kind: 'receipt' as const, payload: { feedbackItemId: id }, aboutId: id, customerId: null }
    await enqueue(db, scope, [{ ...receipt, receiver: 'ada@example.com' }], clock())
    await startWorker({ ...harness.deps, mailer: createEmlFolder(config, clock) }, composers, [], { pollMs: null }).runOnce()
  }
  const list = async (path = '/api/v1/mails', scope?: Scope) => (await ask(scope)('GET', path)).body

  test('members read the mails that were kept for their organisation, newest first, and no others', async () => {
    await receive(ours, 'a1')
    await receive(theirs, 'b1')
    await receive(ours, 'a2')
    const { items, next } = await list()
    expect(next).toBeNull()
    expect(items).toMatchObject([
      { to: 'ada@example.com', subject: 'Over a2: één band', at: '2026-03-02T09:00:03.000Z' },
      { to: 'ada@example.com', subject: 'Over a1: één band' },
    ])
    expect(await list(`/api/v1/mails/${items[1].id}`)).toMatchObject({
      ...items[1],
      text: 'Geplakt\n',
      html: expect.stringContaining('Geplakt'),
      headers: expect.arrayContaining([['List-Unsubscribe', '<https://feedback.example.nl/u>']]),
    })
    const foreign = (await list('/api/v1/mails', theirs.scope)).items[0].id
    expect((await ask()('GET', `/api/v1/mails/${foreign}`)).status).toBe(404)
    expect((await ask()('GET', `/api/v1/mails/${foreign}/html`)).status).toBe(404)
  })

  test('a list of mails comes in pages', async () => {
    for (const id of ['1', '2', '3', '4', '5']) {
      await receive(ours, id)
      await receive(theirs, `x${id}`)
    }
    const first = await list('/api/v1/mails?limit=2')
    const second = await list(`/api/v1/mails?limit=2&cursor=${first.next}`)
    const third = await list(`/api/v1/mails?limit=2&cursor=${second.next}`)
    expect([first, second, third].flatMap(({ items }) => items.map(({ subject }: { subject: string }) => subject[5]))).toEqual([
      '5',
      '4',
      '3',
      '2',
      '1',
    ])
    expect(third.next).toBeNull()
  })

  test('a kept mail is shown in a world of its own, where nothing in it can act', async () => {
    await receive(ours, '1')
    const [{ id }] = (await list()).items
    const path = `/api/v1/mails/${id}/html`
    expect((await harness.request('GET', path)).status).toBe(401)
    const { key } = await createApiKey(harness.deps, ours.scope, { name: 'Kijker', role: 'viewer' })
    const answer = await harness.request('GET', path, { headers: { Authorization: `Bearer ${key}` } })
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('Geplakt') })
    expect(answer.headers.get('Content-Type')).toMatch('text/html')
    expect(answer.headers.get('Content-Security-Policy')).toBe(SANDBOX_POLICY)
    expect(answer.headers.get('X-Frame-Options')).toBe('SAMEORIGIN')
  })

  test.each(['../../klankbord.db', '20260302T090000000Z-receipt_none', 'x'])('%j is no mail of this organisation', async (id) => {
    await mkdir(join(harness.deps.config.dataDir, 'mail'), { recursive: true })
    await writeFile(join(harness.deps.config.dataDir, 'mail', '20260302T090000000Z-receipt_none.eml'), 'Subject: x\r\n\r\nx')
    expect((await ask()('GET', `/api/v1/mails/${encodeURIComponent(id)}`)).status).toBe(404)
    expect((await list()).items).toEqual([])
  })

  test('once there is an SMTP server nothing is shown', async () => {
    await receive(ours, '1')
    const [{ id }] = (await list()).items
    const sending = ask(ours.scope, { ...harness.deps, config: { ...harness.deps.config, smtpUrl: 'smtp://127.0.0.1' } })
    expect((await sending('GET', '/api/v1/mails')).body.items).toEqual([])
    expect((await sending('GET', `/api/v1/mails/${id}`)).status).toBe(404)
  })
})
