import { join } from 'node:path'
import pino from 'pino'
import { type Config, ConfigError } from './config.ts'
import type { OpenDb } from './db/db.ts'
import { migrate, openDatabase } from './db/open.ts'
import type { Deps } from './deps.ts'
import { createFolder } from './files/folder.ts'
import { createEmlFolder } from './mail/eml-folder.ts'
import { createSmtpMailer } from './mail/smtp.ts'
import { createTokens } from './tokens.ts'
import { readWidgetBuild } from './widget-build.ts'

/** What a process works with, and how to let go of it. */
export interface Opened {
  deps: Deps
  db: OpenDb
  close(): Promise<void>
}

/** Opens the database, migrated, and everything else that verbs are given. */
export async function openDeps(config: Config): Promise<Opened> {
  // Written in the background, several lines at a time: a request must not wait for a disk or a pipe. An exit writes what is left.
  const destination = pino.destination({ fd: 1, sync: false, minLength: 4096, periodicFlush: 100 })
  const log = pino(
    { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    destination,
  )
  const db = await openDatabase({ url: config.databaseUrl }).catch((error) => {
    throw new ConfigError(whyNotOpen(config, error))
  })
  await migrate(db)
  const clock = () => new Date()
  const mailer = config.smtpUrl ? createSmtpMailer(config, clock) : createEmlFolder(config, clock)
  const files = createFolder(join(config.dataDir, 'attachments'))
  const deps: Deps = { db, clock, mailer, files, log, tokens: createTokens(config.secretKey), config, widgetBuild: readWidgetBuild() }
  const close = async () => {
    await mailer.close()
    await db.close()
    destination.flushSync()
  }
  return { deps, db, close }
}

/** One line that names the variable to look at; never the address itself, since it can hold a password. */
function whyNotOpen({ databaseUrl }: Config, error: unknown): string {
  // Several addresses of one host that all refuse come as one error without words.
  const why = error instanceof Error ? error.message || ('code' in error && String(error.code)) || error.name : String(error)
  return databaseUrl.startsWith('sqlite:')
    ? `DATA_DIR: the database in it can’t be opened (${why})`
    : `DATABASE_URL: the database can’t be used (${why})`
}
