import { sql } from 'kysely'

/** The date of a promise that is kept at a moment: what stood still in time has not passed meanwhile, however long the customer took to answer. */
export const settledReplyBy = (at: string) => sql<
  string | null
>`coalesce(reply_by, case when asked_at <= paused_reply_by and paused_reply_by < ${at} then ${at}
  else paused_reply_by end)`
