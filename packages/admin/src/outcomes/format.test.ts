import { blocksOf, plainWords } from '@klankbord/shared/formatted'
import { describe, expect, test } from 'vitest'
import { type Format, formatted } from './format.ts'

/** Formats what stands between `‹` and `›`, and shows what is chosen then the same way. */
function formattedAs(marked: string, format: Format): string {
  const from = marked.indexOf('‹')
  const to = marked.indexOf('›') - 1
  const text = marked.replace(/[‹›]/g, '')
  const edit = formatted(text, from, to, format)
  const became = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
  const [start, end] = edit.choose
  return `${became.slice(0, start)}‹${became.slice(start, end)}›${became.slice(end)}`
}

describe('formatting of what is chosen', () => {
  test.each<[string, Format, string]>([
    ['Een ‹nieuwe› bank', 'strong', 'Een **‹nieuwe›** bank'],
    ['Een ‹nieuwe ›bank', 'strong', 'Een **‹nieuwe›** bank'],
    ['Een ‹› bank', 'strong', 'Een **‹›** bank'],
    ['Een ‹nieuwe› bank', 'em', 'Een _‹nieuwe›_ bank'],
    ['‹Een\n- bank\n\nerbij›', 'strong', '‹**Een**\n- **bank**\n\n**erbij**›'],
    ['Een\n‹bank\nen nog› een', 'list', 'Een\n‹- bank\n- en nog een›'],
    ['Een b‹›ank', 'list', '- Een bank‹›'],
    ['‹›', 'list', '- ‹›'],
    ['Zie ‹onze site› nu', 'link', 'Zie [onze site](‹https://›) nu'],
    ['Zie ‹› nu', 'link', 'Zie [‹›](https://) nu'],
    ['Zie ‹https://bakker.example/a› nu', 'link', 'Zie [‹›](https://bakker.example/a) nu'],
  ])('%j, %s', (before, format, became) => {
    expect(formattedAs(before, format)).toBe(became)
  })

  test.each<[string, Format]>([
    ['Een ‹nieuwe› bank', 'strong'],
    ['Een ‹› bank', 'strong'],
    ['Een ‹nieuwe› bank', 'em'],
    ['‹Een bank\nen nog een›', 'list'],
  ])('done twice, %j is as it was (%s)', (before, format) => {
    expect(formattedAs(formattedAs(before, format), format)).toBe(before)
  })

  test('signs that were chosen along go with it', () => {
    expect(formattedAs('Een ‹**nieuwe**› bank', 'strong')).toBe('Een ‹nieuwe› bank')
  })

  test('what it makes is read as what it was meant to be', () => {
    const said = (marked: string, format: Format) => blocksOf(formattedAs(marked, format).replace(/[‹›]/g, ''))
    expect(said('Een ‹nieuwe› bank', 'strong')).toMatchObject([
      { lines: [[{ text: 'Een ' }, { kind: 'strong', inside: [{ text: 'nieuwe' }] }, { text: ' bank' }]] },
    ])
    expect(said('Een ‹nieuwe› bank', 'em')).toMatchObject([{ lines: [[{}, { kind: 'em' }, {}]] }])
    expect(said('‹Een bank\nNog een›', 'list')).toMatchObject([{ kind: 'ul', items: [[{ text: 'Een bank' }], [{ text: 'Nog een' }]] }])
    expect(plainWords('Zie [onze site](https://bakker.example)')).toContain('bakker.example')
  })
})
