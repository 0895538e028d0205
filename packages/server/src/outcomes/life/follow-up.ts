import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope, Who } from '../../db/scope.ts'
import { tallyTogether } from '../../db/tally-together.ts'
import type { Deps } from '../../deps.ts'
import { readIntake } from '../../feedback/intake.ts'
import { tellManyAssigned } from '../../feedback/promise/tell-owners.ts'
import { findPromise } from '../../goals/promises.ts'
import { replyBy } from '../../goals/reply-by.ts'
import { AT_ONCE, isForMany } from '../answering-store.ts'
import { queueCorrections } from '../publication-store.ts'
import { findOutcome, type NamedOutcome } from '../store.ts'
import {
  goalsOf,
  letGo,
  type listFollowing,
  moveFollowUps,
  type Next,
  nextAnswered,
  type Part,
  recordForItems,
  reopenItems,
  stopMails,
  tellNews,
} from './follow-up-store.ts'

/** What the items of an outcome hear after it went out, and how far that has come. */
export type FollowUp = { who: Who; at: string; after: string } & (
  | { does: 'correct' /** The version that is mailed, where that was asked. */; mailed: number | null }
  | { does: 'withdraw' /** How many items of each goal were opened again. */; reopened: Record<string, number> }
)

const NO_GOAL = ''

/** Lets the items of an outcome hear what happened to it, in the transaction in which it did; for very many it begins with that. */
export async function followUp(db: Db, scope: Scope, outcome: NamedOutcome, given: FollowUp): Promise<void> {
  const { id, followUps } = outcome
  if (await isForMany(db, scope, id)) {
    // What was withdrawn need not be corrected any more.
    const before = given.does === 'withdraw' ? [] : (JSON.parse(followUps ?? '[]') as FollowUp[])
    await moveFollowUps(db, scope, id, followUps, JSON.stringify([...before, given]))
    return
  }
  const part = await nextAnswered(db, scope, id, '', AT_ONCE)
  await end(db, scope, id, part ? await follow(db, scope, outcome, given, part) : given)
}

/**
 * Does the next part of what follows from a correction or a withdrawal, in one transaction with the note of how far it came. False when that was all, or another
 * process is at it. `began` is called when it holds the database.
 */
export function followPart(
  { db }: Pick<Deps, 'db'>,
  { id, organisationId, followUps }: Awaited<ReturnType<typeof listFollowing>>[number],
  size: number,
  began = () => {},
): Promise<boolean> {
  const [first, ...later] = JSON.parse(followUps ?? '[]') as [FollowUp, ...FollowUp[]]
  const scope: Scope = { organisationId, who: first.who }
  return transact(db, async (db) => {
    began()
    if (!(await moveFollowUps(db, scope, id, followUps, followUps))) return false
    const outcome = await findOutcome(db, scope, id)
    const part = outcome && (await nextAnswered(db, scope, id, first.after, size))
    if (!part) await end(db, scope, id, first)
    const next = part ? [{ ...(await follow(db, scope, outcome, first, part)), after: part.upTo }, ...later] : later
    await moveFollowUps(db, scope, id, followUps, next.length === 0 ? null : JSON.stringify(next))
    return next.length > 0
  })
}

async function follow(db: Db, scope: Scope, { team }: NamedOutcome, given: FollowUp, part: Next): Promise<FollowUp> {
  const { at } = given
  if (given.does === 'withdraw') {
    await stopMails(db, scope, { ...part, ids: part.written }, at)
    return withdraw(db, scope, part, team, given)
  }
  if (part.ids.length === 0) return given
  await recordForItems(db, scope, part, { type: 'outcome.corrected', team, at })
  await tallyTogether(db, part.ids, () => tellNews(db, scope, part))
  if (given.mailed !== null) await queueCorrections(db, scope, { ...part, at, correction: given.mailed })
  return given
}

async function withdraw(db: Db, scope: Scope, part: Part, team: string, given: Extract<FollowUp, { does: 'withdraw' }>): Promise<FollowUp> {
  if (part.ids.length === 0) return given
  const { at } = given
  const now = new Date(at)
  await recordForItems(db, scope, part, { type: 'outcome.withdrawn', team, at })
  const { calendar } = await readIntake(db, scope, now)
  const goals = await goalsOf(db, scope, part)
  const reopened = { ...given.reopened }
  await tallyTogether(db, part.ids, async () => {
    for (const { goalId, items } of goals) {
      const promise = await findPromise(db, scope, goalId)
      await reopenItems(db, scope, part, { goalId, replyBy: promise ? replyBy(now, promise.replyWithinDays, calendar) : null })
      reopened[goalId ?? NO_GOAL] = (reopened[goalId ?? NO_GOAL] ?? 0) + items
    }
    await letGo(db, scope, part)
  })
  return { ...given, reopened }
}

/** Tells who answers for the goals, once for all of their items. */
async function end(db: Db, scope: Scope, outcomeId: string, given: FollowUp) {
  if (given.does === 'correct') return
  const now = new Date(given.at)
  for (const [goalId, count] of Object.entries(given.reopened)) if (goalId !== NO_GOAL) await tellManyAssigned(db, scope, { goalId, count }, now)
  const reopened = Object.values(given.reopened).reduce((sum, items) => sum + items, 0)
  await record(db, scope, [{ type: 'outcome.withdrawn', detail: { outcomeId, reopened } }], now)
}
