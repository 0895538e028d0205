import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { expect } from 'vitest'
import { type Answer, type Product, startProduct } from '../test/product.ts'

export const ORIGIN = 'https://www.winkel.example'

/** What the database holds, read past the server. */
export interface Books {
  rows(sql: string): Promise<Record<string, unknown>[]>
  /** A fingerprint of every row of every table, but for those that reading alone may touch, and those that the model writes in its own time. */
  fingerprint(): Promise<string>
  close(): Promise<void>
}

/** The built server with a first site, a customer who said something, and everybody's key to it. */
export interface Standing {
  product: Product
  books: Books
  siteKey: string
  /** The owner's session, as a header. */
  owner: Record<string, string>
  /** The customer's token, as a header. */
  customer: Record<string, string>
  /** What the customer said. */
  feedbackId: string
  statusUrl: string
  submit(body: unknown, headers?: Record<string, string>): Promise<Answer>
  stop(): Promise<void>
}

/** Limits are off unless `env` says otherwise, since a test asks more than a person does. */
export async function givenProduct(engine: Product['engine'], env: Record<string, string> = {}): Promise<Standing> {
  const product = await startProduct({ engine, env: { SITE_ORIGINS: ORIGIN, RATE_LIMIT: 'off', ...env } })
  try {
    return await standing(product)
  } catch (error) {
    await product.stop()
    throw error
  }
}

async function standing(product: Product): Promise<Standing> {
  const { body: sites } = await product.api('GET', '/api/v1/sites')
  const siteKey: string = sites.items[0].key
  const signedIn = await product.request('POST', '/api/v1/session', product.owner, { origin: product.url })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const submit: Standing['submit'] = (body, headers = {}) =>
    product.request('POST', `/widget/v1/sites/${siteKey}/feedback`, body, {
      origin: ORIGIN,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    })
  const first = await submit({ kind: 'idea', message: 'Zet de banken in de zon' })
  if (first.status !== 201) throw new Error(`The first submission was refused: ${first.status} ${JSON.stringify(first.body)}`)
  // The site has been seen, so that a later look at it changes nothing.
  await product.request('GET', `/widget/v1/sites/${siteKey}`, undefined, { origin: ORIGIN })
  const books = await openBooks(product)
  return {
    product,
    books,
    siteKey,
    owner: { cookie, origin: product.url },
    customer: { authorization: `Bearer ${first.body.customerToken}`, origin: ORIGIN },
    feedbackId: first.body.id,
    statusUrl: first.body.statusUrl,
    submit,
    async stop() {
      await books.close()
      await product.stop()
    },
  }
}

const passedOver = new Set(['sessions', 'suggestions', 'item_terms', 'routing_models', 'routing_model_parts', 'routing_settings', 'holidays'])

/** Each look opens anew on SQLite, so that no reader of ours stands in the server's way. */
export async function openBooks(product: Product): Promise<Books> {
  const { reading, close } = product.engine === 'sqlite' ? sqliteBooks(product) : await postgresBooks(product)
  const listTables =
    product.engine === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'feedback_search%'`
      : `select tablename as name from pg_tables where schemaname = 'public'`
  return {
    rows: (sql) => reading((rows) => rows(sql)),
    close,
    fingerprint: () => reading((rows) => fingerprintOf(rows, listTables)),
  }
}

async function fingerprintOf(rows: Books['rows'], listTables: string): Promise<string> {
  await understood(rows)
  const hash = createHash('sha256')
  const tables = (await rows(listTables)).map(({ name }) => String(name)).filter((name) => !passedOver.has(name))
  if (tables.length < 20) throw new Error(`Only these tables were found: ${tables}`)
  for (const table of tables.toSorted()) {
    // How many say the same is counted in the background too, in a column of the item.
    const lines = (await rows(`select * from ${table}`)).map((row) => JSON.stringify({ ...row, similar_count: null }))
    hash.update(`${table}\n${lines.toSorted().join('\n')}\n`)
  }
  return hash.digest('hex')
}

/** Waits until each item was read by the model, which counts its language too. */
async function understood(rows: Books['rows']) {
  const unread = `select count(*) as n from feedback_items i where not exists (select 1 from suggestions s where s.feedback_item_id = i.id)`
  await expect
    .poll(async () => Number((await rows(unread))[0]?.n), { timeout: 60_000, interval: 100, message: 'items that the model did not read' })
    .toBe(0)
}

type Reading = <Found>(look: (rows: Books['rows']) => Promise<Found>) => Promise<Found>

function sqliteBooks({ dataDir }: Product) {
  const reading: Reading = async (look) => {
    const database = new Sqlite(join(dataDir, 'klankbord.db'), { readonly: true })
    try {
      return await look(async (sql) => database.prepare(sql).all() as Record<string, unknown>[])
    } finally {
      database.close()
    }
  }
  return { reading, close: async () => {} }
}

async function postgresBooks({ env }: Product) {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  // Tests end connections on purpose; the next question tells.
  client.on('error', () => {})
  await client.connect()
  const reading: Reading = (look) => look(async (sql) => (await client.query(sql)).rows)
  return { reading, close: () => client.end() }
}
