import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { keepMailed } from '../keep-mailed.ts'

/** PostgreSQL marks the items of all mails that were sent at one moment together. */
export async function up(db: Kysely<never>, engine: Engine) {
  if (engine === 'postgres') for (const statement of keepMailed(engine)) await sql.raw(statement).execute(db)
}
