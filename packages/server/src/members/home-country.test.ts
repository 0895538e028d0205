import { expect, test } from 'vitest'
import { homeCountry } from './home-country.ts'

test.each([
  ['nl', 'Europe/Amsterdam', 'NL'],
  ['de', 'Europe/Berlin', 'DE'],
  ['nl-BE', 'Europe/Amsterdam', 'BE'],
  ['nl', 'Europe/Brussels', 'BE'],
  ['fr', 'Europe/Brussels', 'BE'],
  ['en', 'Europe/Amsterdam', 'NL'],
  ['en-GB', 'Europe/Amsterdam', 'NL'],
  ['de-latn-DE', 'Europe/Vienna', 'DE'],
  ['nl', 'UTC', 'NL'],
  ['de', 'Etc/UTC', 'DE'],
  ['nl', 'America/Curacao', null],
  ['de-AT', 'Europe/Vienna', null],
  ['en', 'UTC', null],
  ['fr', 'Europe/Paris', null],
])('an organisation that speaks %s in %s has the public holidays of %s', (locale, timeZone, country) => {
  expect(homeCountry({ locale, timeZone })).toBe(country)
})
