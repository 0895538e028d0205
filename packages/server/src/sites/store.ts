import type { Look, Site } from '@klankbord/shared/sites'
import type { Kind } from '@klankbord/shared/widget'
import type { Selectable } from 'kysely'
import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import { prepared } from '../db/prepared.ts'
import type { SiteRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

/** A site as the server works with it. `organisation` and `timeZone` are those of its organisation. */
export interface KnownSite extends Omit<Site, 'snippet'> {
  organisationId: string
  organisation: string
}

type Row = Selectable<SiteRow> & { organisation: string }

const known = ({ origins, kinds, look, rating, ...row }: Row): KnownSite => ({
  ...row,
  origins: JSON.parse(origins) as string[],
  kinds: JSON.parse(kinds) as Kind[],
  look: JSON.parse(look) as Look,
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

export async function findSite(db: Db, scope: Scope, id: string): Promise<KnownSite | undefined> {
  const row = await sites(db).where('sites.organisationId', '=', scope.organisationId).where('sites.id', '=', id).executeTakeFirst()
  return row && known(row)
}

export async function listSites(db: Db, scope: Scope): Promise<KnownSite[]> {
  const rows = await sites(db).where('sites.organisationId', '=', scope.organisationId).orderBy('sites.createdAt').execute()
  return rows.map(known)
}

export type NewSite = Pick<KnownSite, 'key' | 'name' | 'origins' | 'kinds' | 'rating' | 'look' | 'locale'>

const columns = ({ origins, kinds, look, ...site }: Partial<NewSite>) => ({
  ...site,
  ...(origins && { origins: JSON.stringify(origins) }),
  ...(kinds && { kinds: JSON.stringify(kinds) }),
  ...(look && { look: JSON.stringify(look) }),
})

export async function insertSite(db: Db, scope: Scope, { origins, kinds, look, ...site }: NewSite, createdAt: string): Promise<string> {
  const id = newId()
  const row = {
    ...site,
    id,
    origins: JSON.stringify(origins),
    kinds: JSON.stringify(kinds),
    look: JSON.stringify(look),
    firstSeenAt: null,
    createdAt,
  }
  await db.within(scope).insertInto('sites', row).execute()
  return id
}

export const updateSite = (db: Db, scope: Scope, id: string, change: Partial<NewSite>) =>
  db.within(scope).updateTable('sites').set(columns(change)).where('id', '=', id).execute()

/** Notes the first visitor; the time of the first stays. */
export const setFirstSeen = (db: Db, scope: Scope, id: string, at: string) =>
  db.within(scope).updateTable('sites').set({ firstSeenAt: at }).where('id', '=', id).where('firstSeenAt', 'is', null).execute()
