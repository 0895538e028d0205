import type { Reaction } from '@klankbord/shared/reaction'
import type { Helped, ReactionReason } from '@klankbord/shared/widget'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { findPromise } from '../../goals/promises.ts'
import { replyBy } from '../../goals/reply-by.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { readIntake } from '../intake.ts'
import { splitOff } from '../merging/merge.ts'
import { findTop, holdItems } from '../merging/store.ts'
import { tellOwners } from '../promise/tell-owners.ts'
import { findItem, type StoredItem, updateItem } from '../store.ts'
import { customerOf } from './read-thread.ts'

interface Answer {
  id: string
  helped: Helped
  reasons?: readonly ReactionReason[] | undefined
  text?: string | undefined
  /** It answers "is it still better?", some weeks later. */
  again?: boolean | undefined
}

/**
 * The customer says whether the outcome helped. `no` reopens the item with a new promise; `yes` or `partly` closes it again when a `no` came before.
 * They may change their mind; every answer stays in the history.
 */
export async function react({ db, clock }: Deps, scope: Scope, given: Answer): Promise<Reaction> {
  const { id, helped } = given
  const now = clock()
  return transact(db, async (db) => {
    await holdItems(db, scope, [id, await findTop(db, scope, id)])
    const item = await findItem(db, scope, id)
    if (!item || item.customerId !== customerOf(scope)) throw notFound('feedback')
    if (item.status === 'merged' && helped === 'no') await leave(db, scope, item, now)
    return answer(db, scope, given, now)
  })
}

/** What did not help is no longer the same as what the others said: the item goes on by itself, with the goal whose team answered it. */
async function leave(db: Db, scope: Scope, item: StoredItem, now: Date) {
  const top = await findItem(db, scope, await findTop(db, scope, item.id))
  if (item.outcomeId === null || !top) return
  const { goalId, initiativeId, plan } = top
  await splitOff(db, scope, item, { status: 'answered', mergedIntoId: null, mergedFrom: null, goalId, initiativeId, plan }, now)
}

async function answer(db: Db, scope: Scope, { id, helped, text, reasons = [], again }: Answer, now: Date): Promise<Reaction> {
  const at = now.toISOString()
  const item = await findItem(db, scope, id)
  if (!item) throw notFound('feedback')
  if (item.outcomeId === null) throw new ProblemError('conflict', 'There is no outcome yet to react to. You hear from the team first.')
  const because = helped === 'yes' ? [] : [...new Set(reasons)]
  const reopens = helped === 'no' && item.status === 'answered'
  const closes = helped !== 'no' && item.status === 'reopened'
  const { calendar } = await readIntake(db, scope, now)
  const promise = await findPromise(db, scope, item.goalId)
  const changed = await updateItem(db, scope, item, {
    helped,
    reactionReasons: JSON.stringify(because),
    reactionText: text || null,
    reactedAt: at,
    ...(reopens && {
      status: 'reopened',
      answeredAt: null,
      repliedAt: null,
      missedAt: null,
      escalation: 0,
      replyBy: promise ? replyBy(now, promise.replyWithinDays, calendar) : null,
    }),
    ...(closes && { status: 'answered', answeredAt: at, repliedAt: at }),
  })
  if (!changed) throw new ProblemError('conflict', 'This changed while you answered. Look again, and answer once more.')
  await record(
    db,
    scope,
    [{ type: 'feedback.reaction', feedbackItemId: id, detail: { helped, outcomeId: item.outcomeId, reasons: because, ...(again && { again }) } }],
    now,
  )
  if (reopens) {
    await record(db, scope, [{ type: 'feedback.reopened', feedbackItemId: id, detail: { team: promise?.team, reasons: because } }], now)
    await tellOwners(db, scope, { kind: 'reopened', feedbackItemId: id, about: `reopened:${id}:${at}` }, now)
  }
  return { helped, reasons: because, text: text || null, at }
}
