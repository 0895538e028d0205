import type { OutcomeVersion } from '@klankbord/shared/outcome-life'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound } from '../../problem-error.ts'
import { findOutcome } from '../store.ts'
import { listVersions } from '../version-store.ts'

/** How an outcome read at each step, newest first. */
export async function readVersions({ db }: Deps, scope: Scope, id: string): Promise<{ items: OutcomeVersion[]; next: null }> {
  if (!(await findOutcome(db, scope, id))) throw notFound('outcome')
  const rows = await listVersions(db, scope, id)
  const items = rows.map(({ version, step, because, madeBy, madeAt, words }) => ({
    ...{ version, step: step as OutcomeVersion['step'], because, by: madeBy, at: madeAt },
    words: JSON.parse(words) as OutcomeVersion['words'],
  }))
  return { items, next: null }
}
