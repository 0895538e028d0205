import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import type { Plugin } from 'vite'

/**
 * Properties that only the widget's own parts see, so that the script may carry them under short names. No name that a page, the server, the
 * browser or what was kept on a device knows may be in this list.
 */
const ownNames = `
  call calls host fetch room box draw recall keep configuration fill Title props children tag language post notice failed emit again dialog
  kit write timer busy itemId lasting held Fragment Icon Pick plural arrive complain later words isChosen
  onPick isWrong flushing tries idle fields receipt views Similar wake refresh typed Thumbnails upload drop
  blobs uploaded given similar album identity moves until load submit stop
`
  .trim()
  .split(/\s+/)

const LETTERS = 'abcdefgijklmopqrstuvwxyz'

const ACCESS = /\btexts\.(\w+)\b(?!\()/g

/** Which text has which number: those that are named where they are used. Others are found by what the server or a draft calls them. */
export function numberTexts(source: string): Map<string, number> {
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  const used = new Set(files.flatMap((file) => [...readFileSync(`${source}/${file}`, 'utf8').matchAll(ACCESS)].map(([, key]) => key)))
  const keys = [...readFileSync(`${source}/texts/nl.ts`, 'utf8').matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key as string)
  return new Map(keys.filter((key) => used.has(key)).map((key, index) => [key, index + 1]))
}

/** The texts of one part as JavaScript: a list of those with a number, after one of those that go by their name. */
export function listTexts(texts: object, numbers: Map<string, number>): string {
  const [named, numbered] = [true, false].map((isNamed) => Object.entries(texts).filter(([key]) => numbers.has(key) !== isNamed))
  const literal = (pairs: unknown[][] = []) => JSON.stringify(Object.fromEntries(pairs)).replaceAll(/"(\w+)":/g, '$1:')
  const values = numbered?.toSorted(([one], [other]) => (numbers.get(one) ?? 0) - (numbers.get(other) ?? 0)) ?? []
  const first = numbers.get(values[0]?.[0] ?? '')
  if (first === 1) return `export default[${[literal(named), ...values.map(([, text]) => JSON.stringify(text))].join(',')}]`
  return `export default${literal([...(named ?? []), ...values.map(([key, text]) => [numbers.get(key), text])])}`
}

/** Shortens the names in each module, the same everywhere, and turns its types and JSX into plain JavaScript. */
export function shortNames(numbers: Map<string, number>): Plugin {
  // Given out here, so that the same source becomes the same build. `h` and `n` are not among the letters: properties are called so already.
  const mangleCache = Object.fromEntries(ownNames.map((name, index) => [name, `${LETTERS[index % 24]}${'$'.repeat(index / 24)}`]))
  const mangleProps = new RegExp(`^(${ownNames.join('|')})$`)
  return {
    name: 'klankbord-short-names',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/(?!capture\/).*\.tsx?$/.test(id)) return undefined
      const renamed = code
        .replace(ACCESS, (_, key) => (numbers.has(key) ? `texts[${numbers.get(key)}]` : `texts.${key}`))
        .replaceAll(' type="button"', '')
      return transformSync(renamed, {
        loader: id.endsWith('x') ? 'tsx' : 'ts',
        target: 'es2023',
        charset: 'utf8',
        jsx: 'transform',
        jsxFactory: 'h',
        jsxFragment: 'Fragment',
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
        mangleProps,
        mangleCache,
      }).code
    },
  }
}
