// @vitest-environment node
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { languages } from './src/texts/languages.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'klankbord-size-'))
const sizes: Record<string, number> = {}

const compressed = (path: string) => brotliCompressSync(readFileSync(join(folder, path))).length
const sum = (...names: string[]) => names.reduce((total, name) => total + (sizes[name] ?? Number.NaN), 0)

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
  for (const language of languages)
    process.stdout.write(
      `In ${language}: until the form can be typed in ${sum('loader', 'form', `${language}.form`)}, after opening ${sum('form', 'loop', `${language}.form`)}, all but pictures ${sum('loader', 'form', 'loop', 'questions', 'yours', `${language}.form`, `${language}.yours`)}, pictures ${sum('pictures', `${language}.pictures`)} more, capture ${sum('capture')} more\n`,
    )
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what loads with every page is at most 1.3 kB', () => {
  expect(sizes.loader).toBeLessThanOrEqual(1_300)
})

test.each(languages)('everything until the form can be typed in, in %s, the loader included, is at most 9 kB', (language) => {
  expect(sum('loader', 'form', `${language}.form`)).toBeLessThanOrEqual(9_000)
})

test.each(languages)('what comes after opening wherever it is opened, in %s, is at most 12 kB', (language) => {
  expect(sum('form', 'loop', `${language}.form`)).toBeLessThanOrEqual(12_100)
})

test.each(languages)('all of it but the pictures, in %s, the loader included, is at most 15.1 kB', (language) => {
  expect(sum('loader', 'form', 'loop', 'questions', 'yours', `${language}.form`, `${language}.yours`)).toBeLessThanOrEqual(15_100)
})

test.each(languages)('adding pictures, in %s, is at most 2.5 kB more, and loads only when it is asked for', (language) => {
  expect(sum('pictures', `${language}.pictures`)).toBeLessThanOrEqual(2_500)
})

test('capturing the page and hiding what is private is at most 8 kB more, and loads only when it is asked for', () => {
  expect(sum('capture')).toBeLessThanOrEqual(8_000)
})

test('no schema, no eval and no inline style reaches a page', () => {
  const names = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))
  const code = ['widget.js', ...names.map((name) => `assets/${name}`)].map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  expect(code).not.toMatch(/ZodError|\beval\(|new Function|setAttribute\(.style|innerHTML/)
})

test('a page can pin the loader: its name says what is in it, and its integrity is told', () => {
  const { version, path, integrity } = JSON.parse(readFileSync(join(folder, 'widget.json'), 'utf8'))
  const code = readFileSync(join(folder, path.replace('/widget/', '')))
  expect(path).toBe(`/widget/assets/widget-${version}.js`)
  expect(integrity).toBe(`sha384-${createHash('sha384').update(code).digest('base64')}`)
  expect(code).toEqual(readFileSync(join(folder, 'widget.js')))
})
