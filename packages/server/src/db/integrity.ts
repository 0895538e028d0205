import { type Kysely, sql } from 'kysely'
import type { OpenDb } from './db.ts'
import { isReady } from './open.ts'
import type { Database } from './schema.ts'
import { compareTallies, countAnew } from './tallies.ts'

export interface Finding {
  what: string
  /** What is wrong; null when it is fine. */
  problem: string | null
}

/** Looks whether the database is whole: its pages, its indexes, its migrations, every table and the counts that are kept. Reads only, unless it mends those. */
export async function checkIntegrity(db: OpenDb, { mends = false } = {}): Promise<Finding[]> {
  const checks: [string, () => Promise<string | null>][] = [
    ['database answers', () => sql`select 1`.execute(db.everywhere).then(() => null)],
    ['migrations', async () => ((await isReady(db)) ? null : 'not all of them have run; run migrate')],
    ...(db.engine === 'sqlite' ? sqliteChecks(db) : []),
    ['tables', () => readTables(db)],
    ['counts', () => checkCounts(db, mends)],
  ]
  const findings: Finding[] = []
  for (const [what, check] of checks)
    findings.push({ what, problem: await check().catch((error) => (error instanceof Error ? error.message : String(error))) })
  return findings
}

/** The counts of the inbox and the sums of the loop must say what the items do. */
async function checkCounts({ everywhere, engine }: OpenDb, mends: boolean): Promise<string | null> {
  if (mends) await everywhere.transaction().execute((trx) => countAnew(trx as unknown as Kysely<never>, engine))
  const wrong = (await compareTallies(everywhere as unknown as Kysely<never>)).filter(({ wrong }) => wrong > 0)
  if (wrong.length === 0) return null
  return `${wrong.map(({ table, wrong }) => `${wrong} of ${table} are not what the items say`).join('; ')}; run check --mend`
}

function sqliteChecks({ everywhere }: OpenDb): [string, () => Promise<string | null>][] {
  const pages = async () => {
    const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check(20)`.execute(everywhere)
    const found = rows.map(({ integrityCheck }) => integrityCheck).filter((line) => line !== 'ok')
    return found.length > 0 ? found.join('; ') : null
  }
  return [['pages and indexes', pages]]
}

type Table = Exclude<keyof Database, 'ownPoints' | 'landingPoints' | 'shownPoints'>

/** Every table that rows are kept in. */
export const tables = Object.keys({
  organisations: true,
  members: true,
  sessions: true,
  invitations: true,
  apiKeys: true,
  teams: true,
  teamMembers: true,
  sites: true,
  identityKeys: true,
  customers: true,
  confirmations: true,
  attachments: true,
  linkMails: true,
  goals: true,
  initiatives: true,
  initiativeMembers: true,
  goalProposals: true,
  goalReasons: true,
  comments: true,
  measures: true,
  measurePoints: true,
  measureImports: true,
  measureImportParts: true,
  measureLandings: true,
  routingRules: true,
  routingVersions: true,
  routingSettings: true,
  routingModels: true,
  routingModelParts: true,
  routingDecisions: true,
  suggestions: true,
  itemTerms: true,
  feedbackItems: true,
  messages: true,
  events: true,
  outcomes: true,
  outcomeItems: true,
  outcomeVersions: true,
  deliveries: true,
  shareLinks: true,
  pulses: true,
  pulseRounds: true,
  pulseGroups: true,
  pulseTallies: true,
  pulseInvitations: true,
  pulseRefusals: true,
  letterChoices: true,
  letterRuns: true,
  letters: true,
  letterRefusals: true,
  savedViews: true,
  calendars: true,
  promiseMoves: true,
  notifications: true,
  notificationChoices: true,
  itemCounts: true,
  dueCounts: true,
  loopSums: true,
  bulkActs: true,
  bulkActParts: true,
  bulkActItems: true,
  presences: true,
  replyTemplates: true,
  heldReplies: true,
  mailLooks: true,
  signingKeys: true,
  namedActs: true,
  idempotencyKeys: true,
  holidays: true,
} satisfies Record<Table, true>) as Table[]

/** Every row that belongs to an organisation must have one that exists. */
async function readTables({ everywhere }: OpenDb): Promise<string | null> {
  const lost: string[] = []
  for (const table of tables) {
    if (table === 'organisations' || table === 'idempotencyKeys' || table === 'holidays') {
      await everywhere.selectFrom(table).select(sql<number>`cast(count(*) as integer)`.as('rows')).executeTakeFirst()
      continue
    }
    const orphan = await sql<{
      rows: number
    }>`select cast(count(*) as integer) as rows from ${sql.table(table)} where organisation_id not in (select id from organisations)`.execute(
      everywhere,
    )
    if (orphan.rows[0]?.rows) lost.push(`${orphan.rows[0].rows} rows of ${table} belong to no organisation`)
  }
  return lost.length > 0 ? lost.join('; ') : null
}
