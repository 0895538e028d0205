import type { Temper } from '../faults/mail-peer.ts'
import { mailThroughKills } from '../faults/mail-through-kills.ts'
import { startPostgres } from '../test/postgres.ts'
import { p95, type Row } from './table.ts'

const LETTERS = 500
const KILLS = Number(process.env.BENCH_MAIL_KILLS ?? 30)
const CONNECTIONS = 5
const tempers: Temper[] = ['well', 'flaky', 'slow', 'drops']
const engines = (process.env.BENCH_ADMIN_ENGINES ?? 'sqlite,postgres').split(',') as ('sqlite' | 'postgres')[]

/** 500 letters to each of four kinds of mail servers, by a server that is killed 30 times while it mails. */
export async function benchMailFaults(): Promise<Row[]> {
  const rows: Row[] = []
  for (const engine of engines) {
    const postgres = engine === 'postgres' ? await startPostgres() : undefined
    if (postgres) process.env.TEST_DATABASE_URL = postgres.url
    for (const temper of tempers) {
      const { twice, unknown, lost, resumedMs } = await mailThroughKills({ engine, temper, letters: LETTERS, kills: KILLS })
      const resumed = p95(resumedMs)
      rows.push(
        {
          name: `${engine}, a mail server that is ${temper}: ${LETTERS} letters, ${resumedMs.length} kills, sent twice`,
          unit: '',
          ours: twice,
          reach: { atMost: 0 },
        },
        { name: '… neither sent nor shown as unknown', unit: '', ours: lost, reach: { atMost: 0 } },
        { name: '… unknown, for each kill and connection', unit: '', ours: unknown / resumedMs.length / CONNECTIONS, reach: { atMost: 1 } },
        { name: '… p95 from a kill until the next letter is taken', unit: 's', ours: resumed / 1000, reach: { atMost: 10 } },
      )
    }
    await postgres?.stop()
  }
  return rows
}
