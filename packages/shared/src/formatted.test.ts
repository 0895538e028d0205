import { describe, expect, test } from 'vitest'
import { blocksOf, inlineOf, plainWords } from './formatted.ts'

const plain = (text: string) => ({ kind: 'text', text })

describe('a text with basic formatting', () => {
  test('empty lines part paragraphs, and lines that begin with a dash or a number make lists', () => {
    expect(
      blocksOf('Een\ntwee\n\ndrie\n- a\n- b\n1. c').map((block) => [block.kind, block.kind === 'p' ? block.lines.length : block.items.length]),
    ).toEqual([
      ['p', 2],
      ['p', 1],
      ['ul', 2],
      ['ol', 1],
    ])
  })

  test('bold, italic and links, also within a sentence', () => {
    expect(inlineOf('Dit is **heel** _mooi_, zie [hier](https://example.nl/a).')).toEqual([
      plain('Dit is '),
      { kind: 'strong', inside: [plain('heel')] },
      plain(' '),
      { kind: 'em', inside: [plain('mooi')] },
      plain(', zie '),
      { kind: 'link', href: 'https://example.nl/a', inside: [plain('hier')] },
      plain('.'),
    ])
    expect(inlineOf('Lees https://example.nl.')).toEqual([
      plain('Lees '),
      { kind: 'link', href: 'https://example.nl/', inside: [plain('https://example.nl')] },
      plain('.'),
    ])
  })

  test('stars and underscores inside words stay what they are', () => {
    expect(inlineOf('snake_case_naam en 2*3*4')).toEqual([plain('snake_case_naam en 2*3*4')])
  })

  test.each(['[x](javascript:alert(1))', '[x](data:text/html,hoi)', '[x](//evil.example)', '<img src=x onerror=alert(1)>', '[x](JaVaScRiPt:alert)'])(
    '%s stays text',
    (text) => {
      expect(inlineOf(text).every(({ kind }) => kind === 'text')).toBe(true)
    },
  )

  test('a text made to be slow is not', () => {
    const begun = performance.now()
    blocksOf('**'.repeat(2500))
    blocksOf('['.repeat(5000))
    blocksOf('_a '.repeat(1600))
    expect(performance.now() - begun).toBeLessThan(500)
  })
})

describe('formatted words where nothing can be formatted', () => {
  test('keep their paragraphs and lists, lose their marks, and show where a link leads', () => {
    expect(plainWords('Dat is **nu** anders:\n- elke *ochtend*\n- zie [de lijst](https://example.nl/lijst)\n\n\n1) Bel\n2) Wacht')).toBe(
      'Dat is nu anders:\n\n• elke ochtend\n• zie de lijst (https://example.nl/lijst)\n\n1. Bel\n2. Wacht',
    )
  })

  test.each(['Gewoon een zin.', 'Twee regels\nonder elkaar', 'Kijk op https://example.nl of https://example.nl/a?b=c.'])(
    '%j is as it was',
    (text) => {
      expect(plainWords(text)).toBe(text)
    },
  )
})
