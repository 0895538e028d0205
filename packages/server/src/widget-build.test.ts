import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mountKeptAssets } from './app.ts'
import type { Env } from './http/context.ts'
import { keepAssets, keptAssets, readWidgetBuild } from './widget-build.ts'

let folder: string
const config = () => ({ dataDir: join(folder, 'data') })
const built = async (files: Record<string, string>) => {
  const dist = await mkdtemp(join(folder, 'dist-'))
  await mkdir(join(dist, 'assets'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(dist, name), text)
  return dist
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klankbord-build-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a build is pinned by what it says of itself, and not at all when it says nothing or nonsense', async () => {
  const build = { version: 'abcdefgh', path: '/widget/assets/widget-abcdefgh.js', integrity: 'sha384-AbC+/=' }
  expect(readWidgetBuild(await built({ 'widget.json': JSON.stringify(build) }))).toEqual(build)
  for (const text of ['', '{}', JSON.stringify({ ...build, path: '/x" onload="y' }), JSON.stringify({ ...build, integrity: '"><script>' })])
    expect(readWidgetBuild(await built({ 'widget.json': text }))).toBeNull()
  expect(readWidgetBuild(await built({}))).toBeNull()
})

test('chunks of a build are served after the next one, also when several processes keep them at once; what never was is not found', async () => {
  const [first, second] = [await built({ 'assets/panel-aaaaaaaa.js': 'first' }), await built({ 'assets/panel-bbbbbbbb.js': 'second' })]
  await Promise.all(Array.from({ length: 5 }, () => keepAssets(config(), first)))
  await keepAssets(config(), second)
  expect((await readdir(keptAssets(config()))).sort()).toEqual(['panel-aaaaaaaa.js', 'panel-bbbbbbbb.js'])
  expect(await readFile(join(keptAssets(config()), 'panel-aaaaaaaa.js'), 'utf8')).toBe('first')
  const app = new Hono<Env>()
  mountKeptAssets(app, config())
  const old = await app.request('/widget/assets/panel-aaaaaaaa.js')
  expect([old.status, await old.text()]).toEqual([200, 'first'])
  expect(Object.fromEntries(old.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
  })
  for (const name of ['panel-cccccccc.js', '..%2fklankbord.db', '%2e%2e/secret.key']) {
    const missing = await app.request(`/widget/assets/${name}`)
    expect([name, missing.status]).toEqual([name, 404])
    expect(missing.headers.get('Cache-Control') ?? '').not.toContain('immutable')
  }
})
