import type { RuleCheck, RuleWarning } from '@klankbord/shared/routing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { givenSaid, type Said } from '../../test/said.ts'
import { newId } from '../db/ids.ts'
import { mountRules } from './http.ts'

const says = (value: string) => ({ field: 'message', op: 'contains word', value })

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let other: string
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
  })
  beforeEach(async () => {
    given = await givenOrganisation(harness.deps)
    ask = askingAs(harness.deps, mountRules, given.scope)
    other = newId()
    const createdAt = harness.deps.clock().toISOString()
    const goal = { id: other, title: 'Minder lekke banden', teamId: given.teamId, replyWithinDays: 3, public: 'true', createdAt }
    await harness.deps.db.within(given.scope).insertInto('goals', goal).execute()
  })
  afterAll(() => harness.close())

  const create = async (when: object[], goalId = given.goalId): Promise<string> =>
    (await ask('POST', '/api/v1/routing/rules', { goalId, when })).body.id
  const check = async (draft: object): Promise<RuleCheck> =>
    (await ask('POST', '/api/v1/routing/rules/check', { goalId: given.goalId, ...draft })).body
  const warnings = async (): Promise<{ tried: number; items: RuleWarning[] }> => (await ask('GET', '/api/v1/routing/rules/warnings')).body
  const said = (...messages: (string | Said)[]) =>
    givenSaid(harness.deps, given, ...messages.map((one) => (typeof one === 'string' ? { message: one } : one)))

  test('a draft is counted on what came in, in its place, and changes nothing', async () => {
    await said('De rem piept', 'De rem en de bel', 'De bel', 'Het slot')
    const bel = await create([says('bel')])
    const draft = { when: [{ any: [says('rem'), says('slot')] }], goalId: given.goalId }
    const stored = () => harness.deps.db.everywhere.selectFrom('routingVersions').selectAll().execute()
    const before = await stored()
    const last = await check(draft)
    expect(last).toMatchObject({ tried: 4, fits: 3, takes: 2, warnings: [] })
    expect(last.examples.map(({ message }) => message).sort()).toEqual(['De rem piept', 'Het slot'])
    expect(await check({ ...draft, position: 0 })).toMatchObject({ fits: 3, takes: 3 })
    expect(await check({ ...draft, id: bel })).toMatchObject({ fits: 3, takes: 3 })
    expect(await stored()).toEqual(before)
  })

  test('what is spam or was erased is not tried, and an example is no longer than can be looked over', async () => {
    await said('rem', { message: 'rem', status: 'spam' }, { message: '', erasedAt: '2026-02-20T12:00:00.000Z' }, `rem ${'x'.repeat(4000)}`)
    const { tried, examples } = await check({ when: [says('rem')] })
    expect(tried).toBe(2)
    expect(examples.map(({ message }) => message.length).sort()).toEqual([3, 300].sort())
  })

  test('a draft is refused like the rule that it would be', async () => {
    const draft = (body: object) => ask('POST', '/api/v1/routing/rules/check', { goalId: given.goalId, when: [says('rem')], ...body })
    expect(await draft({ when: [{ field: 'message', op: 'matches', value: '(?=a)' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'when.0.value', message: expect.stringContaining('ahead') }] },
    })
    expect(await draft({ when: [{ any: [{ field: 'message', op: 'is', value: '' }] }] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'when.0.any.0.value' }] },
    })
    expect(await draft({ id: newId() })).toMatchObject({ status: 404 })
    expect(await draft({ goalId: newId() })).toMatchObject({ status: 404, body: { errors: [{ path: 'goalId' }] } })
    expect(await draft({ effects: { notify: [newId()] } })).toMatchObject({ status: 404, body: { errors: [{ path: 'effects.notify.0' }] } })
  })

  test('a rule is never reached where an earlier one says as much', async () => {
    const rem = await create([says('rem')])
    expect((await check({ when: [says('rem'), { field: 'kind', op: 'is', value: 'idea' }] })).warnings).toEqual([
      { kind: 'never-reached', ruleId: null, ruleIds: [rem], certain: true },
    ])
    expect((await check({ when: [says('rem'), says('bel')], position: 0 })).warnings).toEqual([])
    const later = await create([says('de rem')])
    expect((await warnings()).items).toEqual([{ kind: 'never-reached', ruleId: later, ruleIds: [rem], certain: true }])
  })

  test('or where earlier ones took everything so far', async () => {
    await said('De rem piept', 'De bel piept', 'Het slot')
    const [rem, slot, bel] = [await create([says('rem')]), await create([says('slot')]), await create([says('bel')])]
    expect(await check({ when: [says('piept')] })).toMatchObject({
      ...{ fits: 2, takes: 0, examples: [expect.anything(), expect.anything()] },
      warnings: [{ kind: 'never-reached', ruleId: null, ruleIds: [rem, bel], certain: false }],
    })
    const piept = await create([says('piept')])
    expect((await warnings()).items).toEqual([{ kind: 'never-reached', ruleId: piept, ruleIds: [rem, bel], certain: false }])
    expect(slot).not.toBe(rem)
  })

  test('rules that want much of the same for different goals are in conflict', async () => {
    await said('De rem piept', 'De rem kraakt', 'De rem is kapot', 'De bel', 'Het slot')
    const [first, second] = [await create([{ any: [says('rem'), says('bel')] }]), await create([{ any: [says('rem'), says('slot')] }], other)]
    expect(await warnings()).toEqual({ tried: 5, items: [{ kind: 'conflict', ruleId: first, ruleIds: [second], certain: false }] })
    expect((await check({ when: [{ any: [says('rem'), says('bel')] }], id: first, goalId: other })).warnings).toEqual([])
    // A draft that leaves a later rule nothing at all.
    expect((await check({ when: [{ any: [says('rem'), says('slot'), says('bel')] }], position: 0 })).warnings).toEqual([
      { kind: 'conflict', ruleId: null, ruleIds: [second], certain: true },
    ])
  })

  test('a rule that fits nothing so far, and one whose goal was stopped, are told', async () => {
    expect((await check({ when: [says('zadel')] })).warnings).toEqual([])
    await said('De rem piept')
    expect((await check({ when: [says('zadel')] })).warnings).toEqual([{ kind: 'matches-nothing', ruleId: null, ruleIds: [], certain: false }])
    const rem = await create([says('rem')], other)
    await harness.deps.db.within(given.scope).updateTable('goals').set({ state: 'stopped', endedAt: 'then' }).where('id', '=', other).execute()
    expect((await warnings()).items).toEqual([{ kind: 'goal-ended', ruleId: rem, ruleIds: [], certain: true }])
    expect((await check({ when: [says('piept')], id: rem, goalId: other })).warnings).toEqual([
      { kind: 'goal-ended', ruleId: null, ruleIds: [], certain: true },
    ])
    expect(await ask('POST', '/api/v1/routing/rules/check', { goalId: other, when: [says('rem')] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'goalId' }] },
    })
    // It is passed over, so it takes nothing away from who comes later.
    expect(await check({ when: [says('rem')] })).toMatchObject({ fits: 1, takes: 1, warnings: [] })
  })

  test('the newest 1,000 are tried, without holding up who sends feedback', async () => {
    const { db } = harness.deps
    await said('rem')
    const [one] = await db.within(given.scope).selectFrom('feedbackItems').selectAll().execute()
    // What the database fills in itself is left to it.
    const { seq, search, ...item } = one as NonNullable<typeof one> & { search?: unknown }
    const messages = [
      'De rem van mijn fiets piept sinds de beurt, en dat is nu al de derde keer dit jaar. ',
      'Fijne winkel! ',
      'Wanneer is hij klaar? ',
    ]
    for (let from = 0; from < 1100; from += 100) {
      const some = Array.from({ length: 100 }, (_, i) => ({ ...item, id: newId(), message: (messages[i % 3] as string).repeat(1 + (i % 4)) }))
      await db.within(given.scope).insertInto('feedbackItems', some).execute()
    }
    for (let i = 0; i < 20; i++) await create([{ any: [says(`woord${i}`), { field: 'message', op: 'contains', value: `deel${i}` }] }])
    const draft = { when: [{ any: [says('piept'), { field: 'message', op: 'matches', value: '\\bfijn(e|er)?\\b' }] }] }
    await check(draft)
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    const start = performance.now()
    const checked = await check(draft)
    const took = performance.now() - start
    clearInterval(watch)
    expect(checked.tried).toBe(1000)
    expect(checked.fits).toBeGreaterThan(600)
    // Far more than it takes on a machine that has nothing else to do.
    expect(took).toBeLessThan(1500)
    expect(longest).toBeLessThan(300)
  })
})
