import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { createSite } from './site.ts'
import { listSites } from './store.ts'

/** The public key of an organisation's first site, which is made with the organisation, so that there is a snippet to paste from the first minute. */
export async function foundSite(deps: Deps, organisationId: string): Promise<string> {
  const scope = systemScope(organisationId)
  const [first] = await listSites(deps.db, scope)
  if (first) return first.key
  const site = await createSite(deps, scope, { name: 'Website', origins: deps.config.siteOrigins })
  return site.key
}
