import { fold } from '../src/routing/fold.ts'
import { compilePattern } from '../src/routing/patterns/pattern.ts'
import { hostilePatterns } from './corpora/read.ts'

// What every pattern costs on every text, as one line of JSON. A process of its own: what else a run of tests does slows nothing here, and the code is as Node reads it.

const LONG = 5000
const drawn = (from: readonly string[], length = LONG) => {
  let seed = 7
  return Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return from[Math.floor((seed / 2 ** 31) * from.length)]
  }).join('')
}

const texts = [
  'a'.repeat(LONG),
  `${'x'.repeat(LONG - 1)}!`,
  '😀'.repeat(LONG),
  drawn([...'ab']),
  drawn([...'abcxyz .,=0123é_-@']),
  drawn(Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i))),
  drawn(['fiets', ' kapot', ' a', 'b ', '!'], LONG / 5),
  // One character that becomes eighteen when it is folded.
  '\uFDFA'.repeat(LONG),
  'a\u0300\u0301\u0302\u0303'.repeat(LONG / 5),
].map(fold)

/** What backtracking, and building a state for every situation, are bad at. */
const worst = [
  ...['(.*a){12}', '(.*a){25}$', '(a|b)*a(a|b){20}$', '[ab]*a[ab]{93}c', '^(a?){45}a{45}$', '.*.*.*.*=.*', '(?:.*){60}x', '(.?){95}é$'],
  ...['(\\pL?){35}(\\w?\\PN?){30}!$', '(\\b.?\\B.?){47}é$', '.*(a|b).{15}.*(a|b).{15}x', 'fiets.{0,70}kapot.{0,10}é', '(\\w+\\s?)+$'],
]

const RUNS = 40

/** The processor's own time in milliseconds, the best of several runs, until one of them is good: what else the machine does slows a run down, and is not the pattern's. */
function cost(run: () => void, good: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < RUNS && best > good; i++) {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const good = Number(process.argv[2])
const known = hostilePatterns().filter((written) => !('refused' in compilePattern(written)))
const costs = [...known, ...worst].flatMap((written) => {
  const pattern = compilePattern(written)
  if ('refused' in pattern) throw new Error(`${written}: ${pattern.refused}`)
  return texts.map((text) => ({ written, text: text.slice(0, 10), ms: cost(() => pattern.test(text), good) }))
})
process.stdout.write(JSON.stringify(costs))
