import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** As `npm start` runs it: most of what a request makes is gone when it ends, and with more room for that less is copied on the way. */
const FLAGS = ['--max-semi-space-size=32']

const entry = fileURLToPath(new URL('../dist/main.js', import.meta.url))

export interface ServerProcess {
  url: string
  /** Milliseconds from its start until it answered `/readyz`. */
  readyAfterMs: number
  /** Resident memory now, in MiB. */
  residentMiB(): number
  /** Processor time that it has used so far, in seconds. */
  processorSeconds(): number
  stop(): Promise<void>
}

/** Starts the built server, or another script, and waits until `ready` answers. */
export async function startServer({
  port,
  dataDir,
  script = entry,
  ready = '/readyz',
  env = {},
}: {
  port: number
  dataDir: string
  script?: string
  ready?: string
  env?: Record<string, string>
}): Promise<ServerProcess> {
  const started = performance.now()
  const child = spawn(process.execPath, [...FLAGS, script], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      DATA_DIR: dataDir,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'info',
      ADMIN_EMAIL: 'bench@example.nl',
      ADMIN_PASSWORD: 'bench-wachtwoord',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady(child, `${url}${ready}`)
  return {
    url,
    readyAfterMs: performance.now() - started,
    residentMiB: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    processorSeconds: () => ticksOf(readFileSync(`/proc/${child.pid}/stat`, 'utf8')) / 100,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

async function untilReady(child: ChildProcess, url: string) {
  for (let tries = 0; tries < 1000; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`${url} did not answer`)
}

/** Of user and system, a hundred a second. */
const ticksOf = (stat: string) =>
  stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .reduce((sum, ticks) => sum + Number(ticks), 0)
