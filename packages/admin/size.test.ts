// @vitest-environment node
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const root = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'klankbord-admin-size-'))

const files = () => readdirSync(join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name))
const sizeOf = (name: string) => brotliCompressSync(readFileSync(join(folder, 'assets', name))).length
const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + sizeOf(name), 0)

/** A file and all that it imports before it can run. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  const code = readFileSync(join(folder, 'assets', name), 'utf8')
  for (const [, imported] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) withImports(imported as string, found)
  return found
}

/** What the page itself names: the script, what it imports, and the style. */
const first = () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/assets\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name as string)
  return new Set(named.flatMap((name) => (name.endsWith('.js') ? [...withImports(name)] : [name])))
}

const ahead = () => JSON.parse(readFileSync(join(folder, 'ahead.json'), 'utf8')) as { path: string; links: Record<string, string> }[]
const namesIn = (link: string | undefined) => [...(link ?? '').matchAll(/<\/admin\/assets\/([^>]+)>/g)].map(([, name]) => name as string)
const chunk = (name: string) => files().find((file) => file.startsWith(`${name}-`)) as string

/** The sources of each file. */
const sources = new Map<string, string[]>()

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const built = await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } })
  const output = 'output' in built ? built.output : []
  for (const file of output) if (file.type === 'chunk') sources.set(basename(file.fileName), file.moduleIds)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(['nl', 'en'])('the inbox in %s can be used after at most 90 kB; notices at the foot of the window come once it stands', (language) => {
  const needed = new Set(namesIn(ahead().find(({ path }) => path === '/')?.links[language]))
  const notices = [...withImports(chunk('toasts-shown'))].filter((name) => !needed.has(name))
  process.stdout.write(`Inbox in ${language}: ${sum(needed)} bytes in brotli, and ${sum(notices)} for notices once it stands\n`)
  expect(sum(needed)).toBeLessThanOrEqual(90_000)
})

/** A source of the app and all that it imports before it can run. */
function sourcesWith(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  const code = readFileSync(path, 'utf8')
  for (const [, imported] of code.matchAll(/^(?:import|export) (?!type )[^'"]*from '(\.[^']+\.tsx?)'/gm))
    sourcesWith(join(path, '..', imported as string), found)
  return found
}

test('nothing of the inbox as it opens says what only comes later', () => {
  const opened = [...sourcesWith(join(root, 'src/main.tsx')), ...sourcesWith(join(root, 'src/inbox/page.tsx'))]
  expect(opened).toContain(join(root, 'src/inbox/list.tsx'))
  expect(opened).toContain(join(root, 'src/frame.tsx'))
  expect(opened.filter((path) => readFileSync(path, 'utf8').includes("/full-language.ts'"))).toEqual([])
})

test('the app checks nothing that the server checks: no schema is in it', () => {
  const code = files().map((name) => readFileSync(join(folder, 'assets', name), 'utf8'))
  expect(code.filter((one) => /ZodError|_zod/.test(one))).toEqual([])
  // The choices that a schema offers are here, but nothing that checks: who asked for that would only fail once the app is built.
  const own = [...sources.values()].flat().filter((path) => path.startsWith(join(root, 'src')) && /\.tsx?$/.test(path))
  const checking = own.filter((path) => /\b(?!JSON\b|Date\b)[A-Z]\w*\.(parse|safeParse|parseAsync)\(/.test(readFileSync(path, 'utf8')))
  expect(checking).toEqual([])
})

const fileOf = (module: string) => [...sources].find(([, paths]) => paths.includes(join(root, 'src', module)))?.[0] as string

test.each([
  ['/', 'inbox/page.tsx'],
  ['/goals', 'goals/page.tsx'],
  ['/goals/coverage', 'coverage/page.tsx'],
  ['/goals/story/:teamId?', 'story/page.tsx'],
  ['/settings/sites/:id', 'settings/site-page.tsx'],
  ['/sign-in', 'sign-in/sign-in.tsx'],
])('with %s goes the name of every script that it needs, those of every page first', (path, module) => {
  const links = ahead().find((page) => page.path === path)?.links
  // The texts of the inbox are among the first.
  const needed = ['nl', ...(path === '/' ? [] : ['later-nl'])].flatMap((texts) => [...withImports(fileOf(`texts/${texts}.ts`))])
  const all = new Set([...needed, ...withImports(fileOf(module))])
  const scripts = (names: Iterable<string>) => [...names].filter((name) => name.endsWith('.js')).toSorted()
  const named = namesIn(links?.nl)
  expect(new Set(named.slice(0, first().size))).toEqual(first())
  expect(scripts(named)).toEqual(scripts(new Set([...first(), ...all])))
  expect(namesIn(links?.en)).not.toEqual(namesIn(links?.nl))
})

test('every page of the app is there, and every file that is named', () => {
  const paths = [...readFileSync(join(root, 'src/app.tsx'), 'utf8').matchAll(/\{ path: '(?:\/admin(?=\/))?([^']+)'/g)].map(([, path]) => path)
  expect(paths.length).toBeGreaterThan(20)
  expect(ahead().map(({ path }) => path)).toEqual(paths)
  const named = new Set(ahead().flatMap(({ links }) => Object.values(links).flatMap(namesIn)))
  expect([...named].filter((name) => !files().includes(name))).toEqual([])
})
