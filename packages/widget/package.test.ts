// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import typescript from 'typescript'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const root = fileURLToPath(new URL('.', import.meta.url))
const entries = ['index', 'react', 'vue', 'svelte']
let folder: string
let files: string[]

/** Packs a package as it is published, and puts it into an application that installed it. */
beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  mkdirSync(join(root, 'test-results'), { recursive: true })
  folder = mkdtempSync(join(root, 'test-results/package-'))
  const packed = join(folder, 'node_modules/@klankbord/widget')
  for (const name of ['package.json', 'README.md']) cpSync(join(root, name), join(packed, name))
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent', build: { outDir: join(packed, 'dist') } })
  const [told] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: packed, encoding: 'utf8' }))
  files = told.files.map(({ path }: { path: string }) => path)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (path: string) => readFileSync(join(folder, 'node_modules/@klankbord/widget', path), 'utf8')

test('what is published is the modules, their types, the licence and how to use them, and nothing else', () => {
  const { exports } = JSON.parse(read('package.json')) as { exports: { [entry: string]: { [condition: string]: string } } }
  const promised = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : Object.values(entry)))
  expect(promised).toHaveLength(entries.length * 2)
  for (const path of promised) expect(files).toContain(path.slice(2))
  expect(files.filter((path) => !/^dist\/npm\/[\w.-]+\.(js|d\.ts)$/.test(path)).sort()).toEqual(['README.md', 'dist/npm/LICENSE', 'package.json'])
})

test('what is imported is published', () => {
  for (const path of files.filter((path) => /\.(js|d\.ts)$/.test(path)))
    for (const [, name] of read(path).matchAll(/(?:from|import\()\s*["']\.\/([^"']+)["']/g)) {
      const types = `${name}`.replace(/\.js$/, '.d.ts')
      expect(files, path).toContain(`dist/npm/${path.endsWith('.d.ts') ? types : name}`)
    }
})

test.each(['react', 'vue', 'svelte'])('for %s a page that bundles it loads at most 1 KiB more', (name) => {
  // All but what `mount` itself is made of.
  const external = ['react', 'vue', ...read('dist/npm/index.js').matchAll(/\.\/[\w-]+\.js/g)].map(String)
  const entryPoints = [join(folder, 'node_modules/@klankbord/widget/dist/npm', `${name}.js`)]
  const { outputFiles } = buildSync({ entryPoints, external, bundle: true, minify: true, format: 'esm', write: false })
  const size = brotliCompressSync(outputFiles[0]?.contents as Uint8Array).length
  process.stdout.write(`\n${name}: ${size} bytes in brotli\n`)
  expect(size).toBeLessThanOrEqual(1_024)
})

test('a bundler of server components is told that the entry for React belongs in the browser', () => {
  expect(read('dist/npm/react.js')).toMatch(/^['"]use client['"]/)
})

test.each(entries)('%s can be imported where there is no window', async (name) => {
  expect(typeof window).toBe('undefined')
  const url = pathToFileURL(join(folder, 'node_modules/@klankbord/widget/dist/npm', `${name}.js`)).href
  const code = `const names = Object.keys(await import(${JSON.stringify(url)})); console.log(names.sort().join())`
  const names = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder, encoding: 'utf8' }).trim()
  expect(names).toBe({ index: 'mount', react: 'Klankbord,useKlankbord', vue: 'Klankbord,useKlankbord', svelte: 'getKlankbord,klankbord' }[name])
})

const application = {
  'plain.ts': `
    import { mount, type Submitted } from '@klankbord/widget'
    const widget = mount({ site: 's', origin: 'https://x' })
    widget.on('submitted', (item: Submitted) => item.goal?.title.trim())
    // @ts-expect-error: there is no such kind
    widget.open({ kind: 'rant' })`,
  'react.tsx': `
    import { Klankbord, useKlankbord } from '@klankbord/widget/react'
    export const App = () => <Klankbord site="s" origin="https://x" theme="dark" onSubmitted={({ kind }) => kind satisfies 'idea' | 'complaint' | 'compliment' | 'question'} />
    // @ts-expect-error: without a site
    export const Wrong = () => <Klankbord origin="https://x" />
    // @ts-expect-error: there is no such theme
    export const Odd = () => <Klankbord site="s" origin="https://x" theme="neon" />
    export const Idea = () => { const { open } = useKlankbord(); return <button onClick={() => open({ kind: 'idea' })}>!</button> }`,
  'vue.ts': `
    import { h } from 'vue'
    import { Klankbord, useKlankbord } from '@klankbord/widget/vue'
    h(Klankbord, { site: 's', origin: 'https://x', attributes: { plan: 'pro' }, onSubmitted: ({ kind }) => kind.trim(), onNews: (count: number) => count + 1 })
    // @ts-expect-error: there is no such place
    h(Klankbord, { site: 's', origin: 'https://x', position: 'middle' })
    useKlankbord().set({ attributes: { cart: 3 } })`,
  'svelte.ts': `
    import type { Action } from 'svelte/action'
    import { fromAction } from 'svelte/attachments'
    import { getKlankbord, klankbord, type KlankbordOptions } from '@klankbord/widget/svelte'
    const action: Action<HTMLElement, KlankbordOptions> = klankbord
    fromAction(action, () => ({ site: 's', origin: 'https://x', onClosed: () => {} }))
    // @ts-expect-error: a number is no label
    klankbord(document.body, { site: 's', origin: 'https://x', label: 1 })
    getKlankbord().close()`,
}

test.each(['Bundler', 'NodeNext'] as const)(
  'an application in TypeScript that resolves as %s gets its types, and is told what is wrong',
  (resolution) => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const names = Object.entries(application).map(([name, source]) => {
      writeFileSync(join(folder, name), source)
      return join(folder, name)
    })
    const program = typescript.createProgram(names, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      jsx: typescript.JsxEmit.ReactJSX,
      target: typescript.ScriptTarget.ES2022,
      module: resolution === 'Bundler' ? typescript.ModuleKind.ESNext : typescript.ModuleKind.NodeNext,
      moduleResolution: typescript.ModuleResolutionKind[resolution],
      types: [],
    })
    const wrong = typescript
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${typescript.flattenDiagnosticMessageText(messageText, ' ')}`)
    expect(wrong).toEqual([])
  },
)

test('no module of it names this machine', () => {
  for (const name of readdirSync(join(folder, 'node_modules/@klankbord/widget/dist/npm'))) expect(read(`dist/npm/${name}`)).not.toContain(root)
})
