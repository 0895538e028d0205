import type { RoutingClause, RoutingCondition } from '@klankbord/shared/routing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileClauses } from './clause.ts'
import { implies, normalOf, takenBy } from './implies.ts'
import { type RoutableItem, reader, routeToGoal } from './route-to-goal.ts'

const item: RoutableItem = {
  kind: 'complaint',
  message: 'De bezorging was te laat en de doos was nat',
  pageUrl: 'https://www.bakker.example/winkel',
  locale: 'nl',
  rating: { scale: 'csat', value: 2 },
  site: { id: 'site-1', key: 'site_abc', name: 'Webwinkel' },
  attributes: { plan: 'pro' },
}
const says = (value: string): RoutingCondition => ({ field: 'message', op: 'contains word', value })
const kind = (value: string): RoutingCondition => ({ field: 'kind', op: 'is', value })
const rated = (op: 'at most' | 'at least', value: number): RoutingCondition => ({ field: 'rating', op, value })
const route = (when: RoutingClause[], locale = 'nl') => routeToGoal(item, [{ id: 'r', goalId: 'g', when }], locale).decision.because
const holds = (clauses: RoutingClause[], of = item) => compileClauses(clauses).holds(reader(of))

describe('clauses', () => {
  test.each<[string, RoutingClause[], boolean]>([
    ['one of several', [{ any: [says('rem'), says('laat')] }], true],
    ['none of several', [{ any: [says('rem'), says('bel')] }], false],
    ['all of them', [{ all: [says('laat'), says('nat')] }], true],
    ['not all of them', [{ all: [says('laat'), says('droog')] }], false],
    ['what it is not', [{ not: says('rem') }], true],
    ['what it is after all', [{ not: says('laat') }], false],
    ['not one of several', [{ not: { any: [says('rem'), says('bel')] } }], true],
    ['a choice within what it is not', [kind('complaint'), { not: { all: [says('laat'), { any: [says('droog'), says('nat')] }] } }], false],
    ['a pattern', [{ field: 'message', op: 'matches', value: 'laat.{0,20}\\bnat\\b' }], true],
    ['one of two patterns', [{ field: 'message', op: 'matches', value: ['^rem', 'doos'] }], true],
    ['a pattern on a page', [{ field: 'pageUrl', op: 'matches', value: '^/winkel$' }], true],
    ['a pattern on what it does not have', [{ field: 'attributes.order', op: 'matches', value: '.*' }], false],
  ])('hold as they are joined: %s', (_, clauses, expected) => {
    expect(holds(clauses)).toBe(expected)
  })

  test('a reason tells what held of a choice, and what did not where that was asked', () => {
    expect(route([{ any: [says('rem'), says('laat'), says('nat')] }, { not: { any: [kind('idea'), says('bel')] } }])).toEqual([
      'Regel 1: het bericht bevat het woord ‘laat’',
      'Regel 1: niet: de soort is ‘idee’ of het bericht bevat het woord ‘bel’',
    ])
    expect(route([{ not: { any: [{ all: [kind('idea'), says('bel')] }, { not: says('nat') }] } }], 'en')).toEqual([
      'Rule 1: not: (the kind is ‘idea’ and the message contains the word ‘bel’) or (not: the message contains the word ‘nat’)',
    ])
    expect(route([{ field: 'message', op: 'matches', value: 'la+t' }])).toEqual(['Regel 1: het bericht past bij het patroon ‘la+t’'])
    expect(route([{ not: { field: 'kind', op: 'in list', value: ['idea', 'question'] } }])).toEqual(['Regel 1: niet: de soort is ‘idee, vraag’'])
  })

  test('feedback for a goal that was stopped goes to the goal above it, and the reason says so', () => {
    const rule = { id: 'r', goalId: 'above', ended: 'Sneller bezorgen', when: [says('laat')] }
    expect(routeToGoal(item, [rule], 'nl', 7)).toMatchObject({
      goalId: 'above',
      decision: {
        method: 'rule',
        ruleId: 'r',
        rules: 7,
        because: [
          'Regel 1: het bericht bevat het woord ‘laat’',
          'Regel 1: het doel ‘Sneller bezorgen’ loopt niet meer; daarom gaat dit naar het doel erboven',
        ],
      },
    })
  })
})

const condition = fc.oneof(
  fc.constantFrom('laat', 'rem', 'nat', 'de').map(says),
  fc.constantFrom('complaint', 'idea').map(kind),
  fc.tuple(fc.constantFrom('at most' as const, 'at least' as const), fc.integer({ min: 1, max: 4 })).map(([op, value]) => rated(op, value)),
  fc.constantFrom('be', 'laat', 'bezorging was').map((value): RoutingCondition => ({ field: 'message', op: 'contains', value })),
  fc.constantFrom('d', 'de bezorging', 'rem').map((value): RoutingCondition => ({ field: 'message', op: 'starts with', value })),
  fc
    .constantFrom<string[]>(['pro'], ['gratis', 'pro'], ['gratis'])
    .map((value): RoutingCondition => ({ field: 'attributes.plan', op: 'in list', value })),
  fc.constantFrom('pro', 'gratis').map((value): RoutingCondition => ({ field: 'attributes.plan', op: 'is not', value })),
  fc.constantFrom('be.*laat', '^rem').map((value): RoutingCondition => ({ field: 'message', op: 'matches', value })),
)
const { clause } = fc.letrec<{ clause: RoutingClause }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.array(tie('clause'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('clause'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('clause').map((not) => ({ not })),
  ),
}))
const anyItem: fc.Arbitrary<RoutableItem> = fc.record({
  kind: fc.constantFrom('complaint', 'idea', 'question', 'compliment'),
  message: fc.constantFrom(item.message, 'De rem', 'rem nat', 'Verlaat bericht', 'laat', 'bezorging was laat'),
  rating: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 5 }).map((value) => ({ scale: 'csat' as const, value })),
  ),
  attributes: fc.constantFrom<Record<string, string>>({}, { plan: 'pro' }, { plan: 'gratis' }, { plan: 'anders' }),
  pageUrl: fc.constant(null),
  locale: fc.constant('nl'),
  site: fc.constant(item.site),
})

describe('whatever the clauses', () => {
  test('they hold alike when they were written down and read back', () => {
    fc.assert(
      fc.property(clause, anyItem, (one, of) => {
        expect(holds(JSON.parse(JSON.stringify([one])), of)).toBe(holds([one], of))
      }),
    )
  })

  test('not all of them is one that is not, and none of them is all that are not', () => {
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 4 }), anyItem, (clauses, of) => {
        const nots = clauses.map((not) => ({ not }))
        expect(holds([{ not: { all: clauses } }], of)).toBe(holds([{ any: nots }], of))
        expect(holds([{ not: { any: clauses } }], of)).toBe(holds([{ all: nots }], of))
        expect(holds([{ not: { not: { all: clauses } } }], of)).toBe(holds(clauses, of))
      }),
    )
  })

  test('a reason is given exactly when they hold', () => {
    fc.assert(
      fc.property(clause, anyItem, (one, of) => {
        const { decision } = routeToGoal(of, [{ id: 'r', goalId: 'g', when: [one] }], 'en')
        expect(decision.because.length).toBeGreaterThan(0)
        expect(decision.method === 'rule').toBe(holds([one], of))
      }),
    )
  })

  test('what is said to follow does follow, for every item', () => {
    let followed = 0
    fc.assert(
      fc.property(clause, clause, fc.array(anyItem, { minLength: 8, maxLength: 8 }), (a, b, items) => {
        if (!implies(normalOf([a]), normalOf([b]))) return
        followed++
        for (const of of items) if (holds([a], of)) expect(holds([b], of)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(followed).toBeGreaterThan(50)
  })

  test('everything follows from itself, and what is joined to it takes nothing away', () => {
    fc.assert(
      fc.property(clause, clause, (a, b) => {
        expect(implies(normalOf([a]), normalOf([a]))).toBe(true)
        expect(implies(normalOf([a, b]), normalOf([a]))).toBe(true)
        expect(implies(normalOf([a]), normalOf([{ any: [b, a] }]))).toBe(true)
      }),
    )
  })
})

const on = (field: string, op: RoutingCondition['op'], value: RoutingCondition['value']): RoutingCondition => ({ field, op, value })

describe('a rule that is never reached', () => {
  test.each<[RoutingClause[], RoutingClause[], boolean]>([
    [[says('rem'), kind('idea')], [says('rem')], true],
    [[says('rem')], [says('rem'), kind('idea')], false],
    [[says('REM')], [says('rem')], true],
    [[says('de rem')], [says('rem')], true],
    [[says('rem')], [on('message', 'contains', 're')], true],
    [[on('message', 'contains', 'rem')], [says('rem')], false],
    [[on('message', 'contains', 'de rem is')], [says('rem')], true],
    [[on('message', 'starts with', 'de rem')], [says('rem')], false],
    [[on('message', 'starts with', 'de rem')], [says('de')], true],
    [[on('message', 'starts with', 'de rem')], [on('message', 'starts with', 'de')], true],
    [[on('message', 'is', 'de rem')], [on('message', 'matches', '^de')], true],
    [[on('message', 'matches', '^de')], [on('message', 'matches', '^de')], true],
    [[on('message', 'matches', '^de rem')], [on('message', 'matches', '^de')], false],
    [[on('pageUrl', 'starts with', '/winkel/fietsen')], [on('pageUrl', 'starts with', '/winkel')], true],
    [[on('pageUrl', 'is', '/winkel')], [{ not: on('pageUrl', 'is', '/blog') }], false],
    [[rated('at most', 2)], [rated('at most', 3)], true],
    [[rated('at most', 3)], [rated('at most', 2)], false],
    [[rated('at least', '4' as never)], [rated('at least', 3)], true],
    [[rated('at most', 2)], [{ not: rated('at least', 4) }], true],
    [[on('rating', 'is', 2)], [rated('at most', 3)], true],
    [[on('locale', 'in list', 'nl, fr')], [on('locale', 'in list', ['de', 'nl', 'fr'])], true],
    [[on('locale', 'in list', 'nl, es')], [on('locale', 'in list', ['de', 'nl', 'fr'])], false],
    [[on('message', 'contains', ['rem', 'remmen'])], [on('message', 'contains', 'rem')], true],
    [[kind('idea')], [on('kind', 'is not', 'complaint')], true],
    [[on('kind', 'is not', 'complaint')], [on('kind', 'in list', 'idea, question, compliment')], true],
    [[kind('idea')], [{ not: kind('complaint') }], true],
    [[{ not: { any: [says('rem'), says('bel')] } }], [{ not: says('rem') }], true],
    [[{ not: says('rem') }], [{ not: { any: [says('rem'), says('bel')] } }], false],
    [[{ not: on('message', 'contains', 'rem') }], [{ not: says('rem') }], true],
    [[{ not: { not: says('rem') } }], [says('rem')], true],
    [[{ any: [says('rem'), says('bel')] }], [{ any: [says('bel'), says('rem'), says('slot')] }], true],
    [[{ any: [says('rem'), says('bel')] }, kind('idea')], [{ any: [{ all: [says('rem'), kind('idea')] }, says('bel')] }], true],
    [[on('attributes.plan', 'is', 'pro')], [on('attributes.plan', 'is not', 'gratis')], true],
    [[on('attributes.plan', 'is', 'pro')], [on('attributes.soort', 'is', 'pro')], false],
  ])('%j follows %j: %s', (later, earlier, expected) => {
    expect(takenBy(normalOf(later), [{ clauses: normalOf(earlier) }]) !== null).toBe(expected)
  })

  test('may be taken by several between them, and those are named', () => {
    const earlier = [kind('idea'), says('bel'), kind('complaint'), kind('question')].map((one) => ({
      name: JSON.stringify(one),
      clauses: normalOf([one]),
    }))
    const named = (later: RoutingClause[]) => takenBy(normalOf(later), earlier)?.map(({ clauses }) => 'value' in clauses && clauses.value)
    expect(named([on('kind', 'in list', 'idea, complaint'), says('rem')])).toEqual(['idea', 'complaint'])
    expect(named([on('kind', 'in list', 'idea, compliment')])).toBeUndefined()
    expect(named([{ any: [kind('question'), { all: [says('bel'), kind('compliment')] }] }])).toEqual(['bel', 'question'])
  })

  test('is looked for no longer than is patient', () => {
    const choices = Array.from({ length: 20 }, (_, i): RoutingClause => ({ any: [says(`a${i}`), says(`b${i}`)] }))
    const start = performance.now()
    expect(takenBy(normalOf(choices), [{ clauses: normalOf([says('c')]) }])).toBeNull()
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
