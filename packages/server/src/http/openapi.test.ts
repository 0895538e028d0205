import { contract } from '@klankbord/shared/contract'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'
import { renderReference } from './reference-page.tsx'

const api = openApi(contract, 'https://feedback.example.nl')
const text = JSON.stringify(api)

test('every shape that OpenAPI points to stands in it, also one that holds itself', () => {
  const pointedTo = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name))
  expect([...pointedTo].sort()).toEqual(Object.keys(api.components.schemas).sort())
  expect(pointedTo).toContain('RoutingClause')
  expect(text.match(/"\$ref":"(?!#\/components\/schemas\/)/)).toBeNull()
  expect(text).not.toContain('$defs')
})

test('the reference says what a clause of a rule is', () => {
  const page = renderReference(contract)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(page).toContain('when list of RoutingClause, required')
  expect(page).toContain('RoutingClause { field, op, value } or { all } or { any } or { not }')
})
