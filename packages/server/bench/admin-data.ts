import { sql } from 'kysely'
import type { OpenDb, TenantQueries } from '../src/db/db.ts'
import { newId } from '../src/db/ids.ts'
import type { Scope } from '../src/db/scope.ts'
import { stemsIn } from '../src/db/stems.ts'

export const TEAMS = 20
const GOALS = 100
/** Texts that repeat: what customers write has few shapes, and rare words are put in apart. */
const TEXTS = 2000

const words =
  `de remmen van mijn fiets piepen na de beurt en niemand belde terug terwijl dat wel was beloofd op donderdag in de winkel bestelling geleverd pakket kapot
  monteur vriendelijk snel antwoord factuur bedrag website inloggen werkt niet goed bedankt voor hulp delivery late complaint order broken service great thanks`.split(
    /\s+/,
  )

/** About 30 words; the more common a word, the nearer it stands to the front of the list. */
const text = () => Array.from({ length: 30 }, () => words[Math.floor(Math.random() ** 2 * words.length)]).join(' ')

/** An organisation with so many items over a year, made by the database itself. Every 100th has `zeldzaam`, one in 5,000 `kanarie`, all have some of the common words. */
export async function fillForAdmin(db: OpenDb, items: number): Promise<Scope> {
  const organisationId = newId()
  const memberId = newId()
  const scope: Scope = { organisationId, who: { kind: 'member', id: memberId, name: 'Bench', role: 'owner' } }
  const at = new Date().toISOString()
  await db.everywhere
    .insertInto('organisations')
    .values({ id: organisationId, name: 'Bench', locale: 'nl', timeZone: 'Europe/Amsterdam', setUpAt: at, createdAt: at })
    .execute()
  const mine = db.within(scope)
  for (let i = 0; i < TEAMS; i++) {
    await mine.insertInto('teams', { id: `team-${i}`, name: `Team ${i}`, level: 'team', parentId: null, createdAt: at }).execute()
    for (let j = 0; j < GOALS / TEAMS; j++) {
      const goal = {
        title: `Doel ${i}.${j}`,
        why: null,
        memberId: null,
        parentId: null,
        replyWithinDays: 3,
        intake: null,
        public: 'true',
        createdAt: at,
      }
      await mine.insertInto('goals', { ...goal, id: `goal-${i * (GOALS / TEAMS) + j}`, teamId: `team-${i}` }).execute()
    }
  }
  await mine.insertInto('teamMembers', { teamId: 'team-3', memberId, role: 'lead' }).execute()
  await addSites(mine, at)
  await fillItems(db, organisationId, items)
  if (db.engine === 'postgres') await sql`analyze`.execute(db.everywhere)
  return scope
}

/** Two sites, of which one has nearly everything, and the customer of all. */
async function addSites(mine: TenantQueries, at: string) {
  const site = { key: 'bench', name: 'Bench', origins: '[]', kinds: '[]', rating: null, look: '{}', locale: 'nl', firstSeenAt: null, createdAt: at }
  await mine
    .insertInto('sites', [
      { ...site, id: 'site' },
      { ...site, id: 'site-2', key: 'bench-2' },
    ])
    .execute()
  await mine
    .insertInto('customers', {
      id: 'customer',
      siteId: 'site',
      email: null,
      emailConfirmedAt: null,
      confirmationSentAt: null,
      unsubscribedAt: null,
      name: null,
      locale: 'nl',
      createdAt: at,
    })
    .execute()
}

async function fillItems(db: OpenDb, organisationId: string, items: number) {
  const { everywhere, engine } = db
  const run = (statement: string) => sql.raw(statement).execute(everywhere)
  await run('create table bench_texts (n integer primary key, message text not null, stems text not null)')
  const rows = Array.from({ length: TEXTS }, (_, n) => {
    const message = text()
    return sql`(${sql.lit(n)}, ${message}, ${stemsIn(message)})`
  })
  for (let i = 0; i < TEXTS; i += 400) await sql`insert into bench_texts values ${sql.join(rows.slice(i, i + 400))}`.execute(everywhere)
  // PostgreSQL lets no statement take a minute, and keeps the tallies and the full text of each.
  const step = engine === 'postgres' ? 2_000 : 10_000
  for (let from = 0; from < items; from += step) {
    const upTo = Math.min(items, from + step) - 1
    const numbers =
      engine === 'postgres'
        ? `(select generate_series(${from}, ${upTo}) as i) as numbers`
        : `(with recursive numbers (i) as (select ${from} union all select i + 1 from numbers where i < ${upTo}) select i from numbers) as numbers`
    // A year before now, evenly; the newest tenth still waits.
    const seconds = `(i * ${(365 * 86_400) / items})`
    const time = (plus: string) =>
      engine === 'postgres'
        ? `to_char((now() at time zone 'utc') - interval '365 days' + (${seconds} + ${plus}) * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`
        : `strftime('%Y-%m-%dT%H:%M:%S.000Z', 'now', '-365 days', '+' || (cast(${seconds} as integer) + ${plus}) || ' seconds')`
    const day = (plus: string) => `substr(${time(plus)}, 1, 10) || 'T16:00:00.000Z'`
    const isOld = `i < ${Math.floor(items * 0.9)}`
    await run(`insert into feedback_items (id, organisation_id, site_id, customer_id, kind, message, stems, status, rating_scale, rating_value, locale, attributes, goal_id, submitted_at,
        reply_by, replied_at, answered_at, routing, news, helped)
      select 'item-' || i, '${organisationId}', case i % 50 when 7 then 'site-2' else 'site' end, 'customer', case i % 4 when 0 then 'compliment' when 1 then 'idea' when 2 then 'question' else 'complaint' end,
        bench_texts.message || case when i % 100 = 7 then ' zeldzaam' else '' end || case when i % 5000 = 11 then ' kanarie' else '' end, bench_texts.stems,
        case when ${isOld} then case when i % 50 = 1 then 'spam' when i % 40 = 1 then 'in_progress' else 'answered' end when i % 11 = 3 then 'received' else 'routed' end,
        case when i % 3 = 0 then 'csat' end, case when i % 3 = 0 then 1 + i % 5 end, case i % 997 when 0 then 'fr' else 'nl' end, '{}',
        case when i % 11 = 3 then null else 'goal-' || ((i % ${GOALS} * 7919) % ${GOALS}) end, ${time('0')}, ${day('259200')},
        case when ${isOld} and i % 40 <> 1 then ${time('90000 + i % 70000')} end, case when ${isOld} and i % 40 <> 1 then ${time('250000 + i % 90000')} end,
        '{"method":"none","because":[]}', i % 2, case when ${isOld} and i % 5 = 0 then 'yes' end
      from ${numbers} inner join bench_texts on bench_texts.n = (i * 31) % ${TEXTS}`)
    // Else it plans what follows for empty tables.
    if (engine === 'postgres' && (from / step) % 50 === 0) await run('analyze')
  }
  await run('drop table bench_texts')
}
