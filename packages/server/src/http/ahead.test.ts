import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameAhead } from './ahead.ts'
import type { Env } from './context.ts'

const folder = mkdtempSync(join(tmpdir(), 'klankbord-ahead-'))
const app = new Hono<Env>()
const config = { publicUrl: 'http://klankbord.example' }

beforeAll(() => {
  const file = join(folder, 'ahead.json')
  const links = (name: string) => ({ nl: `</${name}.nl>`, en: `</${name}.en>` })
  writeFileSync(
    file,
    JSON.stringify([
      { path: '/', links: links('inbox'), data: '' },
      { path: '/goals/coverage', links: links('coverage'), data: '</api/coverage>' },
      { path: '/goals/:id', links: links('goal'), data: '' },
      { path: '/loop/:part?', links: links('loop'), data: '' },
    ]),
  )
  nameAhead(app, config, '/admin', file)
  nameAhead(app, config, '/admin', join(folder, 'not-there.json'))
  app.get('*', (c) => c.text('page'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const linkOf = async (path: string, language?: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers: { ...headers, ...(language && { 'Accept-Language': language }) } })
  expect(await answer.text()).toBe('page')
  return answer.headers.get('link')
}

test.each([
  ['/admin/', '</inbox.nl>'],
  ['/admin/goals/coverage', '</coverage.nl>'],
  ['/admin/goals/an-id', '</goal.nl>'],
  ['/admin/loop', '</loop.nl>'],
  ['/admin/loop/months', '</loop.nl>'],
])('%s is answered with what the first page that fits needs', async (path, link) => {
  expect(await linkOf(path, 'nl-BE,en;q=0.8')).toBe(link)
})

test.each(['/admin/elsewhere', '/admin/assets/first.js', '/goals/coverage'])('%s is no page of the app, and names nothing', async (path) => {
  expect(await linkOf(path, 'nl')).toBeNull()
})

test('the first language that the app speaks, else English', async () => {
  expect(await linkOf('/admin/', 'fr, NL;q=0.7, en;q=0.3')).toBe('</inbox.nl>')
  expect(await linkOf('/admin/', 'fr')).toBe('</inbox.en>')
  expect(await linkOf('/admin/')).toBe('</inbox.en>')
})

test('what the page shows is named to who is signed in, where the address asks for nothing else', async () => {
  const member = { cookie: 'klankbord_session=theirs' }
  expect(await linkOf('/admin/goals/coverage', 'nl', member)).toBe('</coverage.nl>, </api/coverage>')
  expect(await linkOf('/admin/goals/coverage?team=t1', 'nl', member)).toBe('</coverage.nl>')
  expect(await linkOf('/admin/loop', 'nl', member)).toBe('</loop.nl>')
  expect(await linkOf('/admin/goals/coverage', 'nl', { cookie: 'other=theirs' })).toBe('</coverage.nl>')
})
