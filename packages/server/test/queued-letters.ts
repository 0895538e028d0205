import { newId } from '../src/db/ids.ts'
import type { Deps } from '../src/deps.ts'
import { queueMails } from '../src/outcomes/publication-store.ts'
import type { Given } from './builders.ts'

const AT_ONCE = 200

/** Queues the letters of a published outcome to so many customers, each with an address of their own. */
export async function queueLetters({ db, clock }: Pick<Deps, 'db' | 'clock'>, given: Given, letters: number) {
  const at = clock().toISOString()
  const outcomeId = newId()
  const words = {
    kind: 'done',
    title: 'Elke fiets binnen een dag klaar',
    did: 'We werken nu met twee ploegen. '.repeat(8),
    better: 'Je wacht nog een dag.',
  }
  const own = db.within(given.scope)
  await own
    .insertInto('outcomes', {
      ...{ ...words, id: outcomeId, goalId: given.goalId, next: 'Zaterdag ook open', locale: 'nl', translations: '{}' },
      ...{ publicAt: null, createdBy: null, createdAt: at, publishAt: null, publishedAt: at },
    })
    .execute()
  const reach = { siteId: given.siteId, name: 'Ada', locale: 'nl', createdAt: at, emailConfirmedAt: at }
  const item = { siteId: given.siteId, kind: 'complaint', message: 'Mijn fiets stond er na drie dagen nog', status: 'answered', attributes: '{}' }
  const said = { ...item, routing: '{}', news: 1, goalId: given.goalId, outcomeId, submittedAt: at }
  for (let from = 0; from < letters; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, letters - from) }, () => ({ customerId: newId(), id: newId() }))
    const customers = ids.map(({ customerId }) => ({ ...reach, id: customerId, email: `${customerId}@example.com` }))
    await own.insertInto('customers', customers).execute()
    const items = ids.map((id) => ({ ...said, ...id }))
    await own.insertInto('feedbackItems', items).execute()
    const answered = ids.map(({ id }) => ({ outcomeId, feedbackItemId: id }))
    await own.insertInto('outcomeItems', answered).execute()
    await queueMails(db, given.scope, { outcomeId, at, ids: ids.map(({ id }) => id) })
  }
}
