import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import type { Plugin } from 'vite'

/**
 * Properties that only the widget's own parts see, so that the script may carry them under short names. No name that a page, the server, the
 * browser or what was kept on a device knows may be in this list, nor that of a part: those are looked up by it.
 */
const ownNames = `
  call calls host fetch room box draw recall keep configuration fill Title props tag language post notice failed emit again dialog
  kit write timer busy itemId lasting held Icon Pick plural arrive complain later words isChosen
  onPick isWrong flushing tries idle fields receipt views wake refresh typed Thumbnails upload drop
  blobs uploaded given album identity moves until load submit stop alone learn sure seeking Change dress line Gave become check see
`
  .trim()
  .split(/\s+/)

/** The same of the part that draws the page, which calls much of the browser by the names above. */
const captureNames = `
  around covered clipOfAbsolute outer line pseudo layer layers items stacking depth parent node rect radii strokes points brush box draw tall above
  stops angle colour undo
`
  .trim()
  .split(/\s+/)

const LETTERS = 'abcdefgijklmopqrstuvwxyz'

const ACCESS = /\btexts\.(\w+)\b(?!\()/g

/** Which text has which number: those that are named where they are used. Others are found by what the server or a draft calls them. */
export function numberTexts(source: string): Map<string, number> {
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  const used = new Set(files.flatMap((file) => [...readFileSync(`${source}/${file}`, 'utf8').matchAll(ACCESS)].map(([, key]) => key)))
  return new Map(
    keysOfTexts(source)
      .filter((key) => used.has(key))
      .map((key, index) => [key, index + 1]),
  )
}

/** What the texts are called, in the order of the Dutch file: the same for every language. */
export const keysOfTexts = (source: string) =>
  [...readFileSync(`${source}/texts/nl.ts`, 'utf8').matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key as string)

/**
 * The texts of one part as JavaScript: those that go by their name or differ with a number, the number of the first of the others, and those.
 * Whoever knows the names of this part has them before the others, in the order of the Dutch file.
 */
export function listTexts(texts: { [key: string]: unknown }, numbers: Map<string, number>, order: string[], areNamesKnown: boolean): string {
  const literal = (value: object) => JSON.stringify(value).replaceAll(/"(\w+)":/g, '$1:')
  const keys = order.filter((key) => key in texts)
  const [numbered, known] = [keys.filter((key) => numbers.has(key)), keys.filter((key) => areNamesKnown && !numbers.has(key))]
  const first = (numbers.get(numbered[0] as string) ?? 0) - known.length
  const others = [...known, ...numbered].map((key) => (typeof texts[key] === 'string' ? texts[key] : ''))
  const named = keys.filter((key) => typeof texts[key] !== 'string' || !(numbers.has(key) || known.includes(key)))
  return `export default[${literal(Object.fromEntries(named.map((key) => [numbers.get(key) ?? key, texts[key]])))},${first},${JSON.stringify(others.join('|'))}]`
}

/** Shortens the names in each module, the same everywhere, and turns its types and JSX into plain JavaScript. */
export function shortNames(numbers: Map<string, number>): Plugin {
  const [own, capture] = [ownNames, captureNames].map((names) => ({
    mangleProps: new RegExp(`^(${names.join('|')})$`),
    // Given out here, so that the same source becomes the same build. `h` and `n` are not among the letters: properties are called so already.
    mangleCache: Object.fromEntries(names.map((name, index) => [name, `${LETTERS[index % 24]}${'$'.repeat(index / 24)}`])),
  }))
  return {
    name: 'klankbord-short-names',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id)) return undefined
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
        ...(/\/capture\//.test(id) ? capture : own),
      }).code
    },
  }
}
