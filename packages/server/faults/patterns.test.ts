import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MOST_MS = 5
/** Of the public ones, beside the 13 that are worst for ours. */
const FEWEST = 45 + 13

test('no pattern takes more than 5 ms on any text of 5,000 characters', () => {
  const script = fileURLToPath(new URL('./pattern-costs.ts', import.meta.url))
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script, `${MOST_MS}`], { encoding: 'utf8' })
  const costs: { written: string; text: string; ms: number }[] = JSON.parse(printed)
  expect(new Set(costs.map(({ written }) => written)).size).toBeGreaterThan(FEWEST)
  expect(costs.filter(({ ms }) => ms > MOST_MS)).toEqual([])
})
