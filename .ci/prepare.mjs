import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Expected, run } from './child.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules/.klankbord-installed')

/** Installs and builds what is missing; says so only when it takes time or fails. */
export async function prepare({ say = console.log } = {}) {
  await install({ say })
  await build({ say })
}

/** `npm ci`, unless the installed packages are those of package-lock.json for this Node. */
export async function install({ say = console.log } = {}) {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!matchesLock()) {
    say('Installing packages (the first time takes some minutes) …')
    const npm = process.env.npm_execpath
    const args = ['ci', '--no-audit', '--no-fund', '--no-progress']
    const options = { cwd: root, timeoutMs: 900_000 }
    const { code, output } = npm ? await run(process.execPath, [npm, ...args], options) : await run('npm', args, options)
    if (code !== 0) throw new Expected(`${output.trim()}\nThe packages could not be installed.`)
  }
  writeFileSync(stamp, wanted)
}

/** A native package is built for one Node ABI and one machine. */
function fingerprint() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.platform}-${process.arch}-${process.versions.modules}\n`
}

/** After `npm install` by hand everything may be there already; then nothing is thrown away. */
function matchesLock() {
  const installedFile = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedFile)) return false
  const otherNode = existsSync(stamp) && readFileSync(stamp, 'utf8').split(' ')[1] !== fingerprint().split(' ')[1]
  return !otherNode && sameVersions(installedFile)
}

function sameVersions(installedFile) {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || entry.optional) continue
    if (installed[path]?.version !== entry.version || installed[path]?.link !== entry.link) return false
  }
  return true
}

/** Every package that changed since it was last built; turbo keeps the rest. */
export async function build({ say = console.log } = {}) {
  const { code, output } = await turbo(['build'])
  if (code !== 0) throw new Expected(`${output.trim()}\nThe build failed.`)
  if (!output.includes('FULL TURBO')) say('Built.')
}

export function turbo(args, options) {
  const env = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', FORCE_COLOR: '0' }
  return run(process.execPath, [join(root, 'node_modules/turbo/bin/turbo'), 'run', ...args], { cwd: root, env, timeoutMs: 300_000, ...options })
}
