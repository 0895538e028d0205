import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tables } from '../src/db/integrity.ts'
import { composers, ticks } from '../src/deliveries.ts'
import { startWorker } from '../src/outbox/worker.ts'
import { engines } from './engines.ts'
import { type Harness, openHarness } from './harness.ts'
import { signedByHost } from './host-tokens.ts'
import { ALLOWED_ORIGIN, plantTenant } from './tenants.ts'

const ADDRESS = '203.0.113.77'

/** The limiter knows it while it counts, in memory; nothing else does. */
describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  beforeEach(async () => {
    h = await openHarness(open, { RATE_LIMIT: 'on', TRUST_PROXY: '1', LOG_LEVEL: 'trace' })
  })
  afterEach(() => h.close())

  test('the address that a customer comes from is kept nowhere: no table, no file, no line of the log', async () => {
    const lines: string[] = []
    h.deps.log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
    const t = await plantTenant(h.deps, 'thuisq')
    let count = 0
    const ask = async (method: string, path: string, body?: object) => {
      const headers = {
        'X-Forwarded-For': ADDRESS,
        Origin: ALLOWED_ORIGIN,
        'Idempotency-Key': `k${++count}`,
        Authorization: `Bearer ${t.customer.token}`,
      }
      const { status } = await h.request(method, `/widget/v1${path}`, { headers, ...(body && { body }) })
      expect([path, status < 300]).toEqual([path, true])
    }
    await ask('GET', `/sites/${t.siteKey}`)
    await ask('POST', `/sites/${t.siteKey}/feedback`, {
      kind: 'idea',
      message: 'Zet een bankje bij de deur',
      email: 'ada@example.com',
      emailConsent: true,
    })
    await ask('POST', `/sites/${t.siteKey}/identity`, { token: signedByHost(t) })
    await ask('POST', `/sites/${t.siteKey}/links`, { email: t.customer.email })
    await ask('PUT', '/mine/email', { email: 'ada@work.example' })
    await ask('POST', `/mine/feedback/${t.customer.feedbackId}/messages`, { text: 'Nog iets' })
    await ask('GET', '/mine/export')
    await startWorker(h.deps, composers, ticks, { pollMs: null }).runOnce()
    const kept = [...lines]
    for (const table of tables) kept.push(JSON.stringify(await h.deps.db.everywhere.selectFrom(table).selectAll().execute()))
    for (const entry of await readdir(h.deps.config.dataDir, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) kept.push(`${entry.name} ${(await readFile(join(entry.parentPath, entry.name))).toString('latin1')}`)
    expect(lines.length).toBeGreaterThan(0)
    expect(kept.filter((text) => text.includes(ADDRESS))).toEqual([])
  })
})
