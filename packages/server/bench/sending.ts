import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import pino from 'pino'
import { readConfig } from '../src/config.ts'
import { migrate, openDatabase } from '../src/db/open.ts'
import { composers } from '../src/deliveries.ts'
import type { Deps } from '../src/deps.ts'
import { createFolder } from '../src/files/folder.ts'
import { createSmtpMailer } from '../src/mail/smtp.ts'
import { startWorker } from '../src/outbox/worker.ts'
import { createTokens } from '../src/tokens.ts'
import { givenOrganisation } from '../test/builders.ts'
import { startPostgres } from '../test/postgres.ts'
import { queueLetters } from '../test/queued-letters.ts'
import type { Row } from './table.ts'

const MAILS = Number(process.env.BENCH_MAILS ?? 5_000)
const CONNECTIONS = 5

interface Sink {
  port: number
  taken(): Promise<number>
  stop(): void
}

/** The letters of one outcome, from the outbox to a server on loopback, beside bare nodemailer with a pool to the same server in the same run. */
export async function benchSending(folder: string): Promise<Row[]> {
  const sink = await startSink()
  const rows: Row[] = []
  for (const engine of (process.env.BENCH_ADMIN_ENGINES ?? 'sqlite,postgres').split(',')) {
    const postgres = engine === 'postgres' ? await startPostgres() : undefined
    const deps = await openFor(`${folder}/${engine}`, sink.port, postgres?.url ?? `sqlite:${folder}/${engine}.db`)
    const sent = await sendAll(deps, sink)
    const floor = await sendBare(sink, sent.example)
    rows.push(
      {
        ...{ name: `${engine}: letters of an outcome, sent`, unit: '/s' },
        ...{ ours: sent.perSecond, floor: floor.perSecond, floorIs: 'nodemailer, pool', reach: { atLeast: 0.7 } },
      },
      { name: `${engine}: … of the processor, each`, unit: 'ms', ours: sent.cpuMs, floor: floor.cpuMs, floorIs: 'nodemailer, pool' },
      { name: `${engine}: memory while sending, above idle`, unit: 'MB', ours: sent.megabytes, reach: { atMost: 60 } },
    )
    await deps.mailer.close()
    await deps.db.close()
    await postgres?.stop()
  }
  sink.stop()
  return rows
}

async function openFor(dataDir: string, port: number, url: string) {
  const environment = {
    DATA_DIR: dataDir,
    SECRET_KEY: 'a secret key for a bench, long enough',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    LOG_LEVEL: 'silent',
  }
  const config = readConfig({ ...environment, MAIL_FROM: 'Bench <bench@example.nl>' })
  const db = await openDatabase({ url })
  await migrate(db)
  const clock = () => new Date()
  return {
    ...{ db, clock, config, log: pino({ level: 'silent' }), files: createFolder(`${dataDir}/attachments`) },
    ...{ mailer: createSmtpMailer(config, clock), tokens: createTokens(config.secretKey) },
  }
}

async function sendAll(deps: Deps, sink: Sink) {
  await queueLetters(deps, await givenOrganisation(deps), MAILS)
  const [row] = await deps.db.everywhere.selectFrom('deliveries').selectAll().limit(1).execute()
  const example = await composers['outcome-email'](
    deps,
    { organisationId: row?.organisationId ?? '', who: { kind: 'system' } },
    JSON.parse(row?.payload ?? '{}'),
  )
  global.gc?.()
  const [idle, before] = [process.memoryUsage().rss, await sink.taken()]
  const [began, used] = [performance.now(), process.cpuUsage()]
  const worker = startWorker(deps, composers)
  let most = idle
  while ((await sink.taken()) - before < MAILS) {
    await wait(50)
    most = Math.max(most, process.memoryUsage().rss)
  }
  const perSecond = MAILS / ((performance.now() - began) / 1_000)
  const cpuMs = cpuMsEach(used)
  await worker.stop()
  return { perSecond, cpuMs, megabytes: (most - idle) / 1024 / 1024, example: example === 'not-yet' ? null : example }
}

async function sendBare(sink: Sink, example: Awaited<ReturnType<typeof sendAll>>['example']) {
  const transport = createTransport({ pool: true, host: '127.0.0.1', port: sink.port, maxConnections: CONNECTIONS, ignoreTLS: true })
  const { subject, text, html, headers } = example ?? { subject: '', text: '', html: '', headers: {} }
  const [began, used] = [performance.now(), process.cpuUsage()]
  let left = MAILS
  await Promise.all(
    Array.from({ length: CONNECTIONS * 4 }, async () => {
      while (left-- > 0) await transport.sendMail({ from: 'bench@example.nl', to: 'ada@example.com', subject, text, html, headers })
    }),
  )
  const perSecond = MAILS / ((performance.now() - began) / 1_000)
  transport.close()
  return { perSecond, cpuMs: cpuMsEach(used) }
}

/** What a letter took of the processor since then, however much else it had to do. */
function cpuMsEach(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000 / MAILS
}

async function startSink(): Promise<Sink> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./smtp-sink.ts', import.meta.url)), [], { execArgv: ['--import', 'tsx'] })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const taken = async () => {
    child.send('taken')
    return ((await once(child, 'message')) as [{ taken: number }])[0].taken
  }
  return { port, taken, stop: () => child.disconnect() }
}
