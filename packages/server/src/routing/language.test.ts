import { eld } from 'eld/small'
import { expect, test } from 'vitest'
import { languageOf, languagesOf } from './language.ts'

const told = (text: string, locales: string[] = ['nl']) => languageOf(text, languagesOf(locales), eld)

test.each([
  ['Mijn band is alweer lek, dit is de derde keer', 'nl'],
  ['The delivery was late again', 'en'],
  ['Die Lieferung kam zu spät', 'de'],
  ['La livraison était en retard', 'fr'],
])('“%s” is told to be %s', (text, language) => {
  expect(told(text)).toBe(language)
})

test('the languages of the organisation and its sites are known beside the usual ones', () => {
  expect(languagesOf(['nl-BE', 'es', 'zz-top'])).toEqual(['nl', 'en', 'de', 'fr', 'es', 'zz'])
  expect(told('La entrega llegó tarde y nadie me avisó', ['es-ES'])).toBe('es')
})

test.each(['ok', '', '👍👍👍', '12345 67890', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'Доставка опоздала'])('of “%s” it can’t be told', (text) => {
  expect(told(text)).toBeNull()
})
