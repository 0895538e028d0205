import type { Loop } from '@klankbord/shared/loop'
import type { Computed, LoopMetric, Measure } from '@klankbord/shared/measures'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { givenSaid, type Said } from '../../test/said.ts'
import { newId } from '../db/ids.ts'
import { mountMeasures } from '../measures/http.ts'
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
    ask = askingAs(
      harness.deps,
      (app, deps) => {
        mountMeasures(app, deps)
        mountLoop(app, deps)
      },
      given.scope,
    )
  })

  const mine = () => harness.deps.db.within(given.scope)

  const said = (...items: Said[]) => givenSaid(harness.deps, given, ...items)
  const compute = async (metric: LoopMetric, filter: Omit<Computed, 'metric'> = {}, more: object = {}): Promise<Measure> => {
    const input = { name: metric, unit: '%', direction: 'up', source: 'computed', computed: { metric, ...filter }, ...more }
    const { status, body } = await ask('POST', '/api/v1/measures', input)
    expect({ status, body }).toMatchObject({ status: 201 })
    return (await ask('GET', `/api/v1/measures/${body.id}`)).body
  }
  const figure = async (metric: LoopMetric, filter: Omit<Computed, 'metric'> = {}) => {
    const point = (await compute(metric, filter)).points.at(-1)
    return point && [point.value, point.n]
  }
  const loop = async (query = '') => (await ask('GET', `/api/v1/loop?from=2026-02-01&to=2026-02-28${query}`)).body as Loop

  test('voices are counted by kind, without spam, and never without how many there were', async () => {
    await said(
      { kind: 'compliment' },
      { kind: 'compliment' },
      { kind: 'compliment' },
      {},
      {},
      { kind: 'idea' },
      { kind: 'compliment', status: 'spam' },
    )
    expect(await figure('compliments')).toEqual([3, 6])
    expect(await figure('complaints')).toEqual([2, 6])
    expect(await figure('ratio')).toEqual([1.5, 5])
    expect(await figure('complaints', { kind: 'idea' })).toEqual([0, 1])
  })

  test('ratings become CSAT, NPS and CES, each of those who rated so', async () => {
    const rated = (ratingScale: string, ...values: number[]) => values.map((ratingValue) => ({ ratingScale, ratingValue }))
    await said(...rated('csat', 5, 4, 3, 1), ...rated('nps', 10, 9, 8, 7, 6, 0, 9, 10), ...rated('ces', 7, 4))
    expect(await figure('csat')).toEqual([50, 4])
    expect(await figure('nps')).toEqual([25, 8])
    expect(await figure('ces')).toEqual([5.5, 2])
  })

  test('told are those whose e-mail was sent or who looked, not those with a mail that failed or with news unread', async () => {
    const outcomeId = newId()
    const answered = { status: 'answered', outcomeId, answeredAt: '2026-02-12T12:00:00.000Z', repliedAt: '2026-02-11T12:00:00.000Z' }
    await said(
      { ...answered, news: 1, email: 'verstuurd@example.nl' },
      { ...answered, news: 1, email: 'mislukt@example.nl' },
      { ...answered, news: 0 },
      { ...answered, news: 1 },
      { ...answered, news: 1, helped: 'partly' },
      { ...answered, status: 'reopened', answeredAt: null, helped: 'no' },
      {},
      { status: 'merged' },
    )
    for (const [receiver, state] of [
      ['verstuurd@example.nl', 'sent'],
      ['mislukt@example.nl', 'failed'],
    ] as const) {
      const at = '2026-02-12T12:00:00.000Z'
      const mail = {
        id: newId(),
        kind: 'outcome-email',
        aboutId: outcomeId,
        customerId: null,
        receiver,
        payload: '{}',
        state,
        attempts: 1,
        reason: null,
      }
      await mine()
        .insertInto('deliveries', { ...mail, queuedAt: at, dueAt: at, updatedAt: at })
        .execute()
    }
    expect(await figure('answered')).toEqual([(100 * 5) / 7, 7])
    expect(await figure('told')).toEqual([(100 * 3) / 7, 7])
    expect(await figure('helped')).toEqual([0, 2])
    expect(await loop()).toMatchObject({ shareAnswered: { value: 5 / 7, n: 7 }, shareTold: { value: 3 / 7, n: 7 }, received: { value: 8, n: 8 } })
  })

  test('times are medians of days, until the first word and the first outcome, also of what was opened again', async () => {
    const days = (count: number) => new Date(Date.parse('2026-02-10T12:00:00.000Z') + count * 86_400_000).toISOString()
    const reopened = newId()
    await said(
      { repliedAt: days(1), answeredAt: days(4), status: 'answered' },
      { repliedAt: days(2), answeredAt: days(5), status: 'answered' },
      { repliedAt: days(12) },
      { id: reopened, status: 'reopened' },
      {},
    )
    const event = (type: string, actorKind: string, at: string) => ({
      id: newId(),
      feedbackItemId: reopened,
      aboutId: null,
      type,
      actorKind,
      actorId: null,
      actorName: null,
      detail: '{}',
      createdAt: at,
    })
    await mine()
      .insertInto('events', [
        event('feedback.reopened', 'customer', days(7)),
        event('feedback.message', 'customer', days(0.1)),
        event('feedback.message', 'member', days(3)),
        event('outcome.published', 'member', days(6)),
      ])
      .execute()
    const [reply, n] = (await figure('timeToReply')) ?? []
    expect([Math.round((reply ?? 0) * 1000) / 1000, n]).toEqual([2.5, 4])
    const { timeToOutcome, timeToFirstReply } = await loop()
    expect([Math.round((timeToOutcome.value ?? 0) * 1000) / 1000, timeToOutcome.n, timeToFirstReply.n]).toEqual([5, 3, 4])
  })

  test('promises that came due count, kept or not; overdue is what nobody has answered yet', async () => {
    const due = '2026-02-20T16:00:00.000Z'
    await said(
      { replyBy: due, repliedAt: '2026-02-19T10:00:00.000Z' },
      { replyBy: due, repliedAt: '2026-02-21T10:00:00.000Z' },
      { replyBy: due },
      { replyBy: '2026-03-20T16:00:00.000Z' },
      { replyBy: due, status: 'spam' },
    )
    expect(await loop()).toMatchObject({ promiseKept: { value: 1 / 3, n: 3 }, overdue: { value: 1, n: 4 } })
  })

  test('a filter on site, goal, kind and attribute leaves the rest out', async () => {
    await said({ attributes: '{"plan":"pro"}' }, { attributes: '{"plan":"basis"}', kind: 'idea' }, { goalId: null, attributes: `{"'\\"$[0]":"x"}` })
    const n = async (filter: Omit<Computed, 'metric'>) => (await figure('complaints', filter))?.[1] ?? 0
    expect(await n({})).toBe(3)
    expect(await n({ goalId: given.goalId })).toBe(2)
    expect(await n({ siteId: given.siteId, kind: 'idea' })).toBe(1)
    expect(await n({ attribute: { name: 'plan', value: 'pro' } })).toBe(1)
    expect(await n({ attribute: { name: `'"$[0]`, value: 'x' } })).toBe(1)
    expect(await n({ attribute: { name: 'plan', value: "' or 1=1 --" } })).toBe(0)
    const elsewhere = (await givenOrganisation(harness.deps, 'Andere zaak')).goalId
    const input = { name: 'X', unit: '%', direction: 'up', source: 'computed' }
    expect(await ask('POST', '/api/v1/measures', { ...input, computed: { metric: 'csat', goalId: elsewhere } })).toMatchObject({ status: 404 })
    expect(await ask('POST', '/api/v1/measures', input)).toMatchObject({ status: 400, body: { errors: [{ path: 'computed' }] } })
  })

  test('teams are ranked only by what enough customers said', async () => {
    const other = newId()
    await mine().insertInto('teams', { id: other, name: 'Balie', level: 'team', parentId: null, createdAt: '2026-01-01T00:00:00.000Z' }).execute()
    const goal = { title: 'Snel', why: null, memberId: null, parentId: null, replyWithinDays: 3, intake: null, public: 'true' }
    const goalId = newId()
    await mine()
      .insertInto('goals', { ...goal, id: goalId, teamId: other, createdAt: '2026-01-01T00:00:00.000Z' })
      .execute()
    await said(
      ...Array.from({ length: 10 }, (_, i) => ({ status: i < 4 ? 'answered' : 'routed' })),
      ...Array.from({ length: 9 }, () => ({ goalId, status: 'answered' })),
    )
    const { body } = await ask('GET', '/api/v1/loop/teams?metric=answered&from=2026-02-01&to=2026-02-28')
    expect(body).toEqual({
      least: 10,
      items: [
        { teamId: given.teamId, team: 'Werkplaats', value: 40, n: 10 },
        { teamId: other, team: 'Balie', value: null, n: 9 },
      ],
    })
    expect((await ask('GET', '/api/v1/loop/teams?metric=timeToReply')).status).toBe(400)
  })

  test('another organisation’s feedback is in none of the figures', async () => {
    await said({}, {})
    const other = await givenOrganisation(harness.deps, 'Andere zaak')
    const theirs = askingAs(harness.deps, mountLoop, other.scope)
    expect((await theirs('GET', '/api/v1/loop')).body).toMatchObject({
      received: { value: 0, n: 0 },
      shareAnswered: { value: null, n: 0 },
      timeToOutcome: { value: null, n: 0 },
    })
    expect(await theirs('GET', `/api/v1/loop?teamId=${given.teamId}`)).toMatchObject({ status: 404 })
  })
})
