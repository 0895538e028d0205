import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { minify } from 'terser'
import typescript from 'typescript'
import { build, defineConfig, type InlineConfig, type Plugin, type Rolldown, transformWithOxc } from 'vite'
import { listTexts, numberTexts } from './build/list-texts.ts'
import { shortNames } from './build/short-names.ts'
import type { Plural } from './src/texts/languages.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const numbers = numberTexts(`${root}src`)
const names = shortNames(numbers)
const target = ['chrome123', 'firefox128', 'safari17.5']
const common = { configFile: false, root, logLevel: 'warn' } satisfies InlineConfig

/** Elements are made by the widget's own `h`. */
const oxc = { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } } satisfies InlineConfig['oxc']

/** The parts that load later: each is one file, so that reaching it is one request. */
const parts = {
  form: 'form/begin.ts',
  loop: 'loop/begin.ts',
  pictures: 'pictures/begin.ts',
  questions: 'questions/begin.ts',
  returning: 'returning/begin.ts',
  similar: 'similar/begin.ts',
  capture: 'capture/capture.ts',
}

/** One part, with all that it uses. */
async function bundle(entry: string, names: Plugin): Promise<string> {
  const result = (await build({
    ...common,
    plugins: [names],
    build: {
      target,
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: `${root}src/${entry}`,
        preserveEntrySignatures: 'strict',
        treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
        output: { format: 'es' },
      },
    },
  })) as Rolldown.RolldownOutput
  const [chunk, ...rest] = result.output.filter((file) => file.type === 'chunk')
  if (!chunk || rest.length) throw new Error(`${entry} became ${rest.length + 1} files`)
  return smaller(chunk.code)
}

/** Two ways to write the same. Which of them compresses best differs by part, and can be known only by trying. */
const spellings = [{}, { hoist_funs: true }]

/** What Vite's own minifier leaves: 1 to 3 % of what goes over the line. */
async function smaller(code: string): Promise<string> {
  const written = spellings.map(async (spelling) => {
    const compress = { passes: 3, unsafe_arrows: true, pure_getters: true, ...spelling }
    return (await minify(code, { module: true, ecma: 2020, compress })).code ?? code
  })
  const size = (code: string) => brotliCompressSync(code).length
  return (await Promise.all(written)).reduce((best, one) => (size(one) < size(best) ? one : best))
}

/** The texts of each language, cut into the parts with which they load. */
async function bundleTexts(): Promise<[name: string, code: string][]> {
  const files = readdirSync(`${root}src/texts`).filter((file) => /^[a-z]{2}\.ts$/.test(file))
  const languages = files.map(async (file): Promise<[string, string][]> => {
    const { code } = await transformWithOxc(readFileSync(`${root}src/texts/${file}`, 'utf8'), file)
    const texts = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { [part: string]: { [key: string]: string | Plural } }
    return Object.keys(texts).map((part) => [`${file.slice(0, -3)}.${part}`, listTexts(texts[part] ?? {}, numbers, part === 'form')])
  })
  return (await Promise.all(languages)).flat()
}

/** Builds the parts into `dist/assets/`. They share one hash, that of their content, so that the loader, which loads with every page, has to know only one. */
async function buildParts(folder: string, names: Plugin): Promise<string> {
  const code = Object.entries(parts).map(async ([name, entry]): Promise<[string, string]> => [name, await bundle(entry, names)])
  const files = [
    ...(await Promise.all(code)),
    ...(await bundleTexts()),
    ['names', `export default${JSON.stringify(Object.fromEntries(numbers))}`] as const,
  ]
  const version = hashOf(files.map(([, code]) => code).join())
  rmSync(`${folder}/assets`, { recursive: true, force: true })
  mkdirSync(`${folder}/assets`, { recursive: true })
  for (const [name, code] of files) write(`${folder}/assets/${name}-${version}.js`, code)
  return version
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex').slice(0, 8)

/** The loader under a name that says what is in it, for pages that pin it with its integrity. */
function pin(folder: string, code: string) {
  const version = hashOf(code)
  const path = `assets/widget-${version}.js`
  write(`${folder}/${path}`, code)
  const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`
  writeFileSync(`${folder}/widget.json`, `${JSON.stringify({ version, path: `/widget/${path}`, integrity })}\n`)
}

/** Writes a file and, beside it, what a server sends to a browser that takes it compressed. */
function write(path: string, code: string) {
  writeFileSync(path, code)
  writeFileSync(`${path}.br`, brotliCompressSync(code))
  writeFileSync(`${path}.gz`, gzipSync(code, { level: 9 }))
}

/** What users of the npm package may import: the widget, and a thin entry for each framework. `stay` is what those have in common. */
const packageEntries = ['index', 'react', 'vue', 'svelte']

/** Tells a bundler of React server components that this one belongs in the browser. */
const banner = ({ name }: { name: string }) => (name === 'react' ? "'use client'" : '')

/** The npm package: modules that the host's own bundler splits. */
async function buildPackage(folder: string) {
  await build({
    ...common,
    oxc,
    build: {
      target,
      outDir: `${folder}/npm`,
      lib: { entry: Object.fromEntries(packageEntries.map((name) => [name, `${root}src/${name}.ts`])), formats: ['es'], fileName: '[name]' },
      rolldownOptions: { external: ['react', 'vue'], output: { chunkFileNames: '[name].js', banner } },
    },
  })
  copyFileSync(`${root}../../LICENSE`, `${folder}/npm/LICENSE`)
}

/** The types of the npm package, from the files that its users see. */
function writeTypes(folder: string) {
  for (const name of [...packageEntries, 'options', 'stay']) {
    const source = readFileSync(`${root}src/${name}.ts`, 'utf8')
    const { outputText } = typescript.transpileDeclaration(source, { fileName: `${name}.ts` })
    writeFileSync(`${folder}/npm/${name}.d.ts`, outputText.replaceAll(".ts'", ".js'"))
  }
}

/** Builds the rest before the loader, and tells the loader by which name to fetch it. */
function laterParts(names: Plugin): Plugin {
  let version = ''
  let folder = ''
  return {
    name: 'klankbord-parts',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async buildStart() {
      version = await buildParts(folder, names)
      await buildPackage(folder)
      writeTypes(folder)
      for (const file of readdirSync(`${root}src`, { recursive: true })) if (`${file}`.includes('.')) this.addWatchFile(`${root}src/${file}`)
    },
    renderChunk: (code) => code.replaceAll('__BUILD__', version),
    writeBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        write(`${folder}/${file.fileName}`, file.code)
        pin(folder, file.code)
      }
    },
  }
}

export default defineConfig(({ command }) =>
  command === 'build'
    ? {
        plugins: [laterParts(names), names],
        build: {
          target,
          emptyOutDir: false,
          lib: { entry: 'src/script.ts', formats: ['iife'], name: 'unused', fileName: () => 'widget.js' },
        },
      }
    : {},
)
