import { newId } from '../src/db/ids.ts'
import type { FeedbackItemRow } from '../src/db/schema.ts'
import type { Deps } from '../src/deps.ts'
import type { Given } from './builders.ts'

const EMPTY = { ratingScale: null, ratingValue: null, pageUrl: null, initiativeId: null, plan: null, outcomeId: null, mergedIntoId: null }
const UNANSWERED = { replyBy: null, repliedAt: null, answeredAt: null, helped: null, reactionText: null, reactedAt: null }
const ROUTING = JSON.stringify({ method: 'none', because: [] })

export type Said = Partial<
  Omit<FeedbackItemRow, 'seq' | 'answers' | 'version' | 'escalation' | 'reactionReasons' | 'unaddressedAt' | 'reopenedAt'>
> & {
  email?: string
  unaddressedAt?: string | null
}

/** Feedback items as they stand, at noon of a day in February unless told, each with a customer of its own. */
export async function givenSaid({ db }: Pick<Deps, 'db'>, { scope, siteId, goalId }: Given, ...items: Said[]) {
  const mine = db.within(scope)
  for (const { email, ...item } of items) {
    const customer = {
      id: newId(),
      siteId: siteId,
      email: email ?? null,
      emailConfirmedAt: null,
      confirmationSentAt: null,
      unsubscribedAt: null,
    }
    await mine.insertInto('customers', { ...customer, name: null, locale: 'nl', createdAt: '2026-01-01T00:00:00.000Z' }).execute()
    const id = newId()
    const usual = { kind: 'complaint', message: 'Mijn band is lek', status: 'routed', locale: 'nl', attributes: '{}', news: 0, routing: ROUTING }
    const place = { id, siteId: siteId, customerId: customer.id, goalId: goalId, submittedAt: '2026-02-10T12:00:00.000Z' }
    await mine.insertInto('feedbackItems', { ...EMPTY, ...UNANSWERED, ...usual, ...place, erasedAt: null, ...item }).execute()
  }
}
