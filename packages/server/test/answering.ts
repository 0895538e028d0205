import { newId } from '../src/db/ids.ts'
import { type Composers, startWorker } from '../src/outbox/worker.ts'
import { startAnswerer } from '../src/outcomes/answerer.ts'
import { mountOutcomes, mountPublicOutcomes } from '../src/outcomes/http.ts'
import { publishDue } from '../src/outcomes/publish-outcome.ts'
import { askingAs } from './asking-as.ts'
import { givenFeedback, givenOrganisation, itemOf } from './builders.ts'
import type { Engine } from './engines.ts'
import { openHarness } from './harness.ts'

export type Answering = Awaited<ReturnType<typeof openAnswering>>

export const outcome = {
  kind: 'done',
  title: 'Banden plakken we nu dezelfde dag',
  did: 'Er staat een tweede plakbank.',
  better: 'Je band is dezelfde dag klaar.',
  nothingMore: true,
}

const nothing = async () => null
/** Mails that hold no more than who gets them; what they say is tested where they are written. */
const composers: Composers = {
  confirmation: nothing,
  receipt: nothing,
  'compliment-arrived': nothing,
  merged: async () => null,
  'team-message': nothing,
  'still-better': nothing,
  link: nothing,
  invitation: nothing,
  'rule-mail': nothing,
  pulse: nothing,
  letter: nothing,
  'promise-moved': nothing,
  'outcome-test': nothing,
  notifications: nothing,
  async 'outcome-email'({ db }, scope, { outcomeId, customerId }) {
    const customer = await db.within(scope).selectFrom('customers').select('email').where('id', '=', customerId).executeTakeFirst()
    if (!customer?.email) return null
    return {
      to: customer.email,
      subject: 'Je band',
      text: 'Geplakt',
      html: '<p>Geplakt</p>',
      headers: {},
      messageId: `outcome-email:${outcomeId}:${customerId}`,
    }
  },
}

/** A team that answers what customers say, from the draft to the mail. */
export async function openAnswering(open: Engine['open']) {
  const harness = await openHarness(open)
  const { deps } = harness
  const given = await givenOrganisation(deps)
  const mine = deps.db.within(given.scope)
  const ask = askingAs(deps, mountOutcomes, given.scope)
  return {
    harness,
    given,
    ask,
    publicly: askingAs(deps, mountPublicOutcomes, { organisationId: given.scope.organisationId, who: { kind: 'site', id: given.siteId } }),
    says: (how: Parameters<typeof givenFeedback>[2] = {}) => givenFeedback(deps, given, how),
    /** So many items, each of a customer with an address of their own. */
    saysMany: async (count: number): Promise<string[]> => {
      const at = deps.clock().toISOString()
      const ids = Array.from({ length: count }, () => newId())
      const reach = { siteId: given.siteId, name: 'Ada', locale: 'nl', createdAt: at, emailConfirmedAt: at }
      for (let from = 0; from < count; from += 500) {
        const some = ids.slice(from, from + 500)
        const customers = some.map((id) => ({ ...reach, id, email: `${id}@example.com` }))
        const items = some.map((id) => ({ ...itemOf(given, { customerId: id }, at), id }))
        await mine.insertInto('customers', customers).execute()
        await mine.insertInto('feedbackItems', items).execute()
      }
      return ids
    },
    draft: async (input: object = {}) => (await ask('POST', '/api/v1/outcomes', { goalId: given.goalId, ...outcome, ...input })).body,
    publish: (id: string, body?: object) => ask('PUT', `/api/v1/outcomes/${id}/publication`, body),
    /** Tells and answers all of an outcome for very many. */
    answerRest: () => startAnswerer(deps, { pollMs: null }).runOnce(),
    deliver: () => startWorker(deps, composers, [publishDue], { pollMs: null }).runOnce(),
    item: (id: string) => mine.selectFrom('feedbackItems').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    events: (type: string) => mine.selectFrom('events').selectAll().where('type', '=', type).orderBy('feedbackItemId').execute(),
    sentTo: () => harness.mails.map(({ to }) => to).toSorted(),
  }
}
