import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** What a page asks for, as values of a `Link` header. */
interface Ahead {
  /** As in the app's table of pages: what follows `/admin`. */
  path: string
  /** Its files in each language, those of every page first, and who is asking. */
  links: Record<string, string>
  /** What the page shows a member where its address asks for nothing else. */
  data: string
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

interface Listed {
  path: string
  module: string
  /** Whether it waits for all texts, as `lazily` does. */
  allTexts: boolean
  isInside: boolean
  data: string[]
}

/** The pages of the app's table, in its order, and where each comes from. */
function pagesOf(app: string): Listed[] {
  const modules = new Map(
    [...app.matchAll(/const (\w+) = (lazy|lazily)\(\(\) => import\('\.\/([^']+)'\)\)/g)].map(([, name, how, module]) => [
      name,
      { module: module as string, allTexts: how === 'lazily' },
    ]),
  )
  return [...app.matchAll(/path: '(\/admin(?=\/))?([^']+)',\s+component: (\w+)(?:,\s+data: \[([^\]]*)\])?/g)].map(([, outside, path, name, data]) => {
    const from = modules.get(name ?? '')
    if (!from) throw new Error(`${name} is no page that is fetched when one goes there`)
    const addresses = [...(data ?? '').matchAll(/'([^']+)'/g)].map(([, address]) => address as string)
    return { path: path as string, ...from, isInside: !outside, data: addresses }
  })
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

/** As the app's `fetch` asks for it; else the browser would ask twice. */
const linkToData = (address: string) => `<${address}>; rel=preload; as=fetch; crossorigin`

/** Writes `ahead.json`: the server names all of it with the page itself, so that the browser asks for it before the first script could tell it to. */
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
        const ahead: Ahead[] = pagesOf(readFileSync(source('app.tsx'), 'utf8')).map(({ path, module, allTexts, isInside, data }) => {
          const inLanguage = (language: string) => {
            const needed = [source(module), source(`texts/${language}.ts`), ...(allTexts ? [source(`texts/later-${language}.ts`)] : [])]
            return [...new Set([...first, ...needed.flatMap((id) => [...filesOf(chunks, id)])])]
          }
          const who = isInside ? [linkToData('/api/v1/me')] : []
          return {
            path,
            links: Object.fromEntries(LANGUAGES.map((language) => [language, [...who, ...inLanguage(language).map(linkTo)].join(', ')])),
            data: data.map(linkToData).join(', '),
          }
        })
        this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(ahead) })
      },
    },
  }
}
