import { SMTPServer } from 'smtp-server'
import { describe, expect, test, vi } from 'vitest'
import { freePort } from '../test/free-port.ts'
import { type Product, startProduct } from '../test/product.ts'

const ORIGIN = 'https://www.winkel.example'

/** Takes messages; while it is told to hold its tongue, it never says that it did. */
async function mailServer() {
  const taken: string[] = []
  const server = { silent: true, taken }
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onData(stream, session, done) {
      stream.resume().once('end', () => {
        taken.push(session.envelope.rcptTo[0]?.address ?? '')
        if (!server.silent) done()
      })
    },
  })
  smtp.on('error', () => {})
  const port = await freePort()
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve))
  return Object.assign(server, { port, close: () => new Promise<void>((resolve) => smtp.close(() => resolve())) })
}

const addresses = Array.from({ length: 12 }, (_, i) => `klant${i}@example.com`)

async function submitAll(product: Product) {
  const siteKey = (await product.api('GET', '/api/v1/sites')).body.items[0].key
  for (const email of addresses) {
    const body = { kind: 'idea', message: 'Zet er een bel op', email, emailConsent: true }
    const answer = await product.request('POST', `/widget/v1/sites/${siteKey}/feedback`, body, { origin: ORIGIN, 'idempotency-key': email })
    expect(answer.status).toBe(201)
  }
}

const deliveriesIn = (output: string, state: string) =>
  output.split('\n').filter((line) => line.includes('"msg":"delivery"') && line.includes(`"state":"${state}"`))

describe.concurrent.each([{ engine: 'sqlite' }, { engine: 'postgres' }] as const)('$engine', ({ engine }) => {
  test('a server that is killed while it mails sends nothing twice, and what was still queued within ten seconds', async () => {
    const mail = await mailServer()
    const product = await startProduct({ engine, env: { SITE_ORIGINS: ORIGIN, SMTP_URL: `smtp://127.0.0.1:${mail.port}`, RATE_LIMIT: 'off' } })
    try {
      await submitAll(product)
      await vi.waitFor(() => expect(mail.taken.length).toBeGreaterThanOrEqual(5), { timeout: 10_000 })
      await product.kill('SIGKILL')
      const left = [...mail.taken]
      mail.silent = false
      await product.start()
      const restarted = Date.now()
      await vi.waitFor(() => expect(new Set(mail.taken).size).toBe(addresses.length), { timeout: 15_000, interval: 50 })
      expect(Date.now() - restarted).toBeLessThan(10_000)
      // Those whose answer never came are not sent again, but shown.
      await vi.waitFor(() => expect(deliveriesIn(product.output(), 'unknown')).toHaveLength(left.length), { timeout: 40_000, interval: 500 })
      expect(mail.taken.toSorted()).toEqual(addresses.toSorted())
      expect(product.output()).not.toContain('@example.com')
    } finally {
      await product.stop()
      await mail.close()
    }
  }, 90_000)
})
