import type { RoutingEffects } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import { findAddress } from '../members/store.ts'
import type { NewDelivery } from '../outbox/messages.ts'
import { enqueue } from '../outbox/outbox.ts'
import { mailMessage } from './reply.ts'
import { insertMessage, type NewItem } from './store.ts'

interface Taken {
  item: Pick<NewItem, 'id' | 'customerId' | 'routing'>
  effects: RoutingEffects
  /** The team that owns the item, as the customer reads it. */
  team: string | null
  /** Whether the customer confirmed an address and gets mail. */
  isMailed: boolean
}

/** What the rule that took an item does besides, in the transaction that keeps the item. By prepared queries only, as the item itself. */
export async function applyEffects(db: Db, scope: Scope, taken: Taken, now: Date) {
  const { notify, ask } = taken.effects
  if (notify) await notifyAll(db, scope, taken.item.id, notify, now)
  if (ask !== undefined) await askCustomer(db, scope, taken, ask, now)
}

async function notifyAll(db: Db, scope: Scope, feedbackItemId: string, memberIds: readonly string[], now: Date) {
  const mails: NewDelivery<'rule-mail'>[] = []
  for (const memberId of memberIds) {
    const receiver = await findAddress(db, scope, memberId)
    const mail = { kind: 'rule-mail' as const, payload: { feedbackItemId, memberId }, aboutId: feedbackItemId, customerId: null }
    if (receiver !== undefined) mails.push({ ...mail, id: `rule-mail:${feedbackItemId}:${memberId}`, receiver })
  }
  await enqueue(db, scope, mails, now)
}

/**
 * Puts a question into the conversation, as the team's. Nobody has looked yet, so it keeps no promise: the item came in with its promise standing still.
 */
async function askCustomer(db: Db, scope: Scope, { item, team, isMailed }: Taken, text: string, now: Date) {
  const id = newId()
  await insertMessage(db, scope, { id, feedbackItemId: item.id, kind: 'team', memberId: null, author: null, text, createdAt: now.toISOString() })
  const event = { type: 'feedback.asked', feedbackItemId: item.id, detail: { messageId: id, team, ruleId: item.routing.ruleId } }
  await record(db, systemScope(scope.organisationId), [event], now)
  if (isMailed) await mailMessage(db, scope, item, { messageId: id, asks: true }, now)
}
