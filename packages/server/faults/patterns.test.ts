import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MOST_MS = 5

test('no pattern takes more than 5 ms on any text of 5,000 characters', () => {
  const script = fileURLToPath(new URL('./pattern-costs.ts', import.meta.url))
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script, `${MOST_MS}`], { encoding: 'utf8' })
  const costs: { written: string; text: string; ms: number }[] = JSON.parse(printed)
  expect(costs.length).toBeGreaterThan(500)
  expect(costs.filter(({ ms }) => ms > MOST_MS)).toEqual([])
})
