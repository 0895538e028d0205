import { Look, type Site } from '@klankbord/shared/sites'
import { expect, test } from 'vitest'
import { whole } from '../texts/whole.ts'
import { noticedOf } from './site-changes.ts'
import { changeOf, formOf } from './site-form.ts'

const { en } = whole

const site: Site = {
  ...{ id: 's', key: 'site_x', name: 'Shop', origins: ['https://a.nl'], kinds: ['idea', 'question'], questions: [], rating: null },
  ...{ look: Look.parse({}), texts: { nl: { idea: 'Plan' } }, locale: 'nl', identifies: false, version: 'v', snippet: '', pinnedSnippet: null },
  ...{ firstSeenAt: null, createdAt: '2026-03-01T00:00:00.000Z' },
}

test('a site that is read into a form and written again is the same', () => {
  const { name, origins, kinds, questions, rating, look, texts, locale } = site
  expect(changeOf(formOf(site))).toEqual({ name, origins, kinds, questions, rating, look, texts, locale })
})

test('another name is nothing that a customer notices', () => {
  expect(noticedOf({ name: 'Winkel' }, site, en)).toEqual([])
})

test('addresses, kinds and questions are named one by one', () => {
  const question = { id: 'q', kind: 'text' as const, label: 'When?', required: false }
  expect(noticedOf({ origins: ['https://b.nl'], kinds: ['question'], questions: [question] }, site, en)).toEqual([
    en.sites.noticed.appears('https://b.nl'),
    en.sites.noticed.disappears('https://a.nl'),
    en.sites.noticed.kindHidden('Idea'),
    en.sites.noticed.asks('When?'),
  ])
  expect(noticedOf({ kinds: ['question', 'idea'] }, site, en)).toEqual([en.sites.noticed.kindOrder])
})

test('of another colour or corner the line on the pages has to know too, of the rest of the look it has not', () => {
  expect(noticedOf({ look: { ...site.look, accent: '#a02040' } }, site, en)).toContain(en.sites.noticed.snippet)
  expect(noticedOf({ look: { ...site.look, radius: 4 } }, site, en)).toEqual([en.sites.noticed.look])
})
