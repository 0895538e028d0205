import type { PublicPageSettings } from '@klankbord/shared/public-page'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { listSites } from '../sites/store.ts'
import { readPublisher, setFoundAt } from './public-store.ts'

export async function readPublicSettings({ db, config }: Deps, scope: Scope): Promise<PublicPageSettings> {
  const { foundAt } = await readPublisher(db, scope)
  const [site] = await listSites(db, scope)
  return { url: `${config.publicUrl}/outcomes${site ? `?site=${encodeURIComponent(site.key)}` : ''}`, found: foundAt !== null }
}

/** Lets search engines find the page with outcomes, or no longer. */
export async function letFind(deps: Deps, scope: Scope, { found }: { found: boolean }): Promise<PublicPageSettings> {
  const now = deps.clock()
  await transact(deps.db, async (db) => {
    const { foundAt } = await readPublisher(db, scope)
    if ((foundAt !== null) === found) return
    await setFoundAt(db, scope, found ? now.toISOString() : null)
    await record(db, scope, [{ type: found ? 'public-page.found' : 'public-page.hidden', detail: {} }], now)
  })
  return readPublicSettings(deps, scope)
}
