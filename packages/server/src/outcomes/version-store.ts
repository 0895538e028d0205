import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

export type Step = 'review' | 'published' | 'corrected' | 'withdrawn'

interface Kept {
  id: string
  step: Step
  because?: string | undefined
  at: string
}

/** Keeps how an outcome reads now. The outcome itself is held by whoever calls, so that no two versions get one number. */
export async function keepVersion(db: Db, scope: Scope, { id, step, because, at }: Kept) {
  const row = await db
    .within(scope)
    .selectFrom('outcomes')
    .select(['kind', 'title', 'did', 'better', 'next', 'nothingMoreAt', 'locale', 'translations', 'pictures'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { version } = await db
    .within(scope)
    .selectFrom('outcomeVersions')
    .select(sql<number>`cast(coalesce(max(version), 0) + 1 as integer)`.as('version'))
    .where('outcomeId', '=', id)
    .executeTakeFirstOrThrow()
  const { nothingMoreAt, translations, pictures, ...words } = row
  await db
    .within(scope)
    .insertInto('outcomeVersions', {
      outcomeId: id,
      version,
      step,
      words: JSON.stringify({
        ...words,
        nothingMore: nothingMoreAt !== null,
        translations: JSON.parse(translations),
        pictures: JSON.parse(pictures),
      }),
      because: because ?? null,
      madeBy: 'name' in scope.who ? scope.who.name : null,
      madeAt: at,
    })
    .execute()
  return version
}

/** How an outcome read at each step, newest first. */
export const listVersions = (db: Db, scope: Scope, outcomeId: string) =>
  db.within(scope).selectFrom('outcomeVersions').selectAll().where('outcomeId', '=', outcomeId).orderBy('version', 'desc').execute()
