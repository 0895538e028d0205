import { COUNT_MOST, type FoundCount } from '@klankbord/shared/bulk-acts'
import type { FeedbackFilter } from '@klankbord/shared/finding'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { countFeedback } from '../feedback/inbox/count-feedback.ts'
import { findFeedback } from '../feedback/inbox/find-feedback.ts'
import { resolveFilter } from '../feedback/inbox/resolve-filter.ts'

/** So many are looked up at a time. */
const PAGE = 500
/** Somebody waits for a count. */
const COUNT_MS = 400

interface Bounds {
  /** Only what had come in before this moment. */
  before?: string | undefined
  /** Stops after so many, or after so long. */
  most?: number
  ms?: number
}

/** All that a filter finds, a page after the other, so that nobody waits for all of it. What comes in meanwhile is newer than all of them, and not among them. */
export async function findAll(
  { db, clock }: Deps,
  scope: Scope,
  filter: FeedbackFilter,
  { before, most = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY }: Bounds,
): Promise<{ ids: string[]; isMore: boolean }> {
  const sought = await resolveFilter(db, scope, filter, clock())
  if (!sought) return { ids: [], isMore: false }
  const bounded = before !== undefined && (sought.to === '' || before < sought.to) ? { ...sought, to: before } : sought
  const found = new Set<string>()
  const began = performance.now()
  let after: Parameters<typeof findFeedback>[2]['after'] = null
  do {
    const { ids, next } = await findFeedback(db, scope, { sought: bounded, sort: 'new', after, limit: PAGE })
    for (const id of ids) found.add(id)
    after = next
  } while (after && found.size <= most && performance.now() - began < ms)
  return { ids: [...found], isMore: after !== null }
}

/** How many items a filter finds of those that are here now: counted, and told by the tallies where they are too many to count. */
export async function countFound(deps: Deps, scope: Scope, filter: FeedbackFilter): Promise<FoundCount> {
  const at = new Date(deps.clock().getTime() + 1).toISOString()
  const { ids, isMore } = await findAll(deps, scope, filter, { before: at, most: COUNT_MOST, ms: COUNT_MS })
  if (!isMore && ids.length <= COUNT_MOST) return { count: ids.length, isMore: false, at }
  const tallied = await countFeedback(deps, scope, filter)
  if (tallied !== null) return { count: tallied, isMore: false, at }
  return { count: Math.min(ids.length, COUNT_MOST), isMore: true, at }
}
