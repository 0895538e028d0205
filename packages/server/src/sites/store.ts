import type { Question } from '@klankbord/shared/questions'
import { Look, type Site, type SiteTexts } from '@klankbord/shared/sites'
import type { Kind } from '@klankbord/shared/widget'
import type { Selectable } from 'kysely'
import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import { prepared } from '../db/prepared.ts'
import type { SiteRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

/** A site as the server works with it. `organisation` and `timeZone` are those of its organisation. */
export interface KnownSite extends Omit<Site, 'snippet' | 'pinnedSnippet' | 'version'> {
  organisationId: string
  organisation: string
}

type Row = Selectable<SiteRow> & { organisation: string }

/** What a look that was stored before it could say so has. */
const plainLook = Look.parse({})

/** The last that was read of each site, since reading it out of JSON costs more than fetching it and it hardly ever changes. */
const read = new Map<string, { row: Row; site: KnownSite }>()
const MOST_READ = 1_000

function known(row: Row): KnownSite {
  const last = read.get(row.id)
  if (last && (Object.keys(row) as (keyof Row)[]).every((column) => row[column] === last.row[column])) return last.site
  const site = presentRow(row)
  if (read.size >= MOST_READ) read.clear()
  read.set(row.id, { row, site })
  return site
}

const presentRow = ({ origins, kinds, look, rating, questions, texts, identifiesAt, ...row }: Row): KnownSite => ({
  ...row,
  origins: JSON.parse(origins) as string[],
  kinds: JSON.parse(kinds) as Kind[],
  look: { ...plainLook, ...(JSON.parse(look) as Partial<Look>) },
  questions: JSON.parse(questions) as Question[],
  texts: JSON.parse(texts) as SiteTexts,
  identifies: identifiesAt !== null,
  rating: rating as Site['rating'],
})

const sites = (db: Db) =>
  db.everywhere
    .selectFrom('sites')
    .innerJoin('organisations', 'organisations.id', 'sites.organisationId')
    .selectAll('sites')
    .select('organisations.name as organisation')

const byKey = prepared((db, { key }: { key: string }) => sites(db).where('sites.key', '=', key))

/** The site of a public key, whatever its organisation; undefined when there is none. */
export async function findSiteByKey(db: Db, key: string): Promise<KnownSite | undefined> {
  const [row] = await byKey(db, { key })
  return row && known(row)
}

const byId = prepared((db, { organisationId, id }: { organisationId: string; id: string }) =>
  sites(db).where('sites.organisationId', '=', organisationId).where('sites.id', '=', id),
)

export async function findSite(db: Db, { organisationId }: Scope, id: string): Promise<KnownSite | undefined> {
  const [row] = await byId(db, { organisationId, id })
  return row && known(row)
}

/** Whether the organisation has no site beside it, so that all of its feedback came in there. */
export async function isOnlySite(db: Db, scope: Scope, id: string): Promise<boolean> {
  return (await db.within(scope).selectFrom('sites').select('id').where('id', '!=', id).limit(1).execute()).length === 0
}

export async function listSites(db: Db, scope: Scope): Promise<KnownSite[]> {
  const rows = await sites(db).where('sites.organisationId', '=', scope.organisationId).orderBy('sites.createdAt').execute()
  return rows.map(known)
}

export type NewSite = Pick<KnownSite, 'key' | 'name' | 'origins' | 'kinds' | 'questions' | 'rating' | 'look' | 'texts' | 'locale'>

const asJson = ['origins', 'kinds', 'questions', 'look', 'texts'] as const
type JsonColumns = Record<(typeof asJson)[number], string>

/** The site as its row has it: what is no text is JSON. */
function columns<Part extends Partial<NewSite>>(site: Part): Omit<Part, keyof JsonColumns> & Pick<JsonColumns, keyof Part & keyof JsonColumns> {
  const json = asJson.filter((column) => site[column] !== undefined).map((column) => [column, JSON.stringify(site[column])])
  return { ...site, ...Object.fromEntries(json) }
}

export async function insertSite(db: Db, scope: Scope, site: NewSite, createdAt: string): Promise<string> {
  const id = newId()
  await db
    .within(scope)
    .insertInto('sites', { ...columns(site), id, firstSeenAt: null, createdAt })
    .execute()
  return id
}

export const updateSite = (db: Db, scope: Scope, id: string, change: Partial<NewSite>) =>
  db.within(scope).updateTable('sites').set(columns(change)).where('id', '=', id).execute()

/** Notes the first visitor; the time of the first stays. */
export const setFirstSeen = (db: Db, scope: Scope, id: string, at: string) =>
  db.within(scope).updateTable('sites').set({ firstSeenAt: at }).where('id', '=', id).where('firstSeenAt', 'is', null).execute()

/** Where sites of every organisation may be seen, and whether they were. */
export async function listOrigins({ everywhere }: Db) {
  const rows = await everywhere.selectFrom('sites').select(['id', 'organisationId', 'origins', 'firstSeenAt']).execute()
  return rows.map(({ origins, ...row }) => ({ ...row, origins: JSON.parse(origins) as string[] }))
}
