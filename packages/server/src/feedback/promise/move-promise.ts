import type { FeedbackItem } from '@klankbord/shared/feedback'
import { openCalendar } from '../../calendar/open-calendar.ts'
import { endOf, type WorkingCalendar } from '../../calendar/working-time.ts'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import { newId } from '../../db/ids.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { findPromise } from '../../goals/promises.ts'
import { badField, notFound, ProblemError } from '../../problem-error.ts'
import { readFeedback } from '../inbox/read-feedback.ts'
import { mailCustomer } from '../reply.ts'
import { findItem, type StoredItem } from '../store.ts'
import { requireVersion, stale } from '../version.ts'
import { moveDate } from './store.ts'

interface NewDate {
  id: string
  /** A day: the customer hears before its working hours end. */
  replyBy: string
  reason: string
  /** That the old date has passed is known, and said. */
  late: boolean
  version?: number | undefined
}

const YEAR_MS = 366 * 24 * 60 * 60 * 1000

/** A promise that will not be kept gets another date, and its customer hears that first, with the reason. */
export async function movePromise(deps: Deps, scope: Scope, input: NewDate): Promise<FeedbackItem> {
  const now = deps.clock()
  await transact(deps.db, async (db) => {
    const item = await findItem(db, scope, input.id)
    if (!item) throw notFound('feedback')
    await requireVersion(db, scope, item, input.version)
    const from = promisedDate(item)
    const to = dateOn(await openCalendar(db, scope, now), input.replyBy, now)
    if (to === from) throw badField('replyBy', 'This is the date that was promised already')
    const isLate = item.replyBy !== null && from < now.toISOString()
    if (isLate && !input.late)
      throw badField('late', 'The promised date has passed. The customer is told that we are late: say that you know, and the new date is given')
    await give(db, scope, item, { from, to, reason: input.reason, isLate }, now)
  })
  return readFeedback(deps, scope, input.id)
}

interface Move {
  from: string
  to: string
  reason: string
  isLate: boolean
}

async function give(db: Db, scope: Scope, item: StoredItem, { from, to, reason, isLate }: Move, now: Date) {
  const move = { id: newId(), feedbackItemId: item.id, movedFrom: from, movedTo: to, reason, createdAt: now.toISOString() }
  if (!(await moveDate(db, scope, item, move, isLate))) throw await stale(db, scope, item.id)
  const { team = null } = (await findPromise(db, scope, item.goalId)) ?? {}
  await record(db, scope, [{ type: 'promise.moved', feedbackItemId: item.id, detail: { moveId: move.id, from, to, late: isLate, team } }], now)
  const mail = { id: `promise-moved:${move.id}`, kind: 'promise-moved' as const, payload: { moveId: move.id } }
  await mailCustomer(db, scope, item, mail, now)
}

function promisedDate({ status, replyBy, pausedReplyBy, repliedAt }: StoredItem): string {
  if (status === 'answered' || status === 'merged' || status === 'spam')
    throw new ProblemError('conflict', 'Nobody waits for an answer to this item any more.')
  if (repliedAt !== null) throw new ProblemError('conflict', 'This promise was kept: the customer has heard from the team. Write to them instead.')
  const date = replyBy ?? pausedReplyBy
  if (date === null) throw new ProblemError('conflict', 'Nothing was promised yet. Give the item to a goal first.')
  return date
}

function dateOn(calendar: WorkingCalendar, day: string, now: Date): string {
  const date = endOf(calendar, day)
  if (date <= now) throw badField('replyBy', 'Choose a day to come')
  if (date.getTime() - now.getTime() > YEAR_MS) throw badField('replyBy', 'Choose a day within a year')
  if (!calendar.isWorkday(day)) throw badField('replyBy', 'Nobody works on this day; choose a working day')
  return date.toISOString()
}
