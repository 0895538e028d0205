import type { RoutingCondition } from '@klankbord/shared/routing'
import { describe, expect, test } from 'vitest'
import { decidedByPerson, type RoutableItem, routeToGoal } from './route-to-goal.ts'

const item: RoutableItem = {
  kind: 'complaint',
  message: 'De Bezorging was te laat,\nen de   koerier zag mijn foto’s niet.',
  pageUrl: 'https://www.bakker.example/winkel/Afrekenen?stap=2',
  locale: 'nl-BE',
  rating: { scale: 'csat', value: 2 },
  site: { id: 'site-1', key: 'site_abc', name: 'Webwinkel' },
  attributes: { plan: 'Pro', orders: '12', weight: '2,5', empty: '' },
}
const bare: RoutableItem = { ...item, pageUrl: null, locale: null, rating: null, attributes: {} }

const route = (when: RoutingCondition[], of = item) => routeToGoal(of, [{ id: 'r1', goalId: 'g1', when }], 'nl')
const holds = (field: string, op: RoutingCondition['op'], value: RoutingCondition['value'], of = item) =>
  route([{ field, op, value }], of).goalId === 'g1'

describe('a condition of a rule', () => {
  test.each<[string, RoutingCondition['op'], RoutingCondition['value'], boolean]>([
    ['kind', 'is', 'complaint', true],
    ['kind', 'is', 'Complaint', true],
    ['kind', 'is', 'idea', false],
    ['kind', 'is not', 'idea', true],
    ['kind', 'is not', 'complaint', false],
    ['kind', 'in list', 'idea, complaint', true],
    ['kind', 'in list', 'idea,question', false],
    ['kind', 'in list', ['idea', 'complaint'], true],
    ['message', 'contains', 'BEZORG', true],
    ['message', 'contains', 'laat, en de koerier', true],
    ['message', 'contains', 'post', false],
    ['message', 'contains', ['post', 'koerier'], true],
    ['message', 'contains word', 'bezorging', true],
    ['message', 'contains word', 'bezorg', false],
    ['message', 'contains word', 'de koerier', true],
    ['message', 'contains word', "foto's", true],
    ['message', 'contains word', 'niet', true],
    ['message', 'contains word', '(a+)+$', false],
    ['message', 'starts with', 'de bezorging', true],
    ['message', 'starts with', 'bezorging', false],
    ['pageUrl', 'starts with', 'https://www.bakker.example/winkel', true],
    ['pageUrl', 'starts with', '/winkel/afrekenen', true],
    ['pageUrl', 'is', '/winkel/afrekenen', true],
    ['pageUrl', 'starts with', '/blog', false],
    ['pageUrl', 'contains', 'stap=2', true],
    ['locale', 'is', 'nl', true],
    ['locale', 'is', 'nl-be', true],
    ['locale', 'is', 'nl-NL', false],
    ['locale', 'is not', 'nl', false],
    ['rating', 'at most', 2, true],
    ['rating', 'at most', 1, false],
    ['rating', 'at least', 2, true],
    ['rating', 'at least', '3', false],
    ['rating', 'is', '2', true],
    ['site', 'is', 'webwinkel', true],
    ['site', 'is', 'site_abc', true],
    ['site', 'is', 'site-1', true],
    ['site', 'is', 'Kantoor', false],
    ['site', 'is not', 'site_abc', false],
    ['attributes.plan', 'is', 'pro', true],
    ['attributes.Plan', 'is', 'pro', false],
    ['attributes.orders', 'at least', 12, true],
    ['attributes.orders', 'at least', '12,5', false],
    ['attributes.weight', 'at most', 2.5, true],
    ['attributes.plan', 'at least', 0, false],
    ['attributes.empty', 'at most', 5, false],
    ['attributes.constructor', 'contains', 'function', false],
  ])('%s %s %j: %s', (field, op, value, expected) => {
    expect(holds(field, op, value)).toBe(expected)
  })

  test('never holds for what the item does not have, except that it is not something', () => {
    for (const field of ['pageUrl', 'locale', 'rating', 'attributes.plan']) {
      for (const op of ['is', 'contains', 'contains word', 'starts with', 'at most', 'at least', 'in list'] as const)
        expect(holds(field, op, '2', bare), `${field} ${op}`).toBe(false)
      expect(holds(field, 'is not', '2', bare), field).toBe(true)
    }
  })

  test('finds whole words in every script, whichever way their characters were written', () => {
    const says = (message: string, word: string) => holds('message', 'contains word', word, { ...item, message })
    expect(says('Een cafe\u0301 erbij?', 'CAFÉ')).toBe(true)
    expect(says('de cafés zijn dicht', 'café')).toBe(false)
    expect(says('Доставка опоздала', 'доставка')).toBe(true)
    expect(says('Доставками', 'доставка')).toBe(false)
    expect(says('التوصيل متأخر جدا', 'متأخر')).toBe(true)
    expect(says('e-bike kapot', 'bike')).toBe(true)
    expect(says('ebike kapot', 'bike')).toBe(false)
    expect(says('𝒳yz', 'yz')).toBe(false)
    expect(says('I know C++, not C', 'c++')).toBe(true)
    expect(says('bike bikes', 'bikes')).toBe(true)
  })

  test('takes no more than a moment, whatever text is sent against it', () => {
    const message = 'a'.repeat(5000)
    const when = Array.from({ length: 20 }, (): RoutingCondition => ({ field: 'message', op: 'contains word', value: 'a'.repeat(250) }))
    const rules = Array.from({ length: 5 }, (_, i) => ({ id: `r${i}`, goalId: 'g1', when }))
    const start = performance.now()
    expect(routeToGoal({ ...item, message }, rules, 'nl').goalId).toBeNull()
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('a decision', () => {
  const about = (goalId: string | null, value: string) => ({
    id: `rule-${value}`,
    goalId,
    when: [{ field: 'message', op: 'contains', value } as const],
  })

  test('is made by the first rule of which every condition holds', () => {
    const rules = [
      { id: 'r1', goalId: 'g1', when: [...about('g1', 'bezorging').when, { field: 'kind', op: 'is', value: 'idea' } as const] },
      about('g2', 'koerier'),
      about('g3', 'bezorging'),
    ]
    const { goalId, decision } = routeToGoal(item, rules, 'nl')
    expect(goalId).toBe('g2')
    expect(decision).toEqual({ method: 'rule', ruleId: 'rule-koerier', because: ['Regel 2: het bericht bevat ‘koerier’'] })
  })

  test('says in the organisation’s language why, condition by condition', () => {
    const when: RoutingCondition[] = [
      { field: 'message', op: 'contains word', value: 'Bezorging' },
      { field: 'kind', op: 'in list', value: 'idea, complaint' },
      { field: 'rating', op: 'at most', value: 3 },
      { field: 'attributes.plan', op: 'is not', value: 'gratis' },
    ]
    expect(route(when).decision.because).toEqual([
      'Regel 1: het bericht bevat het woord ‘Bezorging’',
      'Regel 1: de soort is ‘klacht’',
      'Regel 1: de beoordeling is hoogstens 3',
      'Regel 1: het kenmerk ‘plan’ is niet ‘gratis’',
    ])
    const english = routeToGoal(item, [{ id: 'r1', goalId: 'g1', when: when.slice(0, 1) }], 'en-GB')
    expect(english.decision.because).toEqual(['Rule 1: the message contains the word ‘Bezorging’'])
  })

  test('passes over a rule whose goal is gone or has ended, and says so', () => {
    const { goalId, decision } = routeToGoal(item, [about(null, 'bezorging'), about('g2', 'koerier')], 'en')
    expect(goalId).toBe('g2')
    expect(decision.because).toEqual(['Rule 1 fits, but its goal is no longer pursued', 'Rule 2: the message contains ‘koerier’'])
  })

  test('is left to a colleague when no rule fits', () => {
    expect(route([{ field: 'kind', op: 'is', value: 'idea' }])).toEqual({
      goalId: null,
      decision: { method: 'none', because: ['Geen regel past; een collega kiest het doel'] },
    })
    expect(routeToGoal(item, [], 'fr').decision.because).toEqual(['No rule fits; a colleague chooses the goal'])
  })

  test('of a colleague carries their name', () => {
    expect(decidedByPerson('Robin', 'nl')).toEqual({ method: 'person', because: ['Robin heeft dit doel gekozen'] })
    expect(decidedByPerson(null, 'en').because).toEqual(['A colleague chose this goal'])
  })
})
