import { transact } from '../db/db.ts'
import { systemScope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { createSite } from './site.ts'
import { listSites } from './store.ts'

/** The public key of an organisation's first site, which is made with the organisation, so that there is a snippet to paste from the first minute. */
export async function foundSite(deps: Deps, organisationId: string): Promise<string> {
  const scope = systemScope(organisationId)
  return transact(deps.db, async (db) => {
    // Processes that start at once would each find none and make one.
    await takeTurn(db, scope)
    const [first] = await listSites(db, scope)
    if (first) return first.key
    const site = await createSite({ ...deps, db }, scope, { name: 'Website', origins: deps.config.siteOrigins })
    return site.key
  })
}
