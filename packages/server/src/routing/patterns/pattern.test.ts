import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { compilePattern, type Pattern } from './pattern.ts'

const compiled = (written: string): Pattern => {
  const pattern = compilePattern(written)
  if ('refused' in pattern) throw new Error(`${written}: ${pattern.refused}`)
  return pattern
}
const refusal = (written: string) => {
  const pattern = compilePattern(written)
  return 'refused' in pattern ? pattern.refused : null
}

describe('a pattern', () => {
  test.each([
    ['fiets', 'Mijn FIETS is kapot', true],
    ['^fiets', 'Mijn fiets is kapot', false],
    ['kapot$', 'Mijn fiets is kapot', true],
    ['fiets.{0,20}kapot', 'De fiets was na een dag kapot', true],
    ['fiets.{0,10}kapot', 'De fiets was na een hele week al kapot', false],
    ['\\bbezorg(d|ing|en)\\b', 'Wanneer wordt het bezorgd?', true],
    ['\\bbezorg(d|ing|en)\\b', 'Uw bezorgdienst', false],
    ['order \\d{4,8}', 'Over order 120045', true],
    ['CAF\\x{C9}', 'Een cafe\u0301 erbij', true],
    ['cafe\u0301', 'EEN CAFÉ ERBIJ', true],
    ['foto’s', "Waar zijn mijn foto's?", true],
    ['[^\\x00-\\x7F]', 'alleen ascii', false],
    ['\\p{Arabic}', 'التوصيل متأخر', true],
    ['^.$', '😀', true],
    ['ΟΔΟΣ', 'οδος οδοσ', true],
    ['x?', '', true],
    ['^$', '', true],
    ['\\b', '', false],
    ['é', `${'😀'.repeat(4999)}é`, true],
    ['é', `${'😀'.repeat(5000)}é`, false],
    ['(?-i:F)iets', 'fiets', false],
  ])('%s on %j: %s', (written, text, expected) => {
    expect(compiled(written).test(fold(text))).toBe(expected)
  })

  test.each([
    ['(?=fiets)', 'look ahead'],
    ['fiets(?!en)', 'look ahead'],
    ['(?<=rode )fiets', 'look ahead or behind'],
    ['(?<!rode )fiets', 'under “not”'],
    ['(ab)\\1', 'refer back'],
    ['(?P<a>b)\\k<a>', 'refer back'],
    ['a{1,5000}', 'counts to too much'],
    ['(a{1,100}){1,100}', 'counts to too much'],
    ['a{3,1}', 'backwards'],
    ['(ab|c){40}', '120 parts where 96 fit'],
    ['a++', 'not a pattern'],
    ['(a', 'missing closing )'],
    ['[a', 'missing closing ]'],
    ['*a', 'not a pattern'],
    ['\\', 'not a pattern'],
  ])('that can’t be taken is answered with what to write instead: %s', (written, words) => {
    expect(refusal(written)).toContain(words)
  })

  test('fits where RE2 says that it fits, whatever it is made of', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\b',
      '\\B',
      '^',
      '$',
      '\\w',
      '\\W',
      '\\s',
      'é',
      'ς',
      'k',
      '(?:)',
      '\\pL',
      '😀',
      '(?m:$)',
    )
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        atom,
        fc.tuple(tie('tree'), tie('tree')).map((both) => both.join('')),
        fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}|${b})`),
        fc.tuple(tie('tree'), fc.constantFrom('*', '+', '?', '{0,2}', '{2}', '*?')).map(([one, often]) => `(?:${one})${often}`),
      ),
    }))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', 'k', 'σ', 'ς', '!', '_', '1', '😀'), maxLength: 9 })
    const flags = RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL
    fc.assert(
      fc.property(tree, fc.array(text, { minLength: 4, maxLength: 4 }), (written, texts) => {
        const pattern = compilePattern(written)
        fc.pre(!('refused' in pattern))
        const ours = texts.map((one) => (pattern as Pattern).test(one))
        expect(ours).toEqual(texts.map((one) => RE2JS.compile(written, flags).test(one)))
      }),
      { numRuns: 1500 },
    )
  })
})
