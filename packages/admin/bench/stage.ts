import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../../.ci/chromium.mjs'
import { type Bench, begin } from '../../server/bench/bulk.ts'
import { startServer } from '../../server/bench/server-process.ts'

export const ITEMS = 200
export const SLOWDOWN = 4
const VIEW = { width: 1440, height: 900 }

/** The built server with an inbox full of items, a browser, and a bare server for what ours is held against. */
export interface Stage extends Bench {
  browser: Browser
  /** Serves this page at `/`, and these answers at their own addresses. */
  serveBare(page: string, answers: Map<string, Kept>): string
  say(message: string): Promise<void>
  stop(): Promise<void>
}

/** An answer as it came, packed as it was sent. */
export interface Kept {
  type: string
  body: Buffer
}

export async function setStage(folder: string, port: number): Promise<Stage> {
  const server = await startServer({ port, dataDir: folder })
  const bench = await begin(server)
  const say = (message: string) => submit(bench, message)
  // One after the other, so that the list has them in this order.
  for (let i = 1; i <= ITEMS; i++) await say(wordsOf(i))
  const browser = await chromium.launch(await findChromium())
  let answers = new Map<string, Kept>()
  const bare = createServer((request, response) => {
    const { type, body } = answers.get(request.url ?? '') ?? { type: 'text/plain', body: Buffer.from('') }
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(brotliPacked(body))
  })
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  return {
    ...bench,
    browser,
    say,
    serveBare(page, kept) {
      answers = new Map([...kept, ['/', { type: 'text/html; charset=utf-8', body: Buffer.from(page) }]])
      for (const { body } of answers.values()) brotliPacked(body)
      return `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
    },
    async stop() {
      await browser.close()
      bare.closeAllConnections()
      bare.close()
      await server.stop()
    },
  }
}

/** Item by item told apart, and as long as what people write. */
export const wordsOf = (i: number) =>
  `Melding ${i} van de week: de remmen van mijn fiets piepen na de beurt, en niemand belde terug terwijl dat wel was beloofd op donderdag.`

async function submit({ server, siteKey }: Bench, message: string) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
  const body = JSON.stringify({ kind: 'complaint', message, locale: 'nl' })
  const answer = await fetch(`${server.url}/widget/v1/sites/${siteKey}/feedback`, { method: 'POST', headers, body })
  await answer.arrayBuffer()
  if (answer.status !== 201) throw new Error(`An item was answered with ${answer.status}`)
}

const packed = new WeakMap<Buffer, Buffer>()
function brotliPacked(body: Buffer): Buffer {
  const before = packed.get(body)
  if (before) return before
  const now = brotliCompressSync(body)
  packed.set(body, now)
  return now
}

/** A browser that was never here before, signed in, its processor slowed so many times. */
export async function freshPage(
  { browser, server, cookie }: Pick<Stage, 'browser' | 'server' | 'cookie'>,
  slowdown: number,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: VIEW, locale: 'nl-NL' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  if (slowdown > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, context }
}
