import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import typescript from 'typescript'
import { build, defineConfig, type InlineConfig, type Plugin, type Rolldown } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const target = ['chrome123', 'firefox128', 'safari17.5']
const common = { configFile: false, root, logLevel: 'warn' } satisfies InlineConfig

/** Preact's own `h` instead of the JSX runtime, which would carry a second way to make an element onto every page. */
const smallJsx = {
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  plugins: [
    {
      name: 'klankbord-h',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('.tsx') ? `import { h, Fragment } from 'preact';${code}` : undefined),
    },
  ],
} satisfies InlineConfig

const names = ['core', 'nl', 'en']
const source = (name: string) => `${root}src/${name === 'core' ? 'core' : `texts/${name}`}.ts`

/**
 * Builds the parts that load later into `dist/assets/`. They share one hash, that of their content, so that the loader, which loads with
 * every page, has to know only one. Returns it.
 */
async function buildParts(folder: string): Promise<string> {
  const result = (await build({
    ...common,
    ...smallJsx,
    build: {
      target,
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, source(name)])),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  const files = result.output.filter((file) => file.type === 'chunk')
  const hash = createHash('sha256')
  for (const { code } of files) hash.update(code)
  const version = hash.digest('hex').slice(0, 8)
  rmSync(`${folder}/assets`, { recursive: true, force: true })
  mkdirSync(`${folder}/assets`, { recursive: true })
  for (const { name, code } of files) write(`${folder}/assets/${name}-${version}.js`, code)
  return version
}

/** Writes a file and, beside it, what a server sends to a browser that takes it compressed. */
function write(path: string, code: string) {
  writeFileSync(path, code)
  writeFileSync(`${path}.br`, brotliCompressSync(code))
  writeFileSync(`${path}.gz`, gzipSync(code, { level: 9 }))
}

/** The npm package: modules that the host's own bundler splits, with Preact left to it. */
async function buildPackage(folder: string) {
  await build({
    ...common,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target,
      outDir: `${folder}/npm`,
      lib: { entry: `${root}src/index.ts`, formats: ['es'], fileName: 'index' },
      rolldownOptions: { external: /^preact/, output: { chunkFileNames: '[name].js' } },
    },
  })
}

/** The types of the npm package, from the two files that its users see. */
function writeTypes(folder: string) {
  for (const name of ['index', 'options']) {
    const source = readFileSync(`${root}src/${name}.ts`, 'utf8')
    const { outputText } = typescript.transpileDeclaration(source, { fileName: `${name}.ts` })
    writeFileSync(`${folder}/npm/${name}.d.ts`, outputText.replaceAll(".ts'", ".js'"))
  }
}

/** Builds the rest before the loader, and tells the loader by which name to fetch it. */
function parts(): Plugin {
  let version = ''
  let folder = ''
  return {
    name: 'klankbord-parts',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async buildStart() {
      version = await buildParts(folder)
      await buildPackage(folder)
      writeTypes(folder)
      for (const file of readdirSync(`${root}src`, { recursive: true })) if (`${file}`.includes('.')) this.addWatchFile(`${root}src/${file}`)
    },
    renderChunk: (code) => code.replaceAll('__BUILD__', version),
    writeBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') write(`${folder}/${file.fileName}`, file.code)
    },
  }
}

export default defineConfig(({ command }) =>
  command === 'build'
    ? {
        plugins: [parts()],
        build: {
          target,
          emptyOutDir: false,
          lib: { entry: 'src/script.ts', formats: ['iife'], name: 'unused', fileName: () => 'widget.js' },
        },
      }
    : {},
)
