import { customerScope } from '../src/customers/confirm.ts'
import { composers, ticks } from '../src/deliveries.ts'
import { readFeedback } from '../src/feedback/inbox/read-feedback.ts'
import { mergeFeedback, splitFeedback } from '../src/feedback/merging/merge.ts'
import { readThread } from '../src/feedback/thread/read-thread.ts'
import { startWorker } from '../src/outbox/worker.ts'
import { publishOutcome } from '../src/outcomes/publish-outcome.ts'
import { createOutcome } from '../src/outcomes/write-outcome.ts'
import { givenFeedback, givenOrganisation } from './builders.ts'
import type { Engine } from './engines.ts'
import { openHarness } from './harness.ts'

/** An organisation in which several customers say the same. */
export async function openMerging(open: Engine['open']) {
  const harness = await openHarness(open)
  const { deps } = harness
  const given = await givenOrganisation(deps)
  const { scope, goalId, siteId } = given
  const theirScope = (customerId: string) => customerScope({ id: customerId, siteId, organisationId: scope.organisationId })
  return {
    harness,
    deps,
    given,
    theirScope,
    says: (how: Parameters<typeof givenFeedback>[2] = {}) => givenFeedback(deps, given, how),
    merge: (id: string, into: string) => mergeFeedback(deps, scope, { id, into }),
    split: (id: string) => splitFeedback(deps, scope, { id }),
    read: (id: string) => readFeedback(deps, scope, id),
    row: (id: string) => deps.db.within(scope).selectFrom('feedbackItems').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    change: (id: string, change: object) => deps.db.within(scope).updateTable('feedbackItems').set(change).where('id', '=', id).execute(),
    sees: ({ id, customerId }: { id: string; customerId: string }) => readThread(deps, theirScope(customerId), id),
    async answer(feedbackIds: string[]) {
      const words = {
        kind: 'done' as const,
        title: 'Nieuwe plakbank',
        did: 'Er staat een tweede plakbank.',
        better: 'Sneller klaar.',
        nothingMore: true,
      }
      const { id } = await createOutcome(deps, scope, { ...words, locale: 'nl', public: false, goalId, feedbackIds })
      await publishOutcome(deps, scope, { id })
      return id
    },
    deliver: () => startWorker(deps, composers, ticks, { pollMs: null }).runOnce(),
  }
}
