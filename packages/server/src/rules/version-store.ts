import type { RulesVersion } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import type { RoutingVersionRow } from '../db/rule-rows.ts'
import type { Scope } from '../db/scope.ts'
import type { KeptRule } from './store.ts'

/** A version as it is kept: the titles of its goals are looked up when it is read. */
export interface KeptVersion extends Omit<RulesVersion, 'rules'> {
  rules: KeptRule[]
}

const present = ({ number, madeAt, madeBy, change, rules }: RoutingVersionRow): KeptVersion => ({
  number,
  at: madeAt,
  by: madeBy,
  change: JSON.parse(change) as KeptVersion['change'],
  rules: JSON.parse(rules) as KeptRule[],
})

/** Newest first, before a number, one more than `limit` to tell that there are more. */
export async function listVersions(db: Db, scope: Scope, { limit, before }: { limit: number; before: number | null }): Promise<KeptVersion[]> {
  const all = db
    .within(scope)
    .selectFrom('routingVersions')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit + 1)
  const rows = await (before === null ? all : all.where('number', '<', before)).execute()
  return rows.map(present)
}

export async function findVersion(db: Db, scope: Scope, number: number): Promise<KeptVersion | undefined> {
  const row = await db.within(scope).selectFrom('routingVersions').selectAll().where('number', '=', number).executeTakeFirst()
  return row && present(row)
}

/** The number of the newest version; 0 when there is none. */
export async function newestVersion(db: Db, scope: Scope): Promise<number> {
  const row = await db
    .within(scope)
    .selectFrom('routingVersions')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? 0
}

export async function insertVersion(db: Db, scope: Scope, { number, at, by, change, rules }: KeptVersion) {
  const kept = { number, madeAt: at, madeBy: by, change: JSON.stringify(change), rules: JSON.stringify(rules) }
  await db.within(scope).insertInto('routingVersions', kept).execute()
}

export async function deleteVersionsUntil(db: Db, scope: Scope, number: number) {
  await db.within(scope).deleteFrom('routingVersions').where('number', '<=', number).execute()
}

export async function titlesOfGoals(db: Db, scope: Scope): Promise<Map<string, string>> {
  const rows = await db.within(scope).selectFrom('goals').select(['id', 'title']).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
