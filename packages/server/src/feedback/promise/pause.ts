import { openCalendar } from '../../calendar/open-calendar.ts'
import { afterWorkingTime, workingTime } from '../../calendar/working-time.ts'
import type { Db } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import { clearAsked, findAsked, setAsked } from './store.ts'

/** The customer was asked something: until they say more, the promise stands still. */
export const pausePromise = (db: Db, scope: Scope, id: string, now: Date) => setAsked(db, scope, id, now.toISOString())

/** The customer said more: the promise goes on with as much working time as was left when they were asked. */
export async function resumePromise(db: Db, scope: Scope, id: string, now: Date) {
  const asked = await findAsked(db, scope, id)
  if (!asked?.askedAt) return
  const { askedAt, pausedReplyBy } = asked
  const replyBy = pausedReplyBy && (await goesOn(db, scope, { askedAt, pausedReplyBy }, now))
  if (!(await clearAsked(db, scope, id, replyBy))) return
  await record(db, scope, [{ type: 'promise.resumed', feedbackItemId: id, detail: { askedAt, from: pausedReplyBy, to: replyBy } }], now)
}

async function goesOn(db: Db, scope: Scope, { askedAt, pausedReplyBy }: { askedAt: string; pausedReplyBy: string }, now: Date): Promise<string> {
  // What had passed before they were asked is late, and stays so.
  if (pausedReplyBy <= askedAt) return pausedReplyBy
  const calendar = await openCalendar(db, scope, now)
  const left = workingTime(calendar, new Date(askedAt), new Date(pausedReplyBy))
  return afterWorkingTime(calendar, now, left).toISOString()
}
