import type { FeedbackMessage } from '@klankbord/shared/feedback'
import { findCustomer } from '../customers/store.ts'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findPromise } from '../goals/promises.ts'
import { enqueue } from '../outbox/outbox.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { addNews, findItem, insertMessage, type StoredItem, setReplied } from './store.ts'

interface Reply {
  id: string
  text: string
  /** A note that only members read. */
  internal: boolean
}

/** Writes to the customer, in the widget and by e-mail where they can be told; or writes a note. */
export async function replyFeedback({ db, clock }: Deps, scope: Scope, { id, text, internal }: Reply): Promise<FeedbackMessage> {
  const now = clock()
  const { who } = scope
  const author = who.kind === 'member' ? who.name : null
  const message = {
    id: newId(),
    feedbackItemId: id,
    kind: internal ? 'note' : 'team',
    memberId: who.kind === 'member' ? who.id : null,
    author,
    text,
    createdAt: now.toISOString(),
  }
  await transact(db, async (db) => {
    const item = await findItem(db, scope, id)
    if (!item) throw notFound('feedback')
    if (!internal && item.status === 'spam') throw new ProblemError('conflict', 'This item is marked as spam. Take that back before you answer.')
    await insertMessage(db, scope, message)
    if (internal) return record(db, scope, [{ type: 'feedback.note', feedbackItemId: id, detail: { messageId: message.id } }], now)
    await tell(db, scope, item, message.id, now)
  })
  return { id: message.id, by: 'team', author, text, at: message.createdAt }
}

async function tell(db: Db, scope: Scope, item: StoredItem, messageId: string, now: Date) {
  await addNews(db, scope, item.id)
  await setReplied(db, scope, item.id, now.toISOString())
  const { team = null } = (await findPromise(db, scope, item.goalId)) ?? {}
  await record(db, scope, [{ type: 'feedback.message', feedbackItemId: item.id, detail: { messageId, team } }], now)
  await mailMessage(db, scope, item, messageId, now)
}

/** Mails a message of the team to the customer of an item, if they confirmed an address and want mail. */
export async function mailMessage(db: Db, scope: Scope, item: { id: string; customerId: string }, messageId: string, now: Date) {
  const customer = await findCustomer(db, scope, item.customerId)
  if (!customer?.email || !customer.emailConfirmedAt || customer.unsubscribedAt) return
  const delivery = {
    id: `team-message:${messageId}`,
    kind: 'team-message' as const,
    payload: { messageId },
    aboutId: item.id,
    customerId: customer.id,
    receiver: customer.email,
  }
  await enqueue(db, scope, [delivery], now)
}
