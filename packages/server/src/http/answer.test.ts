import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { answerPacked } from './answer.ts'
import type { Env } from './context.ts'

const long = { items: Array.from({ length: 2_000 }, (_, index) => ({ index, name: `Team ${index} van de werkplaats` })) }

const app = new Hono<Env>().get('/long', (c) => answerPacked(c, JSON.stringify(long), 200)).get('/short', (c) => answerPacked(c, '{"items":[]}', 200))
const ask = (path: string, encodings: string) => app.request(path, { headers: { 'Accept-Encoding': encodings } })

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['gzip, br;q=0', 'gzip', gunzipSync],
  ['gzip;q=0.2, br; q=0.5', 'br', brotliDecompressSync],
])('a long answer is packed for who takes %s, and says so to caches', async (encodings, encoding, unpack) => {
  const answer = await ask('/long', encodings)
  expect(answer.headers.get('Content-Encoding')).toBe(encoding)
  expect(answer.headers.get('Vary')).toContain('Accept-Encoding')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(bytes.length).toBeLessThan(JSON.stringify(long).length / 4)
  expect(JSON.parse(unpack(bytes).toString())).toEqual(long)
})

test.each([
  ['a long one for who takes nothing packed', '/long', 'identity', long],
  ['a long one for who refuses what we pack with', '/long', 'br;q=0, gzip;q=0.0', long],
  ['a short one', '/short', 'gzip', { items: [] }],
])('%s comes as it is', async (_, path, encodings, content) => {
  const answer = await ask(path, encodings)
  expect(answer.headers.get('Content-Encoding')).toBeNull()
  expect(await answer.json()).toEqual(content)
})
