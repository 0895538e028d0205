import type { Figure } from '@klankbord/shared/figure'
import type { Loop, LoopRow } from '@klankbord/shared/loop'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { givenSaid, type Said } from '../../test/said.ts'
import { newId } from '../db/ids.ts'
import { listFeedback } from '../feedback/inbox/read-feedback.ts'
import { mountLoop } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
  })
  afterAll(() => harness.close())
  beforeEach(async () => {
    given = await givenOrganisation(harness.deps, `Zaak ${newId()}`)
    ask = askingAs(harness.deps, mountLoop, given.scope)
  })

  const mine = () => harness.deps.db.within(given.scope)
  const said = (...items: Said[]) => givenSaid(harness.deps, given, ...items)
  const loop = async (query = '') => (await ask('GET', `/api/v1/loop?from=2026-02-01&to=2026-02-28${query}`)).body as Loop

  test('the funnel counts who has a goal, was replied to, answered and told; who left no address is counted apart', async () => {
    const outcomeId = newId()
    const at = '2026-02-12T12:00:00.000Z'
    const answered = { status: 'answered', outcomeId, answeredAt: at, repliedAt: at, news: 1 }
    await said(
      { goalId: null, status: 'received' },
      {},
      { repliedAt: at },
      { ...answered, unaddressedAt: at },
      { ...answered, unaddressedAt: at, news: 0 },
      { ...answered },
      { status: 'merged' },
    )
    const asked = { received: { value: 7 }, routed: { value: 5, n: 6 }, replied: { value: 4, n: 6 }, shareAnswered: { value: 3 / 6, n: 6 } }
    expect(await loop()).toMatchObject({ ...asked, shareTold: { value: 1 / 6, n: 6 }, noAddress: { value: 1, n: 3 } })
    expect(await loop(`&siteId=${given.siteId}`)).toMatchObject({ ...asked, noAddress: { value: 1, n: 3 } })
    expect(await loop(`&goalId=${given.goalId}&siteId=${given.siteId}`)).toMatchObject({ received: { value: 6 }, noAddress: { value: 1 } })
  })

  test('a site is looked at alone, and together with a team or a goal, whether or not there are others', async () => {
    const days = (count: number) => new Date(Date.parse('2026-02-10T12:00:00.000Z') + count * 86_400_000).toISOString()
    await said({ repliedAt: days(1) }, { goalId: null, status: 'received' })
    const received = async (query: string) => {
      const { received, timeToFirstReply } = await loop(query)
      return [received.value, timeToFirstReply.value]
    }
    const looks = [`&siteId=${given.siteId}`, `&siteId=${given.siteId}&teamId=${given.teamId}`, `&siteId=${given.siteId}&goalId=${given.goalId}`]
    const alone = await Promise.all(looks.map(received))
    expect(alone).toEqual([
      [2, 1],
      [1, 1],
      [1, 1],
    ])
    const second = newId()
    const site = { key: `site_${newId()}`, name: 'Tweede', origins: '[]', kinds: '[]', rating: null, look: '{}', locale: 'nl', firstSeenAt: null }
    await mine()
      .insertInto('sites', { ...site, id: second, createdAt: days(0) })
      .execute()
    await said({ siteId: second, repliedAt: days(3) })
    expect(await received('')).toEqual([3, 2])
    expect(await Promise.all(looks.map(received))).toEqual(alone)
    expect(await Promise.all(looks.map((look) => received(look.replace(given.siteId, second))))).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
    ])
    const series = async (siteId: string) =>
      (await ask('GET', `/api/v1/loop/series?from=2026-02-01&to=2026-02-28&period=month&siteId=${siteId}`)).body
    expect((await series(second)).points).toMatchObject([{ received: 1 }])
    expect((await series(given.siteId)).points).toMatchObject([{ received: 2 }])
    expect((await ask('GET', `/api/v1/loop?siteId=${newId()}`)).status).toBe(404)
  })

  test('every number opens its list: as many items as it counts', async () => {
    const at = '2026-02-12T12:00:00.000Z'
    const answered = { status: 'answered', outcomeId: newId(), answeredAt: at, repliedAt: at, news: 1 }
    await said(
      { goalId: null, status: 'received' },
      { repliedAt: at, replyBy: '2026-02-13T12:00:00.000Z' },
      { ...answered, unaddressedAt: at },
      { ...answered, news: 0, helped: 'yes', reactedAt: at },
      { ...answered, helped: 'partly', reactedAt: at },
      { ...answered },
      { status: 'merged', helped: 'no', reactedAt: at },
      { status: 'spam' },
    )
    const standing = async (name: string) =>
      (await listFeedback(harness.deps, given.scope, { loop: name as 'told', from: '2026-02-01', to: '2026-02-28', sort: 'new', limit: 50 })).items
        .length
    const { routed, replied, shareAnswered, shareTold, noAddress, shareHelped, promiseKept } = await loop()
    const count = ({ value, n }: Figure) => Math.round((value ?? 0) * (n ?? 0))
    expect(await standing('routed')).toBe(routed.value)
    expect(await standing('replied')).toBe(replied.value)
    expect(await standing('answered')).toBe(count(shareAnswered))
    expect(await standing('told')).toBe(count(shareTold))
    expect(await standing('no_address')).toBe(noAddress.value)
    expect(await standing('reacted')).toBe(shareHelped.n)
    expect(await standing('helped')).toBe(count(shareHelped))
    expect(await standing('kept')).toBe(count(promiseKept))
    expect([await standing('untold'), await standing('missed')]).toEqual([2, 0])
  })

  test('the loop is taken apart by goal, team, site and month, and ranked only where enough is known', async () => {
    const [few, fewer] = [newId(), newId()]
    const goal = { why: null, teamId: given.teamId, memberId: null, parentId: null, replyWithinDays: 3, intake: null, public: 'true' }
    const createdAt = '2026-01-01T00:00:00.000Z'
    await mine()
      .insertInto('goals', [
        { ...goal, id: few, title: 'Een kopje koffie', createdAt },
        { ...goal, id: fewer, title: 'Meer parkeerplek', createdAt },
      ])
      .execute()
    await said(
      ...Array.from({ length: 12 }, (_, i) => ({ status: i < 3 ? 'answered' : 'routed', kind: i === 0 ? 'compliment' : 'complaint' })),
      ...Array.from({ length: 10 }, (_, i) => ({ goalId: few, status: i < 9 ? 'answered' : 'routed' })),
      { goalId: fewer, status: 'answered' },
      { submittedAt: '2026-01-31T23:30:00.000Z' },
      { submittedAt: '2026-01-31T22:30:00.000Z' },
    )
    const parts = async (by: string, query = '') => (await ask('GET', `/api/v1/loop/parts?from=2026-02-01&to=2026-02-28&by=${by}${query}`)).body
    const { items, least } = await parts('goal')
    expect(least).toBe(10)
    expect(items.map(({ id, rank, received }: LoopRow) => [id, rank, received])).toEqual([
      [few, 1, 10],
      [given.goalId, 2, 13],
      [fewer, null, 1],
    ])
    expect(items[1]).toMatchObject({ team: 'Werkplaats', compliments: 1, complaints: 12, figures: { answered: { value: (100 * 3) / 13, n: 13 } } })
    expect((await parts('team')).items).toMatchObject([{ id: given.teamId, rank: 1, received: 24 }])
    expect((await parts('site')).items).toMatchObject([{ id: given.siteId, name: 'Webwinkel', rank: 1, received: 24 }])
    expect((await parts('month')).items).toMatchObject([{ id: '2026-01-31T23:00:00.000Z', rank: null, received: 24 }])
    expect((await parts('goal', '&rank=helped')).items.map(({ rank }: LoopRow) => rank)).toEqual([null, null, null])
    expect((await ask('GET', '/api/v1/loop/parts?by=weather')).status).toBe(400)
  })

  test('compliments and complaints over time stand beside the outcomes that were published meanwhile', async () => {
    await said({ kind: 'compliment' }, {}, {}, { submittedAt: '2026-01-10T12:00:00.000Z' })
    const words = {
      title: 'Een tweede plakbank',
      did: 'x',
      better: null,
      next: null,
      locale: 'nl',
      translations: '{}',
      publicAt: null,
      createdBy: null,
    }
    const outcome = { ...words, goalId: given.goalId, kind: 'done', createdAt: '2026-02-05T10:00:00.000Z', publishAt: null }
    await mine()
      .insertInto('outcomes', [
        { ...outcome, id: newId(), publishedAt: '2026-02-05T10:00:00.000Z' },
        { ...outcome, id: newId(), title: 'Ervoor', publishedAt: '2025-12-05T10:00:00.000Z' },
        { ...outcome, id: newId(), title: 'Nog een concept', publishedAt: null },
      ])
      .execute()
    const { body } = await ask('GET', '/api/v1/loop/series?from=2026-01-01&to=2026-02-28')
    expect(body.points).toEqual([
      { at: '2025-12-31T23:00:00.000Z', received: 1, compliments: 0, complaints: 1 },
      { at: '2026-01-31T23:00:00.000Z', received: 3, compliments: 1, complaints: 2 },
    ])
    expect(body.outcomes).toMatchObject([{ title: 'Een tweede plakbank', at: '2026-02-05T10:00:00.000Z' }])
    expect((await ask('GET', `/api/v1/loop/series?period=week&teamId=${given.teamId}&from=2026-02-01&to=2026-02-28`)).body.points).toHaveLength(5)
    expect((await ask('GET', '/api/v1/loop/series?period=week&from=1990-01-01')).status).toBe(400)
  })
})
