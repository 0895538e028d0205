import { describe, expect, test } from 'vitest'
import { flagReader } from './flags.ts'
import { usualFlagWords } from './texts/flag-words.ts'

const usual = flagReader(usualFlagWords)
const own = (...safety: string[]) => flagReader({ safety, discrimination: [], legal: [], press: [] })

describe('the usual words', () => {
  test.each([
    ['De accu is ontploft en er is iemand gewond', ['safety']],
    ['Ik voel me gediscrimineerd vanwege mijn huidskleur', ['discrimination']],
    ['My lawyer will contact you, and so will a journalist', ['legal', 'press']],
    ['Ich wurde verletzt und gehe vor Gericht', ['safety', 'legal']],
    ['Je vais porter plainte pour harcèlement', ['discrimination', 'legal']],
    ['RACISTISCH PERSONEEL', ['discrimination']],
  ])('raise a flag for “%s”', (text, flags) => {
    expect(usual(text).map(({ flag }) => flag)).toEqual(flags)
  })

  test.each([
    'Ik heb per ongeluk twee keer besteld',
    'I ordered it by accident',
    'Welk merk is dit, what brand?',
    'Press the button and the light goes on',
    'Das Licht brennt nicht mehr',
    'Een avocado en een gericht advies',
    'Der Transformator ist kaputt',
    'Kunnen jullie de website transformeren?',
    'De belastingaangifte en de bezorging van de krantenbak',
  ])('leave “%s” alone', (text) => {
    expect(usual(text)).toEqual([])
  })
})

test('a word is found whole, a phrase in its order, and an asterisk stands for every ending', () => {
  expect(own('lek')('Een lek in de lekbak')).toEqual([{ flag: 'safety', words: ['lek'] }])
  expect(own('lek')('De lekbak')).toEqual([])
  expect(own('in brand')('De accu vloog IN  BRAND')).toEqual([{ flag: 'safety', words: ['in brand'] }])
  expect(own('in brand')('Brand in de schuur')).toEqual([])
  expect(own('rem weiger*')('De rem weigerde, de rem weigert')).toEqual([{ flag: 'safety', words: ['rem weigerde', 'rem weigert'] }])
  expect(own('gevaar*')('gevaarlijk')).toEqual([{ flag: 'safety', words: ['gevaarlijk'] }])
  expect(own('*', ' ', '!')('alles')).toEqual([])
})

test('accents, capitals and characters that can’t be seen hide no word', () => {
  expect(own('brûlé')('BRULE')).toHaveLength(1)
  expect(own('gevaar')('ge\u200bvaar')).toHaveLength(1)
  expect(own('gevaar')('g\u0301e\u0301v\u0301aar')).toHaveLength(1)
  expect(own('опасно')('Это ОПАСНО!')).toHaveLength(1)
  expect(own('危险')('这里很危险')).toHaveLength(1)
})

test('takes no more than a moment for any text', () => {
  const began = performance.now()
  for (const text of ['a'.repeat(5000), 'gevaar '.repeat(700), `z${'\u0300'.repeat(4999)}`]) usual(text)
  expect(performance.now() - began).toBeLessThan(500)
})
