import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readPlaywright, readVitest } from './counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'klankbord-counts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(content) {
  const file = join(folder, `${crypto.randomUUID()}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const file = (status, assertionResults, message = '') => ({ name: 'a.test.ts', status, message, assertionResults })
const assertion = (status) => ({ status, fullName: 'a sentence', failureMessages: status === 'failed' ? ['expected 1'] : [] })
const suites = (...tests) => ({
  suites: [
    {
      suites: [
        {
          specs: tests.map((status) => ({ title: 'a journey', file: 'a.spec.ts', line: 1, tests: [{ status, projectName: 'sqlite', results: [] }] })),
        },
      ],
    },
  ],
  errors: [],
})

describe.each([
  ['Vitest', readVitest, (...statuses) => ({ testResults: [file('passed', statuses.map(assertion))] }), ['passed', 'failed', 'pending']],
  ['Playwright', readPlaywright, suites, ['expected', 'unexpected', 'skipped']],
])('%s', (_, read, make, [good, bad, skipped]) => {
  test('every test is counted once', () => {
    expect(read(report(make(good, good, bad, skipped)), 1)).toMatchObject({ passed: 2, failed: 1, skipped: 1 })
    expect(read(report(make(good)), 0)).toEqual({ passed: 1, failed: 0, skipped: 0, failures: [], unsteady: [] })
  })

  test('a runner that crashed, was cut off, found nothing or took too long has failed', () => {
    expect(read(join(folder, 'none.json'), 1).failed).toBe(1)
    expect(read(join(folder, 'none.json'), 0).failed).toBeGreaterThan(0)
    expect(read(report('{"testRes'), 139).failed).toBe(1)
    expect(read(report(make()), 0)).toMatchObject({ failed: 1, failures: ['No test ran'] })
    expect(read(report(make(good)), null)).toMatchObject({ passed: 1, failed: 1 })
    expect(read(report(make(good)), 1)).toMatchObject({ passed: 1, failed: 1 })
  })
})

test('a test file that does not load is a failure', () => {
  const broken = file('failed', [], 'Cannot find module')
  expect(readVitest(report({ testResults: [broken, file('passed', [assertion('passed')])] }), 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('what passed only at its second try has passed, and is told with what its first try said', () => {
  const journey = readPlaywright(report(suites('flaky')), 0)
  expect(journey).toMatchObject({ passed: 1, failed: 0, unsteady: [expect.stringContaining('a journey [sqlite] (a.spec.ts:1)')] })
  const unsteady = { ...assertion('passed'), failureMessages: ['expected 1'] }
  expect(readVitest(report({ testResults: [file('passed', [unsteady])] }), 0)).toMatchObject({
    passed: 1,
    failed: 0,
    unsteady: ['a sentence (a.test.ts)\nexpected 1'],
  })
})
