import { type Db, transact } from '../db/db.ts'
import type { Scope, Who } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { answerAll } from './answer-all.ts'
import { type Given, type listAnswering, listLeft, moveOn, nextItems } from './answering-store.ts'
import { carryAlong, queueMails, releaseMails } from './publication-store.ts'
import { findOutcome } from './store.ts'

/** First everybody's mail is queued, then every item is answered, and at last what came between. */
export type Step = 'telling' | 'answering' | 'ending'

interface Progress {
  who: Who
  step: Step
  /** The last item that was done in this step. */
  after: string
}

/** A mail leaves when its item is answered: until then it is not due, since thousands would be tried in vain. Longer than answering takes. */
const HELD_MS = 10 * 60_000
const MOST_LEFT = 1_000

/** How the answering of very many begins. */
export const beginning = (who: Who): string => JSON.stringify({ who, step: 'telling', after: '' } satisfies Progress)

/** Whether all of its mails are queued, so that they say who is told. */
export const isTelling = (answering: string | null): boolean => stepOf(answering) === 'telling'

export const stepOf = (answering: string | null): Step | null => (answering === null ? null : (JSON.parse(answering) as Progress).step)

type Answering = Awaited<ReturnType<typeof listAnswering>>[number]

/**
 * Does the next part of what an outcome for very many still has to do, in one transaction with the note of how far it came: a process that ends in the middle has done all of a
 * part or nothing of it. False when that was all, it was withdrawn, or another process is at it. `began` is called when it holds the database.
 */
export async function answerPart({ db, clock }: Pick<Deps, 'db' | 'clock'>, one: Answering, size: number, began = () => {}): Promise<boolean> {
  const { who, step, after } = JSON.parse(one.answering ?? '') as Progress
  const scope: Scope = { organisationId: one.organisationId, who }
  const given = { id: one.id, at: one.publishedAt ?? '' }
  if (step === 'ending') return end(db, scope, given, one.answering, clock())
  return transact(db, async (db) => {
    began()
    const part = await nextItems(db, scope, given, after, size)
    const next: Progress = part ? { who, step, after: part.upTo } : { who, step: step === 'telling' ? 'answering' : 'ending', after: '' }
    if (!(await moveOn(db, scope, one.id, one.answering, JSON.stringify(next)))) return false
    if (!part || part.ids.length === 0) return true
    if (step === 'telling') await tell(db, scope, given, part.ids, new Date(clock().getTime() + HELD_MS))
    else await answer(db, scope, given, part.ids, clock())
    return true
  })
}

async function tell(db: Db, scope: Scope, { id, at }: Given, ids: string[], due: Date) {
  const carried = await carryAlong(db, scope, id, ids)
  await queueMails(db, scope, { outcomeId: id, at, ids: [...ids, ...carried], dueAt: due.toISOString() })
}

async function answer(db: Db, scope: Scope, { id, at }: Given, ids: string[], now: Date) {
  const outcome = await findOutcome(db, scope, id)
  if (!outcome) return
  const { carried } = await answerAll(db, scope, { outcomeId: id, goalId: outcome.goalId, team: outcome.team, at }, ids)
  // Those that were merged after the mails were queued.
  if (carried.length > 0) await queueMails(db, scope, { outcomeId: id, at, ids: carried })
  await releaseMails(db, scope, id, now, [...ids, ...carried])
}

/** Answers what came among the items while others were answered, and tells whom nobody told. */
async function end(db: Db, scope: Scope, given: Given, answering: string | null, now: Date): Promise<boolean> {
  const { items, untold } = await listLeft(db, scope, given, MOST_LEFT)
  return transact(db, async (db) => {
    const isOver = items.length === 0
    if (!(await moveOn(db, scope, given.id, answering, isOver ? null : answering))) return false
    if (!isOver) await answer(db, scope, given, items, now)
    await queueMails(db, scope, { outcomeId: given.id, at: given.at, ids: untold })
    if (isOver) await releaseMails(db, scope, given.id, now)
    return !isOver
  })
}
