import { transformSync } from 'esbuild'
import type { Plugin } from 'vite'
import { ACCESS, type Numbers } from './list-texts.ts'

/**
 * Properties that only the widget's own parts see, so that the script may carry them under short names. No name that a page, the server, the
 * browser or what was kept on a device knows may be in this list, nor that of a part: those are looked up by it.
 */
const ownNames = `
  call calls host fetch room box draw recall keep configuration fill Title props tag language post notice failed emit again dialog
  kit write timer busy itemId lasting held Icon Pick plural arrive complain later words isChosen
  onPick isWrong flushing tries idle fields receipt views wake refresh typed Thumbnails upload drop
  blobs uploaded given album identity moves until load submit stop alone learn sure seeking dress line Gave become check see Change
  Yours Helped Write
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

const LETTERS = 'abcdefgijklmopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Shortens the names in each module, the same everywhere, and turns its types and JSX into plain JavaScript. */
export function shortNames(numbers: Numbers): Plugin {
  const [own, capture] = [ownNames, captureNames].map((names) => ({
    mangleProps: new RegExp(`^(${names.join('|')})$`),
    // Given out here, so that the same source becomes the same build. `h` and `n` are not among the letters: properties are called so already.
    mangleCache: Object.fromEntries(names.map((name, index) => [name, `${LETTERS[index % 50]}${'$'.repeat(index / 50)}`])),
  }))
  return {
    name: 'klankbord-short-names',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id)) return undefined
      const renamed = code
        .replace(ACCESS, (_, key) => (numbers.get(key) ? `texts[${numbers.get(key)}]` : `texts.${key}`))
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
