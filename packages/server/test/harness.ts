import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { isReady } from '../src/db/open.ts'
import type { Deps } from '../src/deps.ts'
import { createFolder } from '../src/files/folder.ts'
import type { Mail, Mailer, SendResult } from '../src/mail/mailer.ts'
import { createTokens } from '../src/tokens.ts'
import type { Engine } from './engines.ts'
import { runFolder } from './global-setup.ts'

/** The app on an empty database, with a clock that stands still until it is moved and a mailer that collects. */
export interface Harness {
  deps: Deps
  /** Of the database, for a second connection, as another process would have. */
  url: string
  /** What the mailer was given. */
  mails: Mail[]
  /** Decides what the next attempts to send lead to; `sent` unless told. */
  answerMailWith(result: SendResult): void
  /** Moves the clock. */
  pass(time: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
  request(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; body: never; headers: Headers }>
  close(): Promise<void>
}

/** Opens a harness; it starts on Monday 2 March 2026, 09:00 UTC. */
export async function openHarness(open: Engine['open'], environment: Record<string, string> = {}): Promise<Harness> {
  const dataDir = await mkdtemp(join(runFolder(), 'data-'))
  const { db, url, close } = await open()
  const config = readConfig({
    DATA_DIR: dataDir,
    SECRET_KEY: 'a secret key for tests, long enough',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
    ...environment,
  })
  let now = new Date('2026-03-02T09:00:00.000Z')
  const mails: Mail[] = []
  let result: SendResult = { state: 'sent' }
  const mailer: Mailer = {
    async send(mail, aboutToSend) {
      await aboutToSend()
      mails.push(mail)
      return result
    },
    async close() {},
  }
  const files = createFolder(join(dataDir, 'attachments'))
  const deps: Deps = { db, clock: () => now, mailer, files, log: pino({ level: config.logLevel }), tokens: createTokens(config.secretKey), config }
  const app = createApp(deps, () => isReady(db))
  return {
    deps,
    url,
    mails,
    answerMailWith: (next) => {
      result = next
    },
    pass: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
    },
    async request(method, path, { body, headers = {} } = {}) {
      const response = await app.request(path, {
        method,
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
      })
      const text = await response.text()
      const json = response.headers.get('Content-Type')?.includes('json')
      return { status: response.status, body: (json && text ? JSON.parse(text) : text) as never, headers: response.headers }
    },
    async close() {
      await close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
