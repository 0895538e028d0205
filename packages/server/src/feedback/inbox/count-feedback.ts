import type { FeedbackFilter, InboxCounts } from '@klankbord/shared/finding'
import type { Scope } from '../../db/scope.ts'
import { ASKED, FLAGGED } from '../../db/tallies.ts'
import type { Deps } from '../../deps.ts'
import { countPromises, countStanding, countViews } from './counts-store.ts'
import { goalsOfMember } from './names-store.ts'
import { resolveFilter, soonAfter } from './resolve-filter.ts'
import type { Sought } from './sought.ts'
import { OPEN } from './store.ts'

/** How many items wait in each view of the inbox. */
export async function countInbox({ db, clock }: Deps, scope: Scope): Promise<InboxCounts> {
  const now = clock()
  const counting = goalsOfMember(db, scope, scope.who.kind === 'member' ? scope.who.id : '').then((mine) => countViews(db, scope, mine))
  const [views, promises] = await Promise.all([counting, countPromises(db, scope, { now: now.toISOString(), soon: soonAfter(now) })])
  return { ...views, ...promises }
}

/** How many items a filter finds, where the tallies tell; null where each would have to be looked at. */
export async function countFeedback({ db, clock }: Deps, scope: Scope, filter: FeedbackFilter): Promise<number | null> {
  const now = clock()
  const sought = await resolveFilter(db, scope, filter, now)
  if (!sought) return 0
  if (!isTallied(sought)) return null
  const { statuses, goalIds, due } = sought
  if (!due) return countStanding(db, scope, statuses, goalIds, (sought.isFlagged ? FLAGGED : 0) + (sought.isAsked ? ASKED : 0))
  if (statuses?.length !== OPEN.length || sought.isFlagged || sought.isAsked) return null
  const { overdue, dueSoon } = await countPromises(db, scope, { now: now.toISOString(), soon: soonAfter(now) }, goalIds)
  return (due.from === '' ? overdue : 0) + (due.to > now.toISOString() ? dueSoon : 0)
}

/** What the tallies are not kept by must not be asked. */
const isTallied = ({ siteIds, kind, initiativeId, customerId, locale, rating, email, hasPicture, attribute, from, to, loop, text }: Sought) =>
  [siteIds, kind, initiativeId, customerId, locale, rating, email, attribute, loop, text].every((asked) => asked === null) &&
  !hasPicture &&
  from === '' &&
  to === ''
