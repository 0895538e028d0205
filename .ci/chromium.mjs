import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

// No background traffic: on a closed network it only delays and logs.
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-gpu']

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium that starts: `CHROMIUM_PATH` (and no other when it is set; `npm` means the one that npm ships), else Playwright's own,
 * else the machine's, else Playwright's after a download, else the one that npm ships.
 *
 * @returns {Promise<{ executablePath: string, args: string[] }>}
 * @throws with every reason, when none starts
 */
export async function findChromium() {
  // Playwright reads its configuration again in every worker.
  if (process.env.KLANKBORD_CHROMIUM) return JSON.parse(process.env.KLANKBORD_CHROMIUM)
  const reasons = []
  for (const [origin, find] of candidates()) {
    try {
      const found = await starting(await find())
      process.env.KLANKBORD_CHROMIUM = JSON.stringify(found)
      return found
    } catch (error) {
      reasons.push(`${origin}: ${String(error.message).trim().split('\n')[0]}`)
    }
  }
  throw new Error(`No Chromium for the journeys. Set CHROMIUM_PATH, or mend one of these:\n  ${reasons.join('\n  ')}`)
}

function candidates() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && wanted !== 'npm') return [['CHROMIUM_PATH', async () => ({ executablePath: wanted, args: quiet })]]
  const npm = ['@sparticuz/chromium', fromNpm]
  if (wanted) return [npm]
  return [
    ["Playwright's own", playwrights],
    ...system.filter(existsSync).map((path) => [path, async () => ({ executablePath: path, args: quiet })]),
    ["Playwright's download", downloaded],
    npm,
  ]
}

async function starting(found) {
  if (!existsSync(found.executablePath)) throw new Error(`${found.executablePath} does not exist`)
  // A stub that asks to install a snap, or a browser without its libraries, does not get past this.
  await run(found.executablePath, ['--version'], { timeout: 20_000, env: { ...process.env, ...found.env } })
  return found
}

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  const executablePath = chromium.executablePath()
  if (!existsSync(executablePath)) throw new Error('not installed')
  return { executablePath, args: quiet }
}

async function downloaded() {
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '../cli.js')
  try {
    await run(process.execPath, [cli, 'install', 'chromium'], { timeout: 240_000 })
  } catch (error) {
    const reason = String(error.stderr ?? '').match(/^.*(?:Error:|error:|ENOTFOUND|ECONNREFUSED|getaddrinfo).*$/m)?.[0]
    throw new Error(error.killed ? 'not finished within 240 s' : (reason ?? error.message))
  }
  return playwrights()
}

async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`not for ${process.platform}-${process.arch}`)
  // Read at import: with it the package also unpacks the libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  // Not the package's own list of arguments: it switches off what the journeys are about, such as the rules between origins.
  return { executablePath, args: ['--no-sandbox', '--no-zygote', '--use-angle=swiftshader', '--font-render-hinting=none', ...quiet] }
}
