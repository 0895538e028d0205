import { RoutingClause, type RoutingRule } from '@klankbord/shared/routing'
import { describe, expect, test } from 'vitest'
import { blankRule, draftOfRule, isComplete, isGroup, pathOf, ruleOf, rulesWith, whenOf } from './draft.ts'

const word = (value: string) => ({ field: 'message' as const, op: 'contains word' as const, value })
const rule = (when: RoutingRule['when'], more: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'a',
  goalId: 'g',
  goal: 'G',
  when,
  effects: {},
  position: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...more,
})

describe('a rule that is opened to be changed', () => {
  test.each<[string, RoutingRule['when']]>([
    ['one condition', [word('rem')]],
    ['several that must all hold', [word('rem'), { field: 'rating', op: 'at most', value: 2.5 }]],
    ['several of which one must hold', [{ any: [word('rem'), word('bel')] }]],
    ['a group in a list', [word('rem'), { any: [word('bel'), { all: [word('slot'), word('ketting')] }] }]],
    ['what must not hold', [{ not: word('rem') }, { not: { any: [word('bel'), word('slot')] } }]],
    ['a not within a not', [{ not: { not: word('rem') } }]],
    ['several words, one of which is enough', [{ field: 'message', op: 'contains', value: ['factuur', 'te laat'] }]],
    ['one phrase with a comma in it', [{ field: 'message', op: 'contains word', value: 'te laat, alweer' }]],
    ['an attribute', [{ field: 'attributes.plan', op: 'in list', value: 'gold, silver' }]],
  ])('says the same when it is sent back: %s', (name, when) => {
    const sent = whenOf(draftOfRule(rule(when)).body)
    expect(sent.every((clause) => RoutingClause.safeParse(clause).success)).toBe(true)
    if (name === 'a not within a not') expect(sent).toEqual([{ not: { all: [{ not: word('rem') }] } }])
    else expect(sent).toEqual(when)
  })

  test('values that hold commas become conditions of their own, of which one is enough, or none may be', () => {
    const either = (op: 'contains' | 'matches' | 'is not', value: string[]) => whenOf(draftOfRule(rule([{ field: 'message', op, value }])).body)
    const one = (op: string, value: string) => ({ field: 'message', op, value })
    expect(either('contains', ['te laat, alweer', 'traag'])).toEqual([{ any: [one('contains', 'te laat, alweer'), one('contains', 'traag')] }])
    expect(either('matches', ['a{1,2}', 'b'])).toEqual([{ any: [one('matches', 'a{1,2}'), one('matches', 'b')] }])
    expect(either('is not', ['a, b', 'c'])).toEqual([{ all: [one('is not', 'a, b'), one('is not', 'c')] }])
  })

  test('a list of words becomes one line with commas, which the server reads the same', () => {
    expect(whenOf(draftOfRule(rule([{ field: 'locale', op: 'in list', value: ['de', 'fr'] }])).body)).toEqual([
      { field: 'locale', op: 'in list', value: 'de, fr' },
    ])
  })

  test('keeps what it does besides, and sends nothing for what it no longer does', () => {
    const draft = draftOfRule(rule([word('rem')], { effects: { priority: 'high', notify: ['m'], ask: 'Welke fiets?' } }))
    expect(ruleOf(draft).effects).toEqual({ priority: 'high', notify: ['m'], ask: 'Welke fiets?' })
    expect(ruleOf({ ...draft, isUrgent: false, notify: [], ask: ' ' }).effects).toEqual({})
  })
})

describe('a rule that is written', () => {
  test('is not complete until each comparison has something to compare with', () => {
    const draft = blankRule(0)
    const [first] = draft.body.parts
    expect(isComplete(draft.body)).toBe(false)
    if (!first || isGroup(first)) throw new Error('A blank rule begins with one condition')
    expect(isComplete({ ...draft.body, parts: [{ ...first, value: 'rem' }] })).toBe(true)
    expect(isComplete({ ...draft.body, parts: [{ ...first, field: 'attribute', value: 'rem' }] })).toBe(false)
  })

  test('stands at its place among the others when it is tried, or in the place of the rule that it changes', () => {
    const rules = [rule([word('a')], { id: 'a' }), rule([word('b')], { id: 'b', position: 1 })]
    const fresh = { ...draftOfRule(rule([word('c')])), position: 1 }
    expect(rulesWith(rules, fresh).map(({ id }) => id)).toEqual(['a', undefined, 'b'])
    expect(rulesWith(rules, { ...fresh, position: 0 }, 'b').map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('knows each condition by the name under which the server refuses it', () => {
    const { body } = draftOfRule(rule([word('a'), { not: { any: [word('b'), word('c')] } }]))
    const path = pathOf('when', body, 1, true)
    expect(path).toBe('when.1.not')
    const [, group] = body.parts
    if (!group || !isGroup(group)) throw new Error('The second part is a group')
    expect(pathOf(path, group, 1, false)).toBe('when.1.not.any.1')
    expect(pathOf('when', draftOfRule(rule([{ any: [word('a'), word('b')] }])).body, 1, true)).toBe('when.0.any.1')
  })
})
