import type { Page, PageQuery } from '@klankbord/shared/page'
import type { RulesVersion } from '@klankbord/shared/routing'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound } from '../problem-error.ts'
import { keepVersion } from './keep-version.ts'
import { replaceRules } from './store.ts'
import { findVersion, type KeptVersion, listVersions, newestVersion, titlesOfGoals } from './version-store.ts'

const withTitles = (version: KeptVersion, titles: Map<string, string>): RulesVersion => ({
  ...version,
  rules: version.rules.map((rule) => ({ ...rule, goal: titles.get(rule.goalId) ?? '' })),
})

export async function listRulesVersions({ db }: Deps, scope: Scope, { limit, cursor }: PageQuery): Promise<Page<RulesVersion>> {
  const versions = await listVersions(db, scope, { limit, before: cursor === undefined ? null : numberIn(cursor) })
  const titles = await titlesOfGoals(db, scope)
  return pageFrom(
    versions,
    limit,
    ({ number }) => [String(number)],
    (version) => withTitles(version, titles),
  )
}

function numberIn(cursor: string): number {
  const number = Number(readCursor(cursor, 1)[0])
  if (!Number.isSafeInteger(number) || number < 1) throw badField('cursor', 'This is not a cursor of this list; take it from `next`, or leave it out')
  return number
}

/** Takes up the rules as they were in an earlier version, as a new one; the newest stays what it is. Rules whose goal is gone come back without it. */
export function restoreRules({ db, clock }: Deps, scope: Scope, { number }: { number: number }): Promise<RulesVersion> {
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const version = await findVersion(db, scope, number)
    if (!version) throw notFound('version of the rules')
    if (number === (await newestVersion(db, scope))) return withTitles(version, await titlesOfGoals(db, scope))
    await replaceRules(db, scope, version.rules)
    const now = clock()
    await record(db, scope, [{ type: 'rules.restored', detail: { from: number } }], now)
    return keepVersion(db, scope, { kind: 'restored', ruleId: null, from: number }, now)
  })
}
