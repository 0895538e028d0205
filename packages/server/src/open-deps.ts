import pino from 'pino'
import type { Config } from './config.ts'
import type { OpenDb } from './db/db.ts'
import { migrate, openDatabase } from './db/open.ts'
import type { Deps } from './deps.ts'
import { createEmlFolder } from './mail/eml-folder.ts'
import { createSmtpMailer } from './mail/smtp.ts'
import { createTokens } from './tokens.ts'

/** What a process works with, and how to let go of it. */
export interface Opened {
  deps: Deps
  db: OpenDb
  close(): Promise<void>
}

/** Opens the database, migrated, and everything else that verbs are given. */
export async function openDeps(config: Config): Promise<Opened> {
  // Written in the background: a line per request must not wait for the disk or a pipe.
  const destination = pino.destination({ fd: 1, sync: false })
  const log = pino(
    { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    destination,
  )
  const db = await openDatabase({ url: config.databaseUrl })
  await migrate(db)
  const clock = () => new Date()
  const mailer = config.smtpUrl ? createSmtpMailer(config, clock) : createEmlFolder(config, clock)
  const deps: Deps = { db, clock, mailer, log, tokens: createTokens(config.secretKey), config }
  const close = async () => {
    await mailer.close()
    await db.close()
    destination.flushSync()
  }
  return { deps, db, close }
}
