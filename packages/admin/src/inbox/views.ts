import { type FeedbackFilter, type FeedbackQuery, type FeedbackSort, feedbackSorts, type InboxCounts } from '@klankbord/shared/finding'

export const viewNames = ['to-route', 'mine', 'due-soon', 'overdue', 'waiting', 'reopened', 'asked', 'flagged', 'answered', 'spam', 'all'] as const
export type ViewName = (typeof viewNames)[number]

const OPEN = 'received,routed,in_progress,reopened'

const queries: Record<ViewName, Partial<FeedbackQuery>> = {
  'to-route': { goalId: 'none', status: 'received,reopened' },
  mine: { teamId: 'mine', status: OPEN, sort: 'due' },
  'due-soon': { due: 'soon', sort: 'due' },
  overdue: { due: 'overdue', sort: 'due' },
  waiting: { status: 'routed,in_progress', sort: 'due' },
  reopened: { status: 'reopened' },
  asked: { asked: 'yes' },
  flagged: { flagged: 'yes' },
  answered: { status: 'answered' },
  spam: { status: 'spam' },
  all: {},
}

export const isView = (name: string | undefined): name is ViewName => viewNames.includes(name as ViewName)

/** What to ask the server for in this view. */
export const queryOfView = (view: ViewName): Partial<FeedbackQuery> => queries[view]

/** What a view stands for: another value there would make it another view. */
export const fixedIn = (view: ViewName): string[] => Object.keys(queries[view])

/** How many wait there; null for views that nobody needs to empty. */
export function countOf(view: ViewName, counts: InboxCounts): number | null {
  switch (view) {
    case 'to-route':
      return counts.toRoute
    case 'mine':
      return counts.mine
    case 'due-soon':
      return counts.dueSoon
    case 'overdue':
      return counts.overdue
    case 'waiting':
      return counts.waiting
    case 'reopened':
      return counts.reopened
    case 'asked':
      return counts.asked
    case 'flagged':
      return counts.flagged
    default:
      return null
  }
}

/** All that a list can be narrowed down by, in the order in which the menu names it. `q` is typed instead. */
export const filterNames = [
  'status',
  'kind',
  'teamId',
  'goalId',
  'siteId',
  'locale',
  'rating',
  'due',
  'email',
  'flagged',
  'asked',
  'loop',
  'attribute',
  'from',
  'to',
  'initiativeId',
  'customerId',
] as const
export type FilterName = (typeof filterNames)[number]

/** Which list is meant. The address of the page holds all of it, so that it can be sent to a colleague. */
export interface Finding {
  view: ViewName
  filter: FeedbackFilter
  /** Left out where it is the one that the view has by itself. */
  sort?: FeedbackSort | undefined
  /** The saved view that one came from. */
  saved?: string | undefined
}

interface InboxAddress extends Partial<Finding> {
  view: ViewName
  id?: string | undefined
}

const isSort = (value: string | undefined): value is FeedbackSort => (feedbackSorts as readonly (string | undefined)[]).includes(value)

/** The address of an inbox page: view and item in the path, all else in the query. */
export function inboxAddress({ view, id, filter = {}, sort, saved }: InboxAddress): string {
  const query = new URLSearchParams()
  if (filter.q) query.set('q', filter.q)
  for (const name of filterNames) if (filter[name]) query.set(name, filter[name])
  if (sort) query.set('sort', sort)
  if (saved) query.set('saved', saved)
  const text = query.toString()
  return `/admin/inbox/${view}${id ? `/${id}` : ''}${text ? `?${text}` : ''}`
}

/** What an address asks for. A value that nobody could have chosen is the server's to refuse, and is shown as it is. */
export function findingIn(view: ViewName, query: Record<string, string | undefined>): Finding {
  const filter: Record<string, string> = {}
  for (const name of ['q', ...filterNames]) {
    const value = query[name]
    if (value) filter[name] = value
  }
  return { view, filter: filter as FeedbackFilter, sort: isSort(query.sort) ? query.sort : undefined, saved: query.saved || undefined }
}

/** What to ask the server for. */
export const queryOfFinding = ({ view, filter, sort }: Finding): Partial<FeedbackQuery> => ({
  ...queryOfView(view),
  ...filter,
  ...(sort ? { sort } : {}),
})

/** The filter alone, for acts on all that it finds and for a view that is saved. */
export function wholeFilter(finding: Finding): FeedbackFilter {
  const { sort: _, cursor: __, limit: ___, ...filter } = queryOfFinding(finding)
  return filter
}

export const sortOf = (finding: Finding): FeedbackSort => queryOfFinding(finding).sort ?? 'new'

/** The filters that are set, without those that the view has by itself. */
export const setFilters = ({ filter }: Finding): FilterName[] => filterNames.filter((name) => filter[name])

/** The filters that mean something in a view. */
export const offeredFilters = (view: ViewName): FilterName[] =>
  filterNames.filter((name) => !['initiativeId', 'customerId', 'to'].includes(name) && !fixedIn(view).includes(name))

/** The same list with one filter changed; an empty value takes it out. Whoever changes a saved view still stands in it. */
export function withFilter(finding: Finding, changes: Partial<Record<FilterName | 'q', string | undefined>>): Finding {
  const filter = Object.fromEntries(Object.entries({ ...finding.filter, ...changes }).filter(([, value]) => value))
  return { ...finding, filter: filter as FeedbackFilter }
}

/** Where an outcome for these items is written. */
export function newOutcomeAddress(items: readonly string[], goal: string | undefined): string {
  return `/admin/outcomes/new?${new URLSearchParams({ items: items.join(','), ...(goal ? { goal } : {}) })}`
}
