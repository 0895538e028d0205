import type { Receipt } from '@klankbord/shared/feedback'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation, SITE_ORIGIN } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { newId } from '../../db/ids.ts'
import { routeFeedback } from '../triage.ts'
import { endGoalOfFeedback } from './end-goal.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  beforeEach(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
  })
  afterEach(() => harness.close())

  const mine = () => harness.deps.db.within(given.scope)

  /** Another goal, with a rule that gives it all complaints. */
  const another = async () => {
    const id = newId()
    const { teamId, createdAt, ...goal } = await mine().selectFrom('goals').selectAll().where('id', '=', given.goalId).executeTakeFirstOrThrow()
    await mine()
      .insertInto('goals', { ...goal, id, teamId, createdAt })
      .execute()
    const conditions = JSON.stringify([{ field: 'kind', op: 'is', value: 'complaint' }])
    await mine().insertInto('routingRules', { id: newId(), goalId: id, conditions, position: 0, createdAt }).execute()
    return id
  }
  const submit = () =>
    harness.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body: { kind: 'complaint', message: 'De remmen piepen' },
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': newId() },
    }) as Promise<{ status: number; body: Receipt }>
  const end = (id: string) => endGoalOfFeedback(harness.deps, given.scope, { id, state: 'stopped', lookBack: 'Het is goed zo.' })
  const under = (goalId: string) => mine().selectFrom('feedbackItems').select(['id', 'status']).where('goalId', '=', goalId).execute()
  const later = (turns: number) =>
    new Promise<void>((resolve) => {
      const turn = (left: number) => (left === 0 ? resolve() : setImmediate(() => turn(left - 1)))
      turn(turns)
    })

  test('what customers send while a goal ends is kept, and none of it stays under that goal', async () => {
    for (let round = 0; round < 12; round++) {
      const goalId = await another()
      const sent = Array.from({ length: 24 }, async (_, i) => {
        await later(i)
        return submit()
      })
      await later(round)
      await end(goalId)
      const answers = await Promise.all(sent)
      expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(201))
      expect(await under(goalId)).toEqual([])
    }
  })

  test('what a colleague gives to a goal while it ends does not stay under it', async () => {
    for (let round = 0; round < 12; round++) {
      const goalId = await another()
      const items = await Promise.all(Array.from({ length: 6 }, () => givenFeedback(harness.deps, given)))
      const giving = items.map(async ({ id }, i) => {
        await later(i * 2)
        return routeFeedback(harness.deps, given.scope, { id, goalId }).catch((error: Error) => error.message)
      })
      await later(round)
      await end(goalId)
      await Promise.all(giving)
      expect(await under(goalId)).toEqual([])
    }
  })
})
