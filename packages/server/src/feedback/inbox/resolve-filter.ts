import type { FeedbackFilter } from '@klankbord/shared/finding'
import { parseSearch, type Search, type SearchState } from '@klankbord/shared/search'
import type { Status } from '@klankbord/shared/widget'
import type { Db } from '../../db/db.ts'
import type { TextQuery } from '../../db/feedback-search.ts'
import type { Scope } from '../../db/scope.ts'
import { wordsOf } from '../../db/stems.ts'
import { beginning, later } from '../../measures/computed/periods.ts'
import { readOrganisation } from '../../members/store.ts'
import { goalsNamed, goalsOfMember, goalsOfTeam, goalsOfTeamsNamed, sitesNamed } from './names-store.ts'
import type { Sought } from './sought.ts'
import { OPEN } from './store.ts'

/** How far ahead "due soon" looks. */
const SOON_MS = 2 * 24 * 60 * 60 * 1000

export const soonAfter = (now: Date) => new Date(now.getTime() + SOON_MS).toISOString()

/** Reads a filter and the search in it; null when nothing can be found by it. */
export async function resolveFilter(db: Db, scope: Scope, filter: FeedbackFilter, now: Date): Promise<Sought | null> {
  const search = filter.q?.trim() ? parseSearch(filter.q) : null
  if (search && saysNothing(search)) return null
  const isState = (state: SearchState) => search?.is.includes(state) ?? false
  const statuses = statusesOf(filter, search)
  const goalIds = meet(await goalsAsked(db, scope, filter), await goalsSearched(db, scope, search))
  const siteIds = meet(
    filter.siteId === undefined ? null : [filter.siteId],
    search?.site === undefined ? null : await sitesNamed(db, scope, search.site),
  )
  if (statuses?.length === 0 || goalIds?.length === 0 || siteIds?.length === 0) return null
  if (search?.kind && filter.kind && search.kind !== filter.kind) return null
  const { name, value } = attributeOf(filter)
  return {
    statuses,
    goalIds,
    siteIds,
    kind: filter.kind ?? search?.kind ?? null,
    initiativeId: filter.initiativeId ?? null,
    customerId: filter.customerId ?? null,
    locale: filter.locale ?? search?.lang ?? null,
    rating: filter.rating ?? null,
    due: dueOf(filter.due === 'overdue' || isState('overdue'), filter.due === 'soon' || isState('due'), now),
    email: filter.email === undefined ? (search?.has.includes('email') ? true : null) : filter.email === 'yes',
    hasPicture: search?.has.includes('picture') ?? false,
    attribute: name === '' ? null : { name, value },
    ...(await daysOf(db, scope, filter)),
    isFlagged: filter.flagged === 'yes' || isState('flagged'),
    isAsked: filter.asked === 'yes' || isState('asked'),
    loop: filter.loop ?? null,
    text: search && textOf(search),
  }
}

const saysNothing = ({ words, phrases, without, is, has, ...rest }: Search) =>
  words.length + phrases.length + without.length + is.length + has.length === 0 && Object.keys(rest).length === 0

/** What both say; null says nothing. */
const meet = <One>(a: readonly One[] | null, b: readonly One[] | null): One[] | null => {
  if (a === null || b === null) return (a ?? b) && [...(a ?? b ?? [])]
  return a.filter((one) => b.includes(one))
}

function statusesOf(filter: FeedbackFilter, search: Search | null): Status[] | null {
  const waiting = filter.due !== undefined || filter.flagged === 'yes' || search?.is.some((state) => ['overdue', 'due', 'flagged'].includes(state))
  const said: (Status[] | null)[] = [
    filter.status ? (filter.status.split(',') as Status[]) : null,
    search?.status ? [search.status] : null,
    search?.is.includes('reopened') ? ['reopened'] : null,
    search?.is.includes('answered') ? ['answered'] : null,
    waiting ? OPEN : null,
  ]
  const all = said.reduce(meet, null)
  return all && [...new Set(all)]
}

async function goalsAsked(db: Db, scope: Scope, { goalId, teamId }: FeedbackFilter): Promise<string[] | null> {
  const own = goalId === undefined ? null : [goalId === 'none' ? '' : goalId]
  if (teamId === undefined) return own
  const memberId = scope.who.kind === 'member' ? scope.who.id : ''
  return meet(own, teamId === 'mine' ? await goalsOfMember(db, scope, memberId) : await goalsOfTeam(db, scope, teamId))
}

async function goalsSearched(db: Db, scope: Scope, search: Search | null): Promise<string[] | null> {
  return meet(
    search?.team === undefined ? null : await goalsOfTeamsNamed(db, scope, search.team),
    search?.goal === undefined ? null : await goalsNamed(db, scope, search.goal),
  )
}

function attributeOf({ attribute = '' }: FeedbackFilter) {
  const colon = attribute.indexOf(':')
  return { name: attribute.slice(0, Math.max(0, colon)).trim(), value: attribute.slice(colon + 1).trim() }
}

function dueOf(isOverdue: boolean, isSoon: boolean, now: Date): Sought['due'] {
  if (!isOverdue && !isSoon) return null
  return { from: isOverdue ? '' : now.toISOString(), to: isSoon ? soonAfter(now) : now.toISOString() }
}

async function daysOf(db: Db, scope: Scope, { from, to }: FeedbackFilter) {
  if (from === undefined && to === undefined) return { from: '', to: '' }
  const { timeZone } = await readOrganisation(db, scope)
  return { from: from === undefined ? '' : beginning(from, timeZone), to: to === undefined ? '' : beginning(later(to, 'day'), timeZone) }
}

function textOf({ words, phrases, without }: Search): TextQuery | null {
  const text = {
    words: words.flatMap(wordsOf),
    isOpen: words.length > 0,
    phrases: phrases.map(wordsOf).filter(({ length }) => length > 0),
    without: without.map(wordsOf).filter(({ length }) => length > 0),
  }
  return text.words.length + text.phrases.length + text.without.length > 0 ? text : null
}
