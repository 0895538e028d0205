import type { BouncedAddress, ReceivedMail } from '@klankbord/shared/inbound'
import { findCustomer } from '../customers/store.ts'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Addressed } from '../mail/addresses.ts'
import { notFound } from '../problem-error.ts'
import { readNotice } from './read-notice.ts'
import { countSoftBounce, findBounced, forgetBounces, listBounced, listSent, setBounced, setNotDelivered } from './store.ts'

type Failed = Extract<Addressed, { kind: 'bounce' }>

const ignored = (reason: ReceivedMail['reason']): ReceivedMail => ({ result: 'ignored', reason })

/**
 * Takes a notice that a letter of ours could not be delivered. It counts only for a letter that really went to the address the customer has now: anybody can write to any address, and
 * addresses change. One that takes nothing is mailed no more; one that did not take this letter is only counted.
 */
export async function takeNotice({ db, clock, log }: Deps, scope: Scope, { customerId, isDelivery }: Failed, notice: string | null) {
  const read = notice === null ? null : readNotice(notice)
  if (!read) return ignored('no-notice')
  const now = clock()
  const at = now.toISOString()
  return transact(db, async (db): Promise<ReceivedMail> => {
    const email = (await findCustomer(db, scope, customerId))?.email
    const delivery = (await listSent(db, scope, customerId)).find(({ id }) => isDelivery(id))
    if (!email || delivery?.receiver !== email) return ignored('never-sent')
    const about = { deliveryId: delivery.id, organisationId: scope.organisationId, reason: read.reason }
    if (read.kind === 'soft') {
      if (read.isOver) await setNotDelivered(db, scope, delivery.id, 'failed', read.reason, at)
      await countSoftBounce(db, scope, email)
      log.info(about, 'bounce counted')
      return { result: 'counted', reason: null }
    }
    if (await setNotDelivered(db, scope, delivery.id, 'bounced', read.reason, at)) {
      await setBounced(db, scope, email, at)
      await record(db, scope, [{ type: 'customer.bounced', detail: { customerId, deliveryId: delivery.id } }], now)
      log.warn(about, 'bounced')
    }
    return { result: 'stopped', reason: null }
  })
}

export const listBounces = async ({ db }: Deps, scope: Scope): Promise<{ items: BouncedAddress[] }> => ({ items: await listBounced(db, scope) })

/** A person says that the address takes mail again. */
export async function takeBackBounce({ db, clock }: Deps, scope: Scope, customerId: string): Promise<void> {
  const now = clock()
  await transact(db, async (db) => {
    const bounced = await findBounced(db, scope, customerId)
    if (!bounced?.email) throw notFound('address')
    await setBounced(db, scope, bounced.email, null)
    await forgetBounces(db, scope, bounced.email, now.toISOString())
    await record(db, scope, [{ type: 'customer.bounce-taken-back', detail: { customerId } }], now)
  })
}
