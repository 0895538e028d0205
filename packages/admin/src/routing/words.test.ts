import type { RoutingClause, RuleWarning } from '@klankbord/shared/routing'
import { describe, expect, test } from 'vitest'
import { whole } from '../texts/whole.ts'
import { clauseWords, warningWords, whenWords } from './words.ts'

const { nl, en } = whole

const word = (value: string) => ({ field: 'message' as const, op: 'contains word' as const, value })
const complaint = { field: 'kind' as const, op: 'is' as const, value: 'complaint' }

describe('a rule reads as a sentence', () => {
  test.each<[RoutingClause, string]>([
    [word('rem'), 'het bericht bevat het woord “rem”'],
    [complaint, 'de soort is “klacht”'],
    [{ field: 'attributes.plan', op: 'in list', value: 'goud, zilver' }, 'plan is een van “goud” of “zilver”'],
    [{ field: 'message', op: 'matches', value: 'rem{1,2}' }, 'het bericht past op het patroon “rem{1,2}”'],
    [{ field: 'message', op: 'contains', value: ['factuur', 'incasso', 'te laat'] }, 'het bericht bevat “factuur”, “incasso” of “te laat”'],
    [{ not: word('rem') }, 'niet (het bericht bevat het woord “rem”)'],
    [
      { any: [complaint, { all: [word('rem'), word('bel')] }] },
      'de soort is “klacht” of (het bericht bevat het woord “rem” en het bericht bevat het woord “bel”)',
    ],
  ])('%j', (clause, words) => expect(clauseWords(clause, nl)).toBe(words))

  test('a group in a list stands in brackets, alone it does not', () => {
    const either = { any: [word('a'), word('b')] }
    expect(whenWords([either], en)[0]).not.toContain('(')
    expect(whenWords([complaint, either], en)[1]).toMatch(/^\(.*\)$/)
  })
})

describe('a warning names the rules in its way by their place', () => {
  const rankOf = (id: string) => ({ a: 1, b: 2, c: 3 })[id]
  const warning = (more: Partial<RuleWarning>): RuleWarning => ({ kind: 'never-reached', ruleId: 'd', ruleIds: ['c'], certain: true, ...more })

  test('one, several, and one that is not there any more', () => {
    expect(warningWords(warning({}), rankOf, en)).toBe('Never reached: rule 3 takes all of these.')
    expect(warningWords(warning({ ruleIds: ['c', 'a', 'b'] }), rankOf, en)).toBe('Never reached: rules 1, 2 and 3 take all of these.')
    expect(warningWords(warning({ ruleIds: ['gone'] }), rankOf, nl)).toBe('Komt nooit aan de beurt: een eerdere regel neemt al deze berichten.')
  })

  test('what was only seen is not said as if it were certain', () => {
    expect(warningWords(warning({ certain: false }), rankOf, en)).not.toContain('Never')
  })
})
