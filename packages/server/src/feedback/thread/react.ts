import type { Reaction } from '@klankbord/shared/feedback'
import type { Helped } from '@klankbord/shared/widget'
import { transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { findPromise } from '../../goals/promises.ts'
import { replyBy } from '../../goals/reply-by.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { readIntake } from '../intake.ts'
import { findItem, updateItem } from '../store.ts'
import { customerOf } from './read-thread.ts'

interface Answer {
  id: string
  helped: Helped
  text?: string | undefined
}

/**
 * The customer says whether the outcome helped. `no` reopens the item with a new promise; `yes` or `partly` closes it again when a `no` came before.
 * They may change their mind; every answer stays in the history.
 */
export async function react({ db, clock }: Deps, scope: Scope, { id, helped, text }: Answer): Promise<Reaction> {
  const now = clock()
  const at = now.toISOString()
  return transact(db, async (db) => {
    const item = await findItem(db, scope, id)
    if (!item || item.customerId !== customerOf(scope)) throw notFound('feedback')
    if (item.outcomeId === null) throw new ProblemError('conflict', 'There is no outcome yet to react to. You hear from the team first.')
    const reopens = helped === 'no' && item.status === 'answered'
    const closes = helped !== 'no' && item.status === 'reopened'
    const { timeZone } = await readIntake(db, scope)
    const promise = await findPromise(db, scope, item.goalId)
    const changed = await updateItem(db, scope, item, {
      helped,
      reactionText: text || null,
      reactedAt: at,
      ...(reopens && {
        status: 'reopened',
        answeredAt: null,
        repliedAt: null,
        replyBy: promise ? replyBy(now, promise.replyWithinDays, timeZone) : null,
      }),
      ...(closes && { status: 'answered', answeredAt: at, repliedAt: at }),
    })
    if (!changed) throw new ProblemError('conflict', 'This changed while you answered. Look again, and answer once more.')
    await record(db, scope, [{ type: 'feedback.reaction', feedbackItemId: id, detail: { helped, outcomeId: item.outcomeId } }], now)
    if (reopens) await record(db, scope, [{ type: 'feedback.reopened', feedbackItemId: id, detail: { team: promise?.team } }], now)
    return { helped, text: text || null, at }
  })
}
