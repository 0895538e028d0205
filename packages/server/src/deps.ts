import type { WidgetBuild } from '@klankbord/shared/widget'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Db } from './db/db.ts'
import type { Files } from './files/files.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Tokens } from './tokens.ts'

/** What verbs are given. `clock` and `mailer` are the only parts that a test replaces. */
export interface Deps {
  db: Db
  clock: () => Date
  mailer: Mailer
  /** Where the bytes of customers' pictures are kept. */
  files: Files
  log: Logger
  tokens: Tokens
  config: Config
  /** The build of the widget that is served, where there is one. */
  widgetBuild?: WidgetBuild | null
  /** Aborted when the process stops: what goes on as long as somebody listens ends then. */
  stopping?: AbortSignal
}
