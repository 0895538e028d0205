import { FeedbackQuery } from '@klankbord/shared/finding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { givenSaid } from '../../../test/said.ts'
import { eraseMine } from '../privacy/erase-mine.ts'
import { fillStems } from './fill-stems.ts'
import { listFeedback } from './read-feedback.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  beforeAll(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
  })
  afterAll(() => h.close())

  test('what came before there were stems is found by them in time, and erasing takes them along', async () => {
    await givenSaid(h.deps, given, { message: 'De remmen piepen' })
    const found = async (q: string) => (await listFeedback(h.deps, given.scope, FeedbackQuery.parse({ q }))).items.length
    const stemmed = 'rem piepen'
    expect([await found('"rem" piepen'), await found(stemmed), await found('remmen piepen')]).toEqual([0, 0, 1])
    await fillStems(h.deps)
    await fillStems(h.deps)
    expect(await found(stemmed)).toBe(1)
    const mine = h.deps.db.within(given.scope)
    const { customerId, siteId } = await mine.selectFrom('feedbackItems').select(['customerId', 'siteId']).executeTakeFirstOrThrow()
    await eraseMine(h.deps, { ...given.scope, who: { kind: 'customer', id: customerId, siteId } })
    expect(await mine.selectFrom('feedbackItems').select(['message', 'stems']).execute()).toEqual([{ message: '', stems: '' }])
    expect(await found(stemmed)).toBe(0)
  })
})
