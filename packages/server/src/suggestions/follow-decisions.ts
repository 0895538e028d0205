import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { askRebuild } from '../feedback/learning-store.ts'
import { byOrganisation } from './by-organisation.ts'
import { learnerOf, OVERLAP_MS } from './learner.ts'
import { decidedSince, listLessons } from './learning-store.ts'
import { settleStanding } from './settle-standing.ts'
import { askAgain, findSuggestion, listSharing } from './store.ts'

/** After so many decisions the model is built anew, and at least after this share of what it was built from. */
const FEWEST_NEW = 25
const SHARE_NEW = 0.1
/** What waits and is like an item that was decided about is looked at again, for so many items. */
const MOST_AGAIN = 20

interface Decided {
  feedbackItemId: string
  organisationId: string
  at: string
}

/**
 * Follows what people decide, wherever that was stored, and lets the thread of this process learn it at once. Call it again and again: what was followed before is
 * passed over, and what was committed late is not missed.
 */
export function createFollower() {
  let from: string | null = null
  const followed = new Set<string>()
  return async (deps: Deps): Promise<void> => {
    from ??= back(deps.clock().toISOString())
    const rows = (await decidedSince(deps.db, from)).filter((row) => !followed.has(keyOf(row)))
    for (const [organisationId, some] of byOrganisation(rows)) await follow(deps, systemScope(organisationId), some)
    for (const row of rows) followed.add(keyOf(row))
    const last = rows.at(-1)
    if (!last) return
    from = back(last.at)
    for (const key of followed) if (atOf(key) < from) followed.delete(key)
  }
}

const keyOf = ({ feedbackItemId, at }: Decided) => `${feedbackItemId} ${at}`
const atOf = (key: string) => key.split(' ')[1] ?? ''
const back = (at: string) => new Date(Date.parse(at) - OVERLAP_MS).toISOString()

async function follow({ db, clock }: Deps, scope: Scope, rows: readonly Decided[]) {
  await settleStanding(db, scope)
  const learner = await learnerOf(db, scope)
  if (learner.number === 0) return askRebuild(db, scope, clock().toISOString())
  const lessons = await listLessons(
    db,
    scope,
    rows.map(({ feedbackItemId }) => feedbackItemId),
  )
  // A thread that was started a moment ago was told of these as it loaded.
  const fresh = new Set(rows.filter((row) => !learner.told.has(keyOf(row))).map(({ feedbackItemId }) => feedbackItemId))
  const decided = lessons.filter(({ id }) => fresh.has(id)).map(({ id, text, goalId }) => ({ id, text, goalId }))
  const unknown = decided.length > 0 ? await learner.thread.ask('learn', { organisationId: scope.organisationId, decided }) : 0
  for (const row of rows) learner.told.add(keyOf(row))
  const since = [...learner.told].filter((key) => atOf(key) > learner.builtAt).length
  const isOld = since >= Math.max(FEWEST_NEW, learner.examples * SHARE_NEW)
  if (unknown > 0 || isOld) await askRebuild(db, scope, clock().toISOString())
  const ids = lessons.slice(-MOST_AGAIN).map(({ id }) => id)
  await lookAgainBeside(db, scope, ids)
}

/** What waits to be routed and shares words with these shows at once what was learned from them. */
async function lookAgainBeside(db: Deps['db'], scope: Scope, ids: readonly string[]) {
  const near = new Set<string>()
  for (const id of ids) {
    const made = await findSuggestion(db, scope, id)
    if (!made) continue
    for (const row of await listSharing(db, scope, made.terms, { not: id, waiting: true })) near.add(row.id)
  }
  if (near.size > 0) await db.writeApart([askAgain(db, scope, { ids: [...near] })])
}
