import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { freePort } from '../test/free-port.ts'
import { runFolder } from '../test/global-setup.ts'
import { databaseUrl, serverUrl } from '../test/postgres.ts'

const entry = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const SECRET_KEY = 'a-secret-of-more-than-32-characters'

const wrong: [string, string[]][] = [
  ['PORT', ['x', '-1', '65536', '3000.5', '3000 3001', 'Infinity']],
  ['PUBLIC_URL', ['feedback.example.nl', 'ftp://example.nl', 'javascript:alert(1)', 'https://', 'https://example.nl/?a=b', 'https://a:b@example.nl']],
  ['DATABASE_URL', ['mysql://localhost/x', 'sqlite:x.db', '/var/lib/x.db', 'postgres']],
  ['SMTP_URL', ['http://localhost', 'localhost:25', 'smtp']],
  ['MAIL_FROM', ['Klankbord', 'a@b.nl\r\nBcc: c@d.nl']],
  ['SECRET_KEY', ['short']],
  ['SITE_ORIGINS', ['example.nl', 'https://a.nl, b.nl', 'javascript:alert(1)']],
  ['TRUST_PROXY', ['yes', '-1', '11', '1.5']],
  ['RATE_LIMIT', ['no', 'OFF', 'false', '0']],
  ['LOG_LEVEL', ['loud', 'INFO']],
]

/** Starts the built server, and waits until it ends. */
async function start(env: Record<string, string>, cwd: string) {
  const server = spawn(process.execPath, [entry], { cwd, env: { PATH: process.env.PATH ?? '', PORT: '0', SECRET_KEY, ...env } })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const impatience = setTimeout(() => server.kill('SIGKILL'), 20_000)
  const [code] = await once(server, 'close')
  clearTimeout(impatience)
  return { code, lines: said.trim().split('\n') }
}

describe('the environment', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(runFolder(), 'environment-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const told = (env: Record<string, string>) => {
    try {
      readConfig({ SECRET_KEY, DATA_DIR: folder, ...env })
      return []
    } catch (error) {
      return error instanceof Error ? error.message.split('\n') : [String(error)]
    }
  }

  test.each(wrong)('a wrong %s is told in one line that names it', (name, values) => {
    for (const value of values) expect(told({ [name]: value }), value).toEqual([expect.stringMatching(new RegExp(`^${name}: .{10,}`))])
  })

  test('a variable that is empty is as good as none', () => {
    expect(told(Object.fromEntries([...wrong.map(([name]) => name), 'HOST', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'].map((name) => [name, ''])))).toEqual([])
  })

  test('the first owner has an address and a password, or neither', () => {
    expect(told({ ADMIN_EMAIL: 'eva@example.nl' })).toEqual([expect.stringMatching(/^ADMIN_PASSWORD: /)])
    expect(told({ ADMIN_PASSWORD: 'een-lang-wachtwoord' })).toEqual([expect.stringMatching(/^ADMIN_EMAIL: /)])
    expect(told({ ADMIN_EMAIL: 'eva', ADMIN_PASSWORD: 'kort' })).toEqual([
      expect.stringMatching(/^ADMIN_EMAIL: /),
      expect.stringMatching(/^ADMIN_PASSWORD: /),
    ])
  })

  test('limits can be off on a loopback address only', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.1', 'feedback.example.nl', '127.0.0.1.example.nl'])
      expect(told({ RATE_LIMIT: 'off', HOST })).toEqual([expect.stringMatching(/^RATE_LIMIT: /)])
    for (const HOST of ['127.0.0.1', '::1', 'localhost', '']) expect(told({ RATE_LIMIT: 'off', HOST })).toEqual([])
  })

  test('the server does not start without limits on an address that others reach', async () => {
    expect(await start({ RATE_LIMIT: 'off', HOST: '0.0.0.0', DATA_DIR: folder }, folder)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^RATE_LIMIT: .*HOST/)],
    })
  })

  test('all that is wrong is told at once, and the server does not start', async () => {
    const env = Object.fromEntries(wrong.map(([name, [value]]) => [name, value ?? '']))
    const { code, lines } = await start({ ...env, RATE_LIMIT: 'off', HOST: '0.0.0.0', ADMIN_EMAIL: 'eva@example.nl' }, folder)
    expect(code).toBe(1)
    expect(lines.map((line) => line.split(':')[0]).toSorted()).toEqual([...wrong.map(([name]) => name), 'ADMIN_PASSWORD'].toSorted())
  })

  test('a port that is taken, a host that is not ours, a folder and a database that can’t be used are told in one line', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const file = join(folder, 'a-file')
    await writeFile(file, 'not a folder')
    const nobody = `postgres://someone:a-secret@127.0.0.1:${await freePort()}/nothing`
    const starts: [string, Record<string, string>][] = [
      ['PORT', { PORT: port, DATA_DIR: join(folder, 'a') }],
      ['HOST', { HOST: '203.0.113.7', DATA_DIR: join(folder, 'b') }],
      ['DATA_DIR', { DATA_DIR: join(file, 'below') }],
      ['DATA_DIR', { DATA_DIR: join(file, 'below'), SECRET_KEY: '' }],
      ['DATABASE_URL', { DATABASE_URL: nobody, DATA_DIR: folder }],
      ['DATABASE_URL', { DATABASE_URL: databaseUrl('that_is_not_there'), DATA_DIR: folder }],
      ['DATABASE_URL', { DATABASE_URL: serverUrl().replace('postgres@', 'stranger:a-secret@'), DATA_DIR: folder }],
    ]
    for (const [name, env] of starts) {
      const { code, lines } = await start(env, folder)
      expect({ name, code, lines }).toEqual({ name, code: 1, lines: [expect.stringMatching(new RegExp(`^${name}: `))] })
      expect(lines[0]).not.toContain('a-secret')
    }
    taken.close()
  })
})
