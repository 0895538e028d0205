import type { MovedPromise, PromiseState } from '@klankbord/shared/promises'
import type { listEvents, StoredItem } from '../store.ts'
import { askedAtOf } from '../thread/asked-at.ts'

type Step = PromiseState['steps'][number]

/** What happened to the promise of an item, out of its history. */
export const promiseState = (
  item: Pick<StoredItem, 'askedAt' | 'pausedReplyBy'> & { status: string },
  moved: MovedPromise[],
  events: Awaited<ReturnType<typeof listEvents>>,
): PromiseState => ({
  pausedAt: item.pausedReplyBy === null ? null : askedAtOf(item),
  moved,
  steps: events.flatMap(({ type, detail, createdAt }) => (type === 'promise.brought' ? stepsOf(detail, createdAt) : [])),
})

/** One step may bring it to several people. */
function stepsOf(detail: string, at: string): Step[] {
  const { step, to } = JSON.parse(detail) as { step: Step['step']; to: string[] }
  return to.map((name) => ({ to: name, step, at }))
}
