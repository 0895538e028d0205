import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Env } from './context.ts'
import { staticFiles } from './static-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'klankbord-static-'))
const script = 'export const long = 1\n'.repeat(100)
const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
}
const app = new Hono<Env>()
  .use('/files/*', (c, next) => {
    c.header('X-Asked', c.req.header('X-Asked') ?? '')
    return next()
  })
  .get('/files/*', staticFiles(folder, { prefix: '/files/', maxAge: 60 }))

const HASHED = '/files/page-B6_x8Zq1.js'

beforeAll(() => {
  write('page-B6_x8Zq1.js', script)
  write('plain.js', script)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') => app.request(path, { method, headers })

test('a file that never changes is the same each time, packed for who takes it so, with the headers of each request', async () => {
  for (const asked of ['once', 'twice']) {
    const packed = await ask(HASHED, { 'Accept-Encoding': 'gzip, br', 'X-Asked': asked })
    expect(Object.fromEntries(packed.headers)).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('javascript'),
      vary: expect.stringContaining('Accept-Encoding'),
      'x-asked': asked,
    })
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(script)
    const plain = await ask(HASHED, { 'X-Asked': asked })
    expect([plain.headers.get('content-encoding'), plain.headers.get('x-asked'), await plain.text()]).toEqual([null, asked, script])
  }
})

test('it is sent from memory once it was asked for; a file without a hash in its name is read each time', async () => {
  await ask(HASHED)
  await ask('/files/plain.js')
  for (const name of ['page-B6_x8Zq1.js', 'plain.js']) writeFileSync(join(folder, name), 'changed')
  expect(await (await ask(HASHED)).text()).toBe(script)
  const plain = await ask('/files/plain.js')
  expect([await plain.text(), plain.headers.get('cache-control')]).toEqual(['changed', 'public, max-age=60, must-revalidate'])
})

test('a part of it, only what it weighs, and what is not there', async () => {
  const part = await ask(HASHED, { Range: 'bytes=0-5' })
  expect([part.status, await part.text()]).toEqual([206, expect.stringMatching(/^.{6}$/)])
  const weight = await ask(HASHED, {}, 'HEAD')
  expect([weight.status, await weight.text()]).toEqual([200, ''])
  expect((await ask('/files/page-00000000.js')).status).toBe(404)
})
