import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../src/db/db.ts'
import { tables } from '../src/db/integrity.ts'
import type { Tenant } from './tenants.ts'

type Read = (tenants: Tenant[]) => RawBuilder<{ line: string }>

const reads = new WeakMap<Db, Promise<Read>>()

/** All that is stored of these tenants, a line for each row, but for the time at which a key was used. In one query: it is asked thousands of times. */
export async function storedOf(db: Db, tenants: Tenant[]): Promise<string[]> {
  const read = reads.get(db) ?? readingAll(db)
  reads.set(db, read)
  const { rows } = await (await read)(tenants).execute(db.everywhere)
  return rows
    .map(({ line }) => line)
    .filter((line) => !line.startsWith('idempotencyKeys ') || tenants.some((tenant) => isOf(tenant, line)))
    .sort()
}

async function readingAll(db: Db): Promise<Read> {
  const parts: { from: string; of: string | null }[] = []
  for (const table of tables) {
    const name = table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    // Days off are the same for all; a key is kept under the name of what it was used for, in no organisation.
    const of = table === 'organisations' ? 'id' : table === 'holidays' || table === 'idempotencyKeys' ? null : 'organisation_id'
    parts.push({ from: `select '${table} ' || ${await rowAsText(db, name)} as line from ${name} as r`, of })
  }
  return (tenants) => {
    const ids = sql.join(tenants.map(({ organisationId }) => organisationId))
    const selects = parts.map(({ from, of }) => (of ? sql`${sql.raw(`${from} where ${of} in`)} (${ids})` : sql.raw(from)))
    return sql`${sql.join(selects, sql` union all `)}`
  }
}

async function rowAsText({ engine, everywhere }: Db, table: string): Promise<string> {
  if (engine === 'postgres') return `(to_jsonb(r) - 'last_used_at')::text`
  const { rows } = await sql<{ name: string }>`select name from pragma_table_xinfo(${table}) where name <> 'last_used_at'`.execute(everywhere)
  return `json_object(${rows.map(({ name }) => `'${name}', r.${name}`).join(', ')})`
}

const isOf = ({ organisationId, siteId, customer, people }: Tenant, line: string) =>
  [organisationId, siteId, customer.feedbackId, ...Object.values(people).map(({ id }) => id)].some((id) => line.includes(id))
