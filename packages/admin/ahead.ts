import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** The files of a page, those of every page first, as the value of a `Link` header for each language. */
interface Ahead {
  /** As in the app's table of pages: what follows `/admin`. */
  path: string
  links: Record<string, string>
}

const LANGUAGES = ['nl', 'en']

interface Chunk {
  type: 'chunk'
  fileName: string
  isEntry: boolean
  imports: string[]
  moduleIds: string[]
  viteMetadata?: { importedCss: Set<string> }
}

/** Where each page of the app's table comes from, in its order; null for the one that is among the first files. */
function pagesOf(app: string): { path: string; module: string | null }[] {
  const modules = new Map(
    [...app.matchAll(/const (\w+) = lazily\(\(\) => import\('\.\/([^']+)'\)\)/g)].map(([, name, module]) => [name, module as string]),
  )
  return [...app.matchAll(/path: '(?:\/admin(?=\/))?([^']+)', component: (\w+)/g)].map(([, path, name]) => ({
    path: path as string,
    module: modules.get(name) ?? null,
  }))
}

/** The files of one module with all that they import, styles too. */
function filesOf(chunks: ReadonlyMap<string, Chunk>, id: string, found = new Set<string>()): Set<string> {
  const add = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk.fileName)) return
    found.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    for (const imported of chunk.imports) add(chunks.get(imported))
  }
  add([...chunks.values()].find(({ moduleIds }) => moduleIds.includes(id)))
  return found
}

const linkTo = (file: string) => `</admin/${file}>; ${file.endsWith('.css') ? 'rel=preload; as=style' : 'rel=modulepreload'}; crossorigin`

/** Writes `ahead.json`: the server names these files with the page itself, so that the browser asks for them before the first script could tell it to. */
export function namedAhead(): Plugin {
  const source = (path: string) => resolve(import.meta.dirname, 'src', path)
  return {
    name: 'klankbord-ahead',
    apply: 'build',
    // After what is left of modules that are nothing but styles was taken out.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = new Map(
          Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file as unknown as Chunk] as const] : [])),
        )
        const first = filesOf(chunks, source('main.tsx'))
        const ahead: Ahead[] = pagesOf(readFileSync(source('app.tsx'), 'utf8')).map(({ path, module }) => {
          const inLanguage = (language: string) => {
            const needed = module
              ? [source(module), source(`texts/${language}.ts`), source(`texts/later-${language}.ts`)]
              : [source(`texts/${language}.ts`)]
            return [...new Set([...first, ...needed.flatMap((id) => [...filesOf(chunks, id)])])]
          }
          return { path, links: Object.fromEntries(LANGUAGES.map((language) => [language, inLanguage(language).map(linkTo).join(', ')])) }
        })
        this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(ahead) })
      },
    },
  }
}
