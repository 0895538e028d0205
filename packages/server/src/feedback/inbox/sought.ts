import type { LoopStanding, RatingBand } from '@klankbord/shared/finding'
import type { Kind, Status } from '@klankbord/shared/widget'
import type { TextQuery } from '../../db/feedback-search.ts'

/** What is looked for, with every name and day read: all that is said must hold. */
export interface Sought {
  /** Null is everything but spam. */
  statuses: Status[] | null
  /** Items of these goals; null is of any goal or none. An empty id is for those that no goal owns. */
  goalIds: string[] | null
  siteIds: string[] | null
  kind: Kind | null
  initiativeId: string | null
  customerId: string | null
  locale: string | null
  rating: RatingBand | 'any' | 'none' | null
  /** Promises that wait and pass from a time on, before another. */
  due: { from: string; to: string } | null
  email: boolean | null
  hasPicture: boolean
  attribute: { name: string; value: string } | null
  /** From a time on, before another; empty where there is no end to it. */
  from: string
  to: string
  isFlagged: boolean
  isAsked: boolean
  loop: LoopStanding | null
  text: TextQuery | null
}
