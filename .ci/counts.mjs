import { existsSync, readFileSync } from 'node:fs'

/** `unsteady` are those of the passed that failed at their first try, with what that try said. */
const none = () => ({ passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] })

function fail(result, failure) {
  result.failed++
  result.failures.push(failure)
}

/** What is wrong with the run as a whole: a runner that crashed, or that found no test, has not passed. */
function checkRun(result, code) {
  if (code === null) fail(result, 'It was not finished in time')
  else if (code !== 0 && result.failed === 0) fail(result, `The test runner ended with ${code}, though no test failed; see its output above`)
  if (result.passed + result.failed + result.skipped === 0) fail(result, 'No test ran')
  return result
}

function read(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    // Cut off by the end of the runner.
    return undefined
  }
}

/** Counts from Vitest's JSON report; `code` is its exit code, or null when it took too long. */
export function readVitest(file, code) {
  const result = none()
  const report = read(file)
  for (const { name, status, message, assertionResults } of report?.testResults ?? []) {
    for (const test of assertionResults) {
      const said = `${test.fullName} (${name})\n${test.failureMessages.join('\n')}`
      if (test.status === 'passed') result.passed++
      else if (test.status === 'failed') fail(result, said)
      else result.skipped++
      if (test.status === 'passed' && test.failureMessages.length > 0) result.unsteady.push(said)
    }
    const told = assertionResults.some((test) => test.status === 'failed')
    if (status === 'failed' && !told) fail(result, `${name}\n${message}`)
  }
  if (!report && code !== null) fail(result, `The test runner ended with ${code} and left no report; see its output above`)
  return checkRun(result, code)
}

function* specsOf(suites) {
  for (const suite of suites ?? []) {
    yield* suite.specs ?? []
    yield* specsOf(suite.suites)
  }
}

/** Counts from Playwright's JSON report. */
export function readPlaywright(file, code) {
  const result = none()
  const report = read(file)
  for (const spec of specsOf(report?.suites)) {
    for (const test of spec.tests) {
      const messages = test.results.flatMap(({ errors }) => errors.map(({ message }) => message))
      const said = `${spec.title} [${test.projectName}] (${spec.file}:${spec.line})\n${messages.join('\n')}`
      if (test.status === 'expected' || test.status === 'flaky') result.passed++
      else if (test.status === 'skipped') result.skipped++
      else fail(result, said)
      if (test.status === 'flaky') result.unsteady.push(said)
    }
  }
  for (const error of report?.errors ?? []) fail(result, error.message ?? 'Playwright failed outside a test')
  if (!report && code !== null) fail(result, `The test runner ended with ${code} and left no report; see its output above`)
  return checkRun(result, code)
}
