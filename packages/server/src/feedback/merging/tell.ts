import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { NewDelivery } from '../../outbox/messages.ts'
import { enqueue } from '../../outbox/outbox.ts'
import type { StoredItem } from '../store.ts'
import { addToOutcome, findOutcomeMail, listAddresses } from './store.ts'

type Told = Pick<StoredItem, 'id' | 'customerId' | 'version'>

/** What is merged or given to a team is often taken back at once; so long nobody is mailed about it. */
export const SECOND_THOUGHTS_MS = 10 * 60_000

/** Tells the customers of these items by e-mail, those who can be told, that their team goes on with another item in place of theirs. */
export async function tellMerged(db: Db, scope: Scope, items: readonly Told[], now: Date) {
  const addresses = await listAddresses(
    db,
    scope,
    items.map(({ customerId }) => customerId),
  )
  const mails = items.flatMap(({ id, customerId, version }): NewDelivery<'merged'>[] => {
    const receiver = addresses.get(customerId)
    if (receiver === undefined) return []
    return [{ id: `merged:${id}:${version}`, kind: 'merged', payload: { feedbackItemId: id }, aboutId: id, customerId, receiver }]
  })
  await enqueue(db, scope, mails, now, new Date(now.getTime() + SECOND_THOUGHTS_MS))
}

/** Lets an outcome that was published before answer these items too, by e-mail where their customers were not told already. */
export async function tellOutcome(db: Db, scope: Scope, items: readonly Told[], { outcomeId }: { outcomeId: string }, now: Date) {
  const addresses = await listAddresses(
    db,
    scope,
    items.map(({ customerId }) => customerId),
  )
  for (const { id, customerId } of items) {
    await addToOutcome(db, scope, outcomeId, id)
    const receiver = addresses.get(customerId)
    if (receiver === undefined || (await findOutcomeMail(db, scope, outcomeId, receiver))) continue
    const mail = { kind: 'outcome-email' as const, payload: { outcomeId, customerId }, aboutId: outcomeId, customerId, receiver }
    await enqueue(db, scope, [{ ...mail, id: `outcome-email:${outcomeId}:${customerId}` }], now)
  }
}
