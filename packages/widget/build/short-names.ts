import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import type { Plugin } from 'vite'

/**
 * Properties that only the widget's own parts see, so that the script may carry them under short names. No name that a page, the server, the
 * browser or what was kept on a device knows may be in this list.
 */
const ownNames = [
  ...['configuration', 'box', 'dialog', 'emit', 'draw', 'busy', 'failed', 'itemId', 'recall', 'lasting', 'held'],
  ...['Fragment', 'Icon', 'Title', 'Pick', 'fill', 'plural', 'arrive', 'write', 'complain', 'later', 'words', 'isChosen', 'onPick', 'isWrong'],
  ...[
    'flushing',
    'tries',
    'timer',
    'idle',
    'again',
    'fields',
    'receipt',
    'views',
    'Questions',
    'Similar',
    'wake',
    'refresh',
    'post',
    'typed',
    'room',
  ],
  ...[
    'Thumbnails',
    'upload',
    'drop',
    'blobs',
    'uploaded',
    'notice',
    'calls',
    'kit',
    'given',
    'similar',
    'language',
    'children',
    'props',
    'tag',
    'album',
    'identity',
    'host',
  ],
]

const ACCESS = /\btexts\.(\w+)\b(?!\()/g

/** Which text has which short name: those that are named where they are used. Others are found by what the server or a draft calls them. */
export function shortTexts(source: string): Map<string, string> {
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  const used = new Set(files.flatMap((file) => [...readFileSync(`${source}/${file}`, 'utf8').matchAll(ACCESS)].map(([, key]) => key as string)))
  return new Map([...used].sort().map((key, index) => [key, `_${index.toString(36)}`]))
}

/** Shortens the names in each module, the same everywhere, and turns its types and JSX into plain JavaScript. */
export function shortNames(short: Map<string, string>): Plugin {
  const mangleCache: Record<string, string | false> = {}
  const mangleProps = new RegExp(`^(${ownNames.join('|')})$`)
  return {
    name: 'klankbord-short-names',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/(?!capture\/).*\.tsx?$/.test(id)) return undefined
      const renamed = code.replace(ACCESS, (_, key) => `texts.${short.get(key) ?? key}`).replaceAll(' type="button"', '')
      const { code: plain, mangleCache: cache } = transformSync(renamed, {
        loader: id.endsWith('x') ? 'tsx' : 'ts',
        target: 'es2023',
        charset: 'utf8',
        jsx: 'transform',
        jsxFactory: 'h',
        jsxFragment: 'Fragment',
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
        mangleProps,
        mangleCache,
      })
      Object.assign(mangleCache, cache)
      return plain
    },
  }
}
