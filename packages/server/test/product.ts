import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { runFolder } from './global-setup.ts'
import { createDatabase } from './postgres.ts'
import { type Mail, type SmtpInbox, startSmtp } from './smtp.ts'

export type { Mail } from './smtp.ts'

export interface Answer {
  status: number
  // A test reads the body of whichever endpoint it called.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
  headers: Headers
}

type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** The built server as a process of its own, with its own data folder, database and mailbox. */
export interface Product {
  url: string
  engine: 'sqlite' | 'postgres'
  dataDir: string
  env: Record<string, string>
  owner: { email: string; password: string }
  /** Every mail that was received, oldest first. */
  mails: Mail[]
  waitForMail: SmtpInbox['waitForMail']
  smtp: Pick<SmtpInbox, 'port' | 'start' | 'stop'>
  /** Calls an endpoint as the owner. */
  api: Send
  /** Calls an endpoint without signing in. */
  request: Send
  /** The process id of the server that runs now. */
  pid(): number
  /** What the server has written to its standard output and error, since the first start. */
  output(): string
  /** Stops gracefully, and serves again on the same port. */
  restart(): Promise<void>
  /** Ends the process with this signal and waits until it is gone; `start()` brings it back. */
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  start(): Promise<void>
  /** Stops everything and removes the data. */
  stop(): Promise<void>
}

export interface ProductOptions {
  engine: 'sqlite' | 'postgres'
  /** Over and above the product's own; see the table of environment variables in the README. */
  env?: Record<string, string>
}

const entry = fileURLToPath(new URL('../dist/main.js', import.meta.url))

/** Starts the product and waits until it is ready; at most 30 s, and a failure shows what the server wrote. */
export async function startProduct({ engine, env = {} }: ProductOptions): Promise<Product> {
  const dataDir = await mkdtemp(join(runFolder(), 'product-'))
  const database = engine === 'postgres' ? await createDatabase() : undefined
  const smtp = await startSmtp()
  const port = env.PORT ?? String(await freePort())
  const url = env.PUBLIC_URL ?? `http://127.0.0.1:${port}`
  const owner = { email: 'eva@example.nl', password: 'een-lang-wachtwoord' }
  const complete: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    TMPDIR: tmpdir(),
    PORT: port,
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    SECRET_KEY: 'the-same-in-every-process-of-a-test-0123456789',
    ADMIN_EMAIL: owner.email,
    ADMIN_PASSWORD: owner.password,
    ...(database && { DATABASE_URL: database.url }),
    ...env,
  }
  const server = serverProcess(complete, url)
  const request = sender(url)
  const product: Product = {
    url,
    engine,
    dataDir,
    env: complete,
    owner,
    mails: smtp.mails,
    waitForMail: smtp.waitForMail,
    smtp,
    request,
    api: signedIn(request, url, owner),
    ...server,
    async restart() {
      await server.kill('SIGTERM')
      await server.start()
    },
    async stop() {
      await server.kill('SIGTERM')
      await smtp.stop()
      await database?.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  try {
    await server.start()
  } catch (error) {
    await product.stop()
    throw error
  }
  return product
}

function serverProcess(env: Record<string, string>, url: string): Pick<Product, 'pid' | 'output' | 'kill' | 'start'> {
  let child: ChildProcess | undefined
  let output = ''
  process.once('exit', () => child?.kill('SIGKILL'))
  const kill: Product['kill'] = async (signal) => {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null)
      return { code: ending?.exitCode ?? null, signal: ending?.signalCode ?? null }
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    const impatience = setTimeout(() => ending.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(impatience)
    return { code: ending.exitCode, signal: ending.signalCode }
  }
  return {
    kill,
    pid: () => child?.pid ?? 0,
    output: () => output,
    async start() {
      const starting = spawn(process.execPath, ['--enable-source-maps', entry], { env, cwd: env.DATA_DIR, stdio: ['ignore', 'pipe', 'pipe'] })
      child = starting
      const keep = (chunk: Buffer) => {
        output = (output + chunk).slice(-200_000)
      }
      starting.stdout?.on('data', keep)
      starting.stderr?.on('data', keep)
      const deadline = Date.now() + 30_000
      while (!(await answers(`${url}/readyz`))) {
        const ended = starting.exitCode !== null || starting.signalCode !== null
        if (ended || Date.now() > deadline) {
          await kill('SIGKILL')
          const why = ended ? `ended with ${starting.exitCode ?? starting.signalCode}` : 'was not ready within 30 s'
          throw new Error(`The server ${why}. It wrote:\n${output.slice(-4_000)}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

function sender(url: string): Send {
  return async (method, path, body, headers = {}) => {
    const plain = body === undefined || typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData
    const response = await fetch(url + path, {
      method,
      headers: { ...(!plain && { 'content-type': 'application/json' }), ...headers },
      body: plain ? (body as BodyInit | undefined) : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    })
    const text = await response.text()
    const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers }
  }
}

function signedIn(request: Send, url: string, owner: Product['owner']): Send {
  let session: Promise<string> | undefined
  const signIn = async () => {
    const answer = await request('POST', '/api/v1/session', owner, { origin: url })
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
    if (answer.status !== 204 || !cookie) throw new Error(`The owner could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`)
    return cookie
  }
  return async (method, path, body, headers = {}) => {
    session ??= signIn()
    return request(method, path, body, { origin: url, cookie: await session, ...headers })
  }
}
