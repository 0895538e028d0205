import * as z from 'zod'
import { Day, Id, Locale, line } from './fields.ts'
import { PageQuery } from './page.ts'
import { kinds, statuses } from './widget.ts'

/** One status, or several with commas. */
const StatusFilter = z
  .string()
  .max(200)
  .refine((value) => value === '' || value.split(',').every((one) => (statuses as readonly string[]).includes(one)), {
    error: `Use ${statuses.join(', ')}, several with commas`,
  })

/** How good a rating is: low is CSAT 1 to 2, NPS 0 to 6, CES 1 to 3; high is CSAT 4 to 5, NPS 9 to 10, CES 5 to 7. */
export const ratingBands = ['low', 'middle', 'high'] as const
export type RatingBand = (typeof ratingBands)[number]

/** Where an item stands in the loop, as the numbers of the loop count it. */
export const loopStandings = ['routed', 'replied', 'answered', 'told', 'untold', 'no_address', 'reacted', 'helped', 'kept', 'missed'] as const
export type LoopStanding = (typeof loopStandings)[number]

/** Which feedback is meant; all that is said must hold. Without a status everything but spam. */
export const FeedbackFilter = z.object({
  status: StatusFilter.optional(),
  kind: z.enum(kinds).optional(),
  /** `none` for items that no goal owns. */
  goalId: Id.optional(),
  initiativeId: Id.optional(),
  /** `mine` for the goals of all teams that the asking member belongs to. */
  teamId: Id.optional(),
  siteId: Id.optional(),
  customerId: Id.optional(),
  /** `nl` finds `nl-BE` too. */
  locale: Locale.optional(),
  rating: z.enum([...ratingBands, 'any', 'none']).optional(),
  /** A promise that has passed, or that passes within two days. */
  due: z.enum(['overdue', 'soon']).optional(),
  /** Whether the customer left an address. */
  email: z.enum(['yes', 'no']).optional(),
  /** `name:value`, as the site sent it. */
  attribute: line(3, 265)
    .regex(/^[^:]+:/, 'Write name:value')
    .optional(),
  /** Days on the organisation's clocks, both included. */
  from: Day.optional(),
  to: Day.optional(),
  /** Only what a person must look at, and nobody has yet. */
  flagged: z.literal('yes').optional(),
  /** Only where the customer was asked something and has not answered yet. */
  asked: z.literal('yes').optional(),
  loop: z.enum(loopStandings).optional(),
  /** Words and more, see `parseSearch`. */
  q: line(0, 200).optional(),
})
export type FeedbackFilter = z.infer<typeof FeedbackFilter>

/** Newest first; what is due soonest first; worst rating first; what most others say too first. What has no such figure comes last, newest first. */
export const feedbackSorts = ['new', 'due', 'rating', 'similar'] as const
export type FeedbackSort = (typeof feedbackSorts)[number]

/**
 * A page of the inbox. A page may be shorter than `limit`, or empty, and still have a `next`: what is asked for is then so rare that it is looked for a
 * part at a time.
 */
export const FeedbackQuery = PageQuery.extend(FeedbackFilter.shape).extend({ sort: z.enum(feedbackSorts).default('new') })
export type FeedbackQuery = z.infer<typeof FeedbackQuery>

/** How many items wait in each view of the inbox. */
export const InboxCounts = z.object({
  toRoute: z.int(),
  mine: z.int(),
  dueSoon: z.int(),
  overdue: z.int(),
  waiting: z.int(),
  reopened: z.int(),
  flagged: z.int(),
  asked: z.int(),
})
export type InboxCounts = z.infer<typeof InboxCounts>
