import type { Tenant } from './schema.ts'

/* The tables of the inbox: what is kept beside feedback so that it is found and counted among many. */

export interface SavedViewRow extends Tenant {
  id: string
  /** Who made it; null for an integration. */
  memberId: string | null
  /** Whose team sees it; null when only its maker does. */
  teamId: string | null
  name: string
  /** JSON: FeedbackFilter. */
  filter: string
  sort: string
  createdAt: string
}

/** How many items stand where. */
export interface ItemCountRow extends Tenant {
  status: string
  /** Empty for what no goal owns. */
  goalId: string
  /** 1 where a person must look, 2 where the customer is asked something. */
  marks: number
  n: number
}

/** How many promises that nobody has kept yet wait for a moment. */
export interface DueCountRow extends Tenant {
  due: string
  goalId: string
  /** The day in UTC on which the items came. */
  day: string
  siteId: string
  /** 1 for open, 2 for erased, 4 where the date was missed before it got another. */
  marks: number
  n: number
}

/** The figures of the loop of what came in on a day in UTC, or within a month. */
export interface LoopSumRow extends Tenant {
  /** `*` for all together, empty for what no goal owns, for a site `@` and its id, and for the months of a goal `#` and its id. */
  goalId: string
  /** Of months without the day. */
  day: string
  voices: number
  compliments: number
  complaints: number
  csat: number
  csatSatisfied: number
  nps: number
  npsPromoters: number
  npsDetractors: number
  ces: number
  cesTotal: number
  asked: number
  routed: number
  replied: number
  answered: number
  told: number
  noAddress: number
  reactions: number
  helped: number
  promisesEnded: number
  promisesKept: number
}
