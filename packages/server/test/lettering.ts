import { newId } from '../src/db/ids.ts'
import type { Scope } from '../src/db/scope.ts'
import { mountLetters } from '../src/letters/http.ts'
import { askingAs } from './asking-as.ts'
import { givenFeedback } from './builders.ts'
import type { Engine } from './engines.ts'
import { openPolling } from './polling.ts'

export type Lettering = Awaited<ReturnType<typeof openLettering>>

/** An organisation whose teams get letters. It starts on Monday 2 March 2026, 10:00 on its own clock. */
export async function openLettering(open: Engine['open']) {
  const company = await openPolling(open)
  const { deps, given, mine } = company
  return {
    ...company,
    ask: askingAs(deps, mountLetters, given.scope),
    askAs: (scope: Scope) => askingAs(deps, mountLetters, scope),
    choose: (teamId: string, choice: object = {}) =>
      askingAs(deps, mountLetters, given.scope)('PUT', `/api/v1/letters/${teamId}`, { on: true, weekday: 1, hour: 8, locale: 'nl', ...choice }),
    letters: () => mine.selectFrom('deliveries').select(['id', 'state', 'reason']).where('kind', '=', 'letter').orderBy('id').execute(),
    /** A compliment; an hour goes by after it. */
    async compliment(message: string, how: { name?: string; goalId?: string } = {}) {
      const { id, customerId } = await givenFeedback(deps, given, { message, ...(how.goalId && { goalId: how.goalId }) })
      await mine.updateTable('feedbackItems').set({ kind: 'compliment' }).where('id', '=', id).execute()
      if (how.name) await mine.updateTable('customers').set({ name: how.name }).where('id', '=', customerId).execute()
      company.harness.pass({ hours: 1 })
      return id
    },
    async goal(title: string, teamId: string, why: string | null = null) {
      const id = newId()
      const rest = { memberId: null, parentId: null, replyWithinDays: 3, intake: null, public: 'true', createdAt: deps.clock().toISOString() }
      await mine.insertInto('goals', { id, title, why, teamId, ...rest }).execute()
      return id
    },
  }
}
