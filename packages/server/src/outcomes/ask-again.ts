import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { listToAskAgain, listWeeks, queueQuestions, setAskedAgain } from './ask-again-store.ts'

const DAY_MS = 86_400_000
/** What was due longer ago is let go: a goal that begins to ask does not ask about years. */
const LATEST_DAYS = 14

/**
 * Asks those whom an outcome helped whether it is still better, once the weeks of its goal have gone by. Any number of processes may ask at once:
 * each outcome is taken by one, and each address is asked once.
 */
export async function askAgain({ db, clock, log }: Deps): Promise<void> {
  const now = clock()
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString()
  for (const weeks of await listWeeks(db)) {
    for (const { id, organisationId } of await listToAskAgain(db, weeks, daysAgo(weeks * 7 + LATEST_DAYS), daysAgo(weeks * 7))) {
      const scope = systemScope(organisationId)
      const asking = transact(db, async (db) => {
        if (!(await setAskedAgain(db, scope, id, now.toISOString()))) return
        await queueQuestions(db, scope, id, now.toISOString())
        await record(db, scope, [{ type: 'outcome.asked-again', detail: { outcomeId: id } }], now)
      })
      // One that fails must not keep the others waiting.
      await asking.catch((error) => log.error({ outcomeId: id, organisationId, err: error }, 'asking again'))
    }
  }
}
