import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { arrows } from './arrows.mjs'
import { run } from './child.mjs'
import { readPlaywright, readVitest } from './counts.mjs'
import { build, install, root, turbo } from './prepare.mjs'

const began = Date.now()
const reports = mkdtempSync(join(tmpdir(), 'klankbord-reports-'))
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))
const results = []

/** Runs one step to its end, whatever happens in it, so that a run reports every fault that it can find. */
async function step(name, work) {
  const start = Date.now()
  console.log(`\n── ${name}`)
  let result
  try {
    result = await work()
  } catch (error) {
    result = failed(error.expected ? error.message : String(error.stack ?? error))
  }
  results.push({ name, ...result })
  for (const failure of result.failures) console.log(`FAILED ${name}: ${failure}`)
  for (const first of result.unsteady) console.log(`UNSTEADY ${name}: passed at its second try only. ${first}`)
  console.log(`── ${name}: ${line(result)} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
  return result.failed === 0
}

const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`
const passed = { passed: 1, failed: 0, skipped: 0, failures: [], unsteady: [] }
const failed = (reason) => ({ passed: 0, failed: 1, skipped: 0, failures: [reason], unsteady: [] })
const exit = ({ code, output }) => (code === 0 ? passed : failed(output.trim()))

const bin = (path) => join(root, 'node_modules', path)
const packages = readdirSync(join(root, 'packages')).filter((name) => existsSync(join(root, 'packages', name, 'package.json')))

/** What fails is tried once more: where others use the machine too, an answer can be late. Who runs one test themselves gets no second try. */
const TRIES_MORE = 1

async function vitest(name, folder) {
  const file = join(reports, `vitest-${name}.json`)
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    '--allowOnly=false',
    `--retry=${TRIES_MORE}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const { code } = await run(process.execPath, args, {
    cwd: folder,
    env: { NO_COLOR: '1', FORCE_COLOR: undefined },
    echo: true,
    timeoutMs: 1_800_000,
  })
  return readVitest(file, code)
}

async function playwright(name) {
  const file = join(reports, `playwright-${name}.json`)
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, NO_COLOR: '1', FORCE_COLOR: undefined }
  const args = [bin('@playwright/test/cli.js'), 'test', `--retries=${TRIES_MORE}`, '--reporter=list,json']
  const { code } = await run(process.execPath, args, { cwd: join(root, 'packages', name), env, echo: true, timeoutMs: 1_800_000 })
  return readPlaywright(file, code)
}

async function checkArrows() {
  const { modules, violations } = await arrows()
  console.log(`${modules} modules read`)
  if (modules === 0) return failed('No module was read, so nothing was checked')
  if (violations.length > 0) return failed(violations.map(({ rule, from, to }) => `\n  ${rule}: ${from} → ${to}`).join(''))
  return passed
}

const checkTypes = async (name) => exit(await turbo(['typecheck', `--filter=@klankbord/${name}`, '--output-logs=errors-only']))

/** Two steps at a time, for those that keep one core busy each. */
async function sideBySide(steps) {
  const waiting = [...steps]
  const oneByOne = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await step(...next)
  }
  await Promise.all([oneByOne(), oneByOne()])
}

async function everything() {
  const installed = await step('install', async () => install().then(() => passed))
  if (!installed) return
  await sideBySide([
    ...packages.map((name) => [`types: ${name}`, () => checkTypes(name)]),
    ['build', async () => build().then(() => passed)],
    ['biome', async () => exit(await run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off'], { cwd: root }))],
    ['arrows', checkArrows],
    ['tools', () => vitest('tools', join(root, '.ci'))],
  ])
  for (const name of packages.filter((name) => existsSync(join(root, 'packages', name, 'vitest.config.ts'))))
    await step(`vitest: ${name}`, () => vitest(name, join(root, 'packages', name)))
  for (const name of packages.filter((name) => existsSync(join(root, 'packages', name, 'playwright.config.ts'))))
    await step(`journeys: ${name}`, () => playwright(name))
}

await everything()

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
console.log(`\n── after ${Math.round((Date.now() - began) / 1000)} s`)
for (const result of results) console.log(`${result.failed ? 'FAILED' : 'passed'}  ${result.name}: ${line(result)}`)
for (const { name, unsteady } of results) for (const first of unsteady) console.log(`\nUNSTEADY ${name}: passed at its second try only. ${first}`)
for (const { name, failures } of results) for (const failure of failures) console.log(`\nFAILED ${name}: ${failure}`)
console.log(`\n${line(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
