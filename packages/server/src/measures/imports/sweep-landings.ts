import type { Db } from '../../db/db.ts'
import { systemScope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { discard, land } from './land.ts'
import { listLeft } from './landing-store.ts'

const LOOK_EVERY_MS = 60_000
/** What is seen is written within so long, unless the process that did it is gone. */
const LANDS_WITHIN_MS = 2 * 60_000
/** No import takes so long to be read and written where nobody sees it. */
const STAGED_WITHIN_MS = 60 * 60_000

const lookedAt = new WeakMap<Db, number>()

/** Finishes what a killed process left of imports: what is seen is written to its measures, what nobody saw is thrown away. */
export async function sweepLandings({ db, clock, log }: Deps): Promise<void> {
  const now = clock().getTime()
  if (Math.abs(now - (lookedAt.get(db) ?? 0)) < LOOK_EVERY_MS) return
  lookedAt.set(db, now)
  for (const { organisationId, shownAt, begunAt, ...landing } of await listLeft(db, new Date(now - LANDS_WITHIN_MS).toISOString())) {
    const scope = systemScope(organisationId)
    if (shownAt !== null) await land(db, scope, landing)
    else if (Date.parse(begunAt) < now - STAGED_WITHIN_MS) await discard(db, scope, landing)
    else continue
    log.info({ organisationId, importId: landing.importId }, 'left of an import, finished')
  }
}
