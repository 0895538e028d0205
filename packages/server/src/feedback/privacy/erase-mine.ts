import { removeAttachmentsOf } from '../../attachments/remove-attachments.ts'
import { hashAddress } from '../../customers/addresses.ts'
import { findCustomer } from '../../customers/store.ts'
import { transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { removeKept } from '../../mail/eml-folder.ts'
import { notFound } from '../../problem-error.ts'
import { passOn } from '../merging/pass-on.ts'
import { customerOf } from '../thread/read-thread.ts'
import { eraseCustomer, eraseMails, eraseWords, keepDeclined, listGiven, listMailsAbout, listMailsTo } from './store.ts'

/** Forgets a customer: only what tells of nobody stays. What it means is written at the endpoint. */
export async function eraseMine(deps: Deps, scope: Scope): Promise<void> {
  const { db, clock } = deps
  const customerId = customerOf(scope)
  const at = clock().toISOString()
  const traces = await readTraces(deps, scope, customerId)
  await transact(db, async (db) => {
    const customer = await findCustomer(db, scope, customerId)
    if (!customer || !(await eraseCustomer(db, scope, customerId, at))) throw notFound('customer')
    if (customer.email && customer.unsubscribedAt) await keepDeclined(db, scope, hashAddress(customer.email), customer.unsubscribedAt)
    await passOn(db, scope, customerId, clock())
    await eraseWords(db, scope, customerId, at)
    await removeAttachmentsOf(deps, db, scope, traces.itemIds)
    await eraseMails(db, scope, customerId)
    await record(db, scope, [{ type: 'customer.erased', detail: { customerId, items: traces.itemIds.length } }], clock())
  })
  await removeFilesOf(deps, traces)
  // What the customer sent a moment before, and was being stored meanwhile.
  await eraseWords(db, scope, customerId, at)
  await removeAttachmentsOf(deps, db, scope, (await readTraces(deps, scope, customerId)).itemIds)
}

interface Traces {
  itemIds: string[]
  deliveryIds: string[]
}

async function readTraces({ db }: Deps, scope: Scope, customerId: string): Promise<Traces> {
  const items = await listGiven(db, scope, customerId)
  const mails = [...(await listMailsTo(db, scope, customerId)), ...(await listMailsAbout(db, scope, customerId))]
  return { itemIds: items.map(({ id }) => id), deliveryIds: mails.map(({ id }) => id) }
}

/** Removes what stands in files beside the rows: the mails that were kept for want of a mail server. */
async function removeFilesOf({ config }: Deps, { deliveryIds }: Traces): Promise<void> {
  await removeKept(config, deliveryIds)
}
