import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { forgetLearned } from '../learning-store.ts'

/** What a customer gave along with each item, oldest first. */
export const listGiven = (db: Db, scope: Scope, customerId: string) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .select(['id', 'pageUrl', 'locale', 'mutedAt', 'attributes'])
    .where('customerId', '=', customerId)
    .orderBy('submittedAt')
    .orderBy('id')
    .execute()

/** Every outcome that was published about these items, oldest first. */
export const listOutcomesOf = (db: Db, scope: Scope, customerId: string) =>
  db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .innerJoin('outcomes', 'outcomes.id', 'outcomeItems.outcomeId')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['outcomeItems.feedbackItemId', 'outcomes.id', 'outcomes.kind as outcomeKind', 'outcomes.title as outcomeTitle', 'outcomes.did'])
    .select(['outcomes.better', 'outcomes.next', 'outcomes.publishedAt', 'outcomes.translations', 'teams.name as team', 'feedbackItems.locale'])
    .select(['outcomes.locale as outcomeLocale', 'outcomes.nothingMoreAt', 'outcomes.correctedAt', 'outcomes.withdrawnAt', 'outcomes.pictures'])
    .where('feedbackItems.customerId', '=', customerId)
    .where('feedbackItems.status', '!=', 'spam')
    .where('outcomes.publishedAt', 'is not', null)
    .orderBy('outcomes.publishedAt')
    .orderBy('outcomes.id')
    .execute()

/** Every mail that was written to a customer, or is still to be. */
export const listMailsTo = (db: Db, scope: Scope, customerId: string) =>
  db
    .within(scope)
    .selectFrom('deliveries')
    .select(['id', 'kind', 'receiver', 'state', 'queuedAt', 'updatedAt'])
    .where('customerId', '=', customerId)
    .orderBy('queuedAt')
    .orderBy('id')
    .execute()

/** Every mail to a colleague that told of an item of this customer in their words. */
export const listMailsAbout = (db: Db, scope: Scope, customerId: string) =>
  db
    .within(scope)
    .selectFrom('deliveries')
    .select('id')
    .where('kind', '=', 'rule-mail')
    .where('aboutId', 'in', itemsOf(db, scope, customerId))
    .execute()

const itemsOf = (db: Db, scope: Scope, customerId: string) =>
  db.within(scope).selectFrom('feedbackItems').select('id').where('customerId', '=', customerId)

/** Empties what a customer said, in the full-text index too. Kind, goal, times, rating and whether it helped stay: they are numbers, and tell of nobody. */
export async function eraseWords(db: Db, scope: Scope, customerId: string, at: string) {
  await db
    .within(scope)
    .updateTable('feedbackItems')
    .set({
      ...{ message: '', stems: '', pageUrl: null, locale: null, attributes: '{}', answers: '[]' },
      ...{ reactionText: null, mergedFrom: null, news: 0, erasedAt: at, flaggedAt: null },
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('customerId', '=', customerId)
    .execute()
  // They are to nobody any more.
  await db
    .within(scope)
    .deleteFrom('heldReplies')
    .where('feedbackItemId', 'in', itemsOf(db, scope, customerId))
    .execute()
  await forgetLearned(db, scope, customerId, at)
  // How their items stood before an act on many holds the reasons of a model, and what they said of an outcome.
  await db
    .within(scope)
    .deleteFrom('bulkActItems')
    .where('feedbackItemId', 'in', itemsOf(db, scope, customerId))
    .execute()
  await db
    .within(scope)
    .updateTable('messages')
    .set({ text: '' })
    .where('kind', '=', 'customer')
    .where('feedbackItemId', 'in', itemsOf(db, scope, customerId))
    .execute()
  // The answers that are kept for repeated requests hold the customer's messages.
  await db.everywhere
    .deleteFrom('idempotencyKeys')
    .where('place', 'in', itemsOf(db, scope, customerId).clearSelect().select(sql<string>`'item:' || feedback_items.id`.as('place')))
    .execute()
}

/** What is not sent yet is dropped; of what was sent, only that it was stays. The id of a confirmation holds a fingerprint of the address, so it goes. */
export async function eraseMails(db: Db, scope: Scope, customerId: string) {
  await db
    .within(scope)
    .deleteFrom('deliveries')
    .where('customerId', '=', customerId)
    .where((eb) => eb.or([eb('state', 'in', ['queued', 'sending']), eb('kind', 'in', ['confirmation', 'link'])]))
    .execute()
  // What a mail server answered can name the address.
  await db.within(scope).updateTable('deliveries').set({ receiver: '', payload: '{}', reason: null }).where('customerId', '=', customerId).execute()
}

/** Empties the customer; the token that names them is worth nothing from then on. False when that was done before. */
export async function eraseCustomer(db: Db, scope: Scope, id: string, at: string): Promise<boolean> {
  const nobody = { email: null, emailConfirmedAt: null, confirmationSentAt: null, unsubscribedAt: null, name: null, locale: null, externalId: null }
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('customers')
    .set({ ...nobody, vouchedEmail: null, erasedAt: at })
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps, as a fingerprint, that no mail may come to an address. */
export const keepDeclined = (db: Db, scope: Scope, addressHash: string, at: string) =>
  db
    .within(scope)
    .insertInto('confirmations', { addressHash, askedAt: at, declinedAt: at })
    .onConflict((conflict) => conflict.columns(['organisationId', 'addressHash']).doUpdateSet({ declinedAt: at }))
    .execute()
