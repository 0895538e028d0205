// @vitest-environment node
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const root = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'klankbord-size-'))
const sizes: Record<string, number> = {}

const compressed = (path: string) => brotliCompressSync(readFileSync(join(folder, path))).length

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent', build: { outDir: folder } })
  sizes.loader = compressed('widget.js')
  for (const name of readdirSync(join(folder, 'assets'))) if (name.endsWith('.js')) sizes[name.split('-')[0] as string] = compressed(`assets/${name}`)
  process.stdout.write(
    `\nWidget, bytes in brotli: ${Object.entries(sizes)
      .map(([name, size]) => `${name} ${size}`)
      .join(', ')}\n`,
  )
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what loads with every page is at most 1.5 kB', () => {
  expect(sizes.loader).toBeLessThanOrEqual(1_500)
})

test.each(['nl', 'en'])('everything after opening, in %s, is at most 12 kB', (language) => {
  expect((sizes.core ?? Number.NaN) + (sizes[language] ?? Number.NaN)).toBeLessThanOrEqual(12_000)
})

test('no schema, no eval and no inline style reaches a page', () => {
  const names = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))
  const code = ['widget.js', ...names.map((name) => `assets/${name}`)].map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  expect(code).not.toMatch(/ZodError|\beval\(|new Function|setAttribute\(.style/)
})
