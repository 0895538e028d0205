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

const typing = (language: string) => sum('loader', 'form', `${language}.form`)
/** The loop says what it says with the words of the form. */
const opened = (language: string) => typing(language) + sum('loop')
/** What comes only where it is asked for, with the texts of all of it. */
const extras = (language: string) => sum('returning', 'pictures', 'questions', 'similar', `${language}.later`)
const everything = (language: string) => opened(language) + extras(language)
const screenshot = (language: string) => sum('capture', `${language}.capture`)

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
      `In ${language}: until the form can be typed in ${typing(language)}, with my feedback, conversation, outcomes and the offline queue ${opened(language)}, all of it but the screenshot ${everything(language)}, capture ${screenshot(language)} more\n`,
    )
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what loads with every page is at most 1.3 kB', () => {
  expect(sizes.loader).toBeLessThanOrEqual(1_300)
})

test.each(languages)('everything until the form can be typed in, in %s, the loader included, is at most 8.4 kB', (language) => {
  expect(typing(language)).toBeLessThanOrEqual(8_400)
})

test.each(languages)('form, my feedback, conversation, outcomes and the offline queue, in %s, the loader included, are at most 12 kB', (language) => {
  expect(opened(language)).toBeLessThanOrEqual(12_000)
})

test.each(languages)('all of it but the screenshot, in %s, with what comes only where it is asked for, is at most 17.7 kB', (language) => {
  expect(everything(language)).toBeLessThanOrEqual(17_700)
})

test.each(languages)('the screenshot and what hides things in it, in %s, is at most 7.8 kB more, and loads only when it is asked for', (language) => {
  expect(screenshot(language)).toBeLessThanOrEqual(7_800)
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
