import { contract } from '@klankbord/shared/contract'
import type { Endpoint } from '@klankbord/shared/endpoint'
import { expect, test } from 'vitest'
import { renderReference } from './reference-page.tsx'

const page = renderReference(contract as Record<string, Endpoint>)
const entryOf = (name: string) =>
  new RegExp(`<article id="${name}">.*?</article>`, 's')
    .exec(page)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ') ?? ''

test('what may be null is told with its fields', () => {
  expect(entryOf('previewLetter')).toContain('Answers 200 subject text text text Or null, where there is none.')
})

test('a page is told as a page', () => {
  expect(entryOf('previewLetterHtml')).toContain('Answers 200 A page, as text/html.')
})

test('a text that may be null reads as words', () => {
  expect(page).not.toMatch(/stringnull|numbernull|integernull/)
  expect(entryOf('changeMeasure')).toMatch(/teamId [^,]*text[^,]*(, at most \d+)? or null/)
})
