import type { FeedbackMessage } from '@klankbord/shared/feedback'
import { findCustomer, isMailable } from '../customers/store.ts'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findPromise } from '../goals/promises.ts'
import type { NewDelivery } from '../outbox/messages.ts'
import { enqueue } from '../outbox/outbox.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { pausePromise } from './promise/pause.ts'
import { forgetAsked } from './promise/store.ts'
import { tellMentioned } from './promise/tell-owners.ts'
import { addNews, findItem, insertMessage, type StoredItem, setReplied, touchItem, updateItem } from './store.ts'
import { requireVersion, stale } from './version.ts'

interface Reply {
  id: string
  text: string
  /** A note that only members read. */
  internal: boolean
  /** Asks the customer something. */
  asks?: boolean
  /** Colleagues that a note names. */
  mentions?: string[]
  version?: number | undefined
}

/** Writes to the customer, in the widget and by e-mail where they can be told; or writes a note. */
export async function replyFeedback(
  { db, clock }: Deps,
  scope: Scope,
  { id, text, internal, asks, mentions, version }: Reply,
): Promise<FeedbackMessage> {
  const now = clock()
  const { who } = scope
  const author = who.kind === 'member' ? who.name : null
  const messageId = newId()
  await transact(db, async (db) => {
    const item = await findItem(db, scope, id)
    if (!item) throw notFound('feedback')
    await requireVersion(db, scope, item, version)
    if (!internal) requireAddressee(item)
    // Of two who answer at once the second must see what the first wrote.
    if (version === undefined) await touchItem(db, scope, id)
    else if (!(await updateItem(db, scope, item, {}))) throw await stale(db, scope, id)
    if (internal) return writeNote(db, scope, item, { id: messageId, text, mentions }, now)
    await writeReply(db, scope, item, { id: messageId, text, asks }, now)
  })
  return { id: messageId, by: 'team', author, text, at: now.toISOString() }
}

interface Written {
  /** Of the message that it becomes. */
  id: string
  text: string
  asks?: boolean | undefined
  mentions?: string[] | undefined
}

/** Refuses words to a customer who can't read them. */
export function requireAddressee({ status, erasedAt }: Pick<StoredItem, 'status' | 'erasedAt'>) {
  if (status === 'spam') throw new ProblemError('conflict', 'This item is marked as spam. Take that back before you answer.')
  if (erasedAt !== null) throw new ProblemError('conflict', 'The customer erased what they said, and can’t be answered any more.')
}

/** Writes to the customer, within a transaction. */
export async function writeReply(db: Db, scope: Scope, item: StoredItem, written: Written, now: Date) {
  await insertMessage(db, scope, rowOf(scope, item, 'team', written, now))
  await tell(db, scope, item, written, now)
}

async function writeNote(db: Db, scope: Scope, item: StoredItem, written: Written, now: Date) {
  const { id, mentions = [] } = written
  await insertMessage(db, scope, rowOf(scope, item, 'note', written, now))
  await tellMentioned(db, scope, { feedbackItemId: item.id, messageId: id, memberIds: mentions }, now)
  await record(
    db,
    scope,
    [{ type: 'feedback.note', feedbackItemId: item.id, detail: { messageId: id, ...(mentions.length > 0 && { mentions }) } }],
    now,
  )
}

const rowOf = ({ who }: Scope, item: StoredItem, kind: 'team' | 'note', { id, text }: Written, now: Date) => ({
  id,
  text,
  feedbackItemId: item.id,
  kind,
  memberId: who.kind === 'member' ? who.id : null,
  author: who.kind === 'member' ? who.name : null,
  createdAt: now.toISOString(),
})

/** An answer keeps the promise; a question stops it until the customer says more. */
async function tell(db: Db, scope: Scope, item: StoredItem, { id: messageId, asks = false }: Written, now: Date) {
  const pauses = asks && item.status !== 'answered' && item.status !== 'merged'
  await addNews(db, scope, item.id)
  if (pauses) await pausePromise(db, scope, item.id, now)
  else {
    await setReplied(db, scope, item.id, now.toISOString())
    await forgetAsked(db, scope, item.id)
  }
  const { team = null } = (await findPromise(db, scope, item.goalId)) ?? {}
  const type = pauses ? 'feedback.asked' : 'feedback.message'
  await record(db, scope, [{ type, feedbackItemId: item.id, detail: { messageId, team } }], now)
  await mailMessage(db, scope, item, { messageId, asks: pauses }, now)
}

type OfItem = Pick<StoredItem, 'id' | 'customerId'>

/** Mails a message of the team to the customer of an item, if they confirmed an address and want mail. */
export const mailMessage = (db: Db, scope: Scope, item: OfItem, payload: { messageId: string; asks: boolean }, now: Date) =>
  mailCustomer(db, scope, item, { id: `team-message:${payload.messageId}`, kind: 'team-message', payload }, now)

/** Queues a mail about an item to its customer, if they confirmed an address and want mail. */
export async function mailCustomer(
  db: Db,
  scope: Scope,
  item: OfItem,
  mail: Pick<NewDelivery<'team-message'>, 'id' | 'kind' | 'payload'> | Pick<NewDelivery<'promise-moved'>, 'id' | 'kind' | 'payload'>,
  now: Date,
) {
  const customer = await findCustomer(db, scope, item.customerId)
  if (!isMailable(customer)) return
  await enqueue(db, scope, [{ ...mail, aboutId: item.id, customerId: customer.id, receiver: customer.email }], now)
}
