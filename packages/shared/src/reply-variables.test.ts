import { describe, expect, test } from 'vitest'
import { filledIn, unknownIn, variablesIn } from './reply-variables.ts'

describe('the variables of a template', () => {
  test('are filled in where they are known, and stay where they are not', () => {
    expect(filledIn('Dag {{customer}}, {{ team }} belt {{date}}.', { customer: 'Ada', team: 'Werkplaats', date: null })).toBe(
      'Dag Ada, Werkplaats belt {{date}}.',
    )
  })

  test('are found each once, with the slips among them', () => {
    expect(variablesIn('{{me}} {{ me }} {{custmer}} {} {{}}')).toEqual(['me', 'custmer', ''])
    expect(unknownIn('{{me}} {{constructor}}')).toEqual(['constructor'])
  })

  test('in what a customer is called are no variables', () => {
    expect(filledIn('Dag {{customer}}', { customer: '{{me}} $&', me: 'Robin' })).toBe('Dag {{me}} $&')
  })
})
