import { describe, expect, test } from 'vitest'
import { maskedBeginning, maskPersonal, shorten } from './mask.ts'

describe('what tells who a customer is, is left out of their words', () => {
  test.each([
    ['Mail me op ada.de.vries+fiets@example.co.uk graag', 'Mail me op […] graag'],
    ['Bereikbaar op ada (at) example.nl', 'Bereikbaar op […]'],
    ['Bel 06-12345678 of +31 (0)20 123 45 67.', 'Bel […] of […].'],
    ['Bel 06 12 34 56 78!', 'Bel […]!'],
    ['Mijn rekening is NL91 ABNA 0417 1643 00, graag terug', 'Mijn rekening is […], graag terug'],
    ['Ik woon op 1234 AB 12a in Utrecht', 'Ik woon op […] in Utrecht'],
    ['Bezorgd in de Dorpsstraat 12 b', 'Bezorgd in de […]'],
    ['Ordernummer 20260315 is zoek', 'Ordernummer […] is zoek'],
    ['Zie https://example.nl/mijn?id=7 voor mijn bestelling', 'Zie […] voor mijn bestelling'],
    ['Ik ben @ada_fietst op het net', 'Ik ben […] op het net'],
    ['Kenteken 12-ABC-3 stond in de weg', 'Kenteken […] stond in de weg'],
    ['Mijn naam is Ada de Vries en ik wacht', 'Mijn naam is […] en ik wacht'],
    ['Top geholpen!\n\nMet vriendelijke groet,\nAda de Vries', 'Top geholpen!\n\nMet vriendelijke groet,\n[…]'],
    ['Fijn geholpen. Groetjes Ada', 'Fijn geholpen. Groetjes […]'],
  ])('%s', (said, shown) => {
    expect(maskPersonal(said)).toBe(shown)
  })

  test('so are the names that we know them by, wherever they stand', () => {
    expect(maskPersonal('Ik, ADA, wacht van maandag tot vrijdag; Adam niet. Tot horens, Vries.', { name: 'Ada van der Vries', email: null })).toBe(
      'Ik, […], wacht van maandag tot vrijdag; Adam niet. Tot horens, […].',
    )
    expect(maskPersonal('Info voor (Anne-Fleur) Jansma', { name: 'Anne-Fleur (', email: 'info.jansma@example.nl' })).toBe('Info voor ([…]-[…]) […]')
  })

  test.each([
    'Al 3 dagen wacht ik op 2 banden van 28 inch, voor € 49,95.',
    'Op 12-03-2026 om 14.30 uur stond ik voor een dichte deur.',
    'De fiets uit 2024 rijdt als nieuw; binnen 24 uur klaar!',
    'Wat een fijne groep mensen, en zo veel geduld.',
  ])('what says nothing of them stays: %s', (said) => {
    expect(maskPersonal(said)).toBe(said)
  })

  test('a long text of digits, letters and signs does not keep the server busy', () => {
    const started = performance.now()
    for (const part of ['1 ', 'a.', '@a', '- 1', 'NL91 ', 'groet ', 'ik heet ', 'A-1-', '\n', ' \n', ', ', "A'", '(at)'])
      maskPersonal(`x${part.repeat(2_500)}x`, { name: 'Ada', email: null })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

test('of a long text only the beginning is looked at, and a number at its edge does not come through in part', () => {
  for (let fill = 0; fill < 60; fill++) {
    const said = `ada@example.nl ${'a@b.example '.repeat(8)}${'x'.repeat(fill)} bel 06 12 34 56 78 of 0612345678 na zessen ${'en zo voort '.repeat(400)}`
    expect(maskedBeginning(said, 60)).not.toMatch(/example|\d/)
  }
  expect(maskedBeginning('Kort en goed', 60)).toBe('Kort en goed')
})

test('a text is cut at the end of a word', () => {
  expect(shorten('Wat een fijne winkel, echt waar', 22)).toBe('Wat een fijne winkel…')
  expect(shorten('Kort', 22)).toBe('Kort')
  expect([...shorten('🚲'.repeat(50), 10)]).toHaveLength(10)
})
