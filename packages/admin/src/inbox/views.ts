import type { FeedbackQuery, InboxCounts } from '@klankbord/shared/feedback'

export const viewNames = ['to-route', 'mine', 'due-soon', 'overdue', 'waiting', 'reopened', 'flagged', 'answered', 'spam'] as const
export type ViewName = (typeof viewNames)[number]

const OPEN = 'received,routed,in_progress,reopened'

const queries: Record<ViewName, Partial<FeedbackQuery>> = {
  'to-route': { goalId: 'none', status: 'received,reopened' },
  mine: { teamId: 'mine', status: OPEN, sort: 'due' },
  'due-soon': { due: 'soon', sort: 'due' },
  overdue: { due: 'overdue', sort: 'due' },
  waiting: { status: 'routed,in_progress', sort: 'due' },
  reopened: { status: 'reopened' },
  flagged: { flagged: 'yes' },
  answered: { status: 'answered' },
  spam: { status: 'spam' },
}

export const isView = (name: string | undefined): name is ViewName => viewNames.includes(name as ViewName)

/** What to ask the server for in this view. */
export const queryOfView = (view: ViewName): Partial<FeedbackQuery> => queries[view]

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
    case 'flagged':
      return counts.flagged
    default:
      return null
  }
}

interface InboxAddress {
  view: ViewName
  id?: string | undefined
  q?: string | undefined
  goal?: string | undefined
}

/** The address of an inbox page: view and item in the path, search and goal in the query. */
export function inboxAddress({ view, id, q, goal }: InboxAddress): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (goal) query.set('goal', goal)
  const text = query.toString()
  return `/admin/inbox/${view}${id ? `/${id}` : ''}${text ? `?${text}` : ''}`
}
