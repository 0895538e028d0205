import type { StoredItem } from '../store.ts'

const sooner = (had: string | null, date: string) => (had !== null && had < date ? had : date)

/**
 * The dates of an item that comes to a goal which promises `date`: what was promised sooner stays. What stands still because its customer was asked something goes on standing
 * still, also where nothing was promised yet.
 */
export function datesIn({ replyBy, pausedReplyBy, askedAt, repliedAt }: StoredItem, date: string) {
  const isPaused = askedAt !== null && repliedAt === null && replyBy === null
  return isPaused ? { pausedReplyBy: sooner(pausedReplyBy, date) } : { replyBy: sooner(replyBy, date), escalation: 0 }
}

/** The dates of an item whose customer is asked something as it comes in: the promise stands still from its beginning. */
export const pausedFrom = (now: Date, date: string | null) => ({ replyBy: null, askedAt: now.toISOString(), pausedReplyBy: date })
