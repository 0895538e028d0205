import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { listOrigins, setFirstSeen } from './store.ts'

/** Most origins that are remembered; a stranger can name any number. */
const MOST_REMEMBERED = 1_000
/** After so long an origin is looked up again: a site may list it since. */
const LISTED_MS = 60 * 60_000
const UNKNOWN_MS = 30_000

/**
 * Notices that a page of a site loaded the widget, by the origin in its `Referer`: a page asks nothing else before somebody opens the panel. An origin that was noticed
 * is not looked up again.
 */
export function createVisitorWatch({ db, clock, config, log }: Deps) {
  const ours = new URL(config.publicUrl).origin
  /** Until when an origin needs no look. */
  const known = new Map<string, number>()

  async function look(origin: string) {
    const now = clock()
    const listing = (await listOrigins(db)).filter(({ origins }) => origins.includes(origin))
    if (listing.length > 0) known.set(origin, now.getTime() + LISTED_MS)
    for (const { id, organisationId } of listing.filter(({ firstSeenAt }) => firstSeenAt === null))
      await setFirstSeen(db, systemScope(organisationId), id, now.toISOString())
  }

  return (referer: string | undefined): void => {
    if (!referer || !URL.canParse(referer)) return
    const { origin } = new URL(referer)
    const now = clock().getTime()
    if (origin === 'null' || origin === ours || (known.get(origin) ?? 0) > now) return
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(origin, now + UNKNOWN_MS)
    look(origin).catch((error) => log.error({ err: error }, 'first visitor'))
  }
}
