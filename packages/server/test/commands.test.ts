import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../src/commands.ts'
import { type Config, readConfig } from '../src/config.ts'
import { foundOrganisation } from '../src/members/found-organisation.ts'
import { engines, type OpenedDatabase } from './engines.ts'
import { runFolder } from './global-setup.ts'
import { type Harness, openHarness } from './harness.ts'

const owner = { email: 'eva@bakker.example', password: 'een-lang-wachtwoord' }

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let opened: OpenedDatabase
  let config: Config

  beforeEach(async () => {
    opened = await open()
    h = await openHarness(async () => opened)
    config = { ...h.deps.config, databaseUrl: opened.url }
  })
  afterEach(() => h.close())

  const run = async (...args: string[]) => {
    const lines: string[] = []
    const code = await runCommand(args, config, (line) => lines.push(line))
    return { code, said: lines.join('\n') }
  }
  const signIn = (password: string) => h.request('POST', '/api/v1/session', { body: { email: owner.email, password } })
  const giveOwner = () => foundOrganisation(h.deps, { firstOwner: owner })

  test('a database that is whole is found so, and one that is not', async () => {
    await giveOwner()
    expect(await run('check')).toEqual({ code: 0, said: expect.stringMatching(/^(fine .*\n?)+$/) })
    await h.deps.db.everywhere.updateTable('members').set({ organisationId: 'gone' }).execute()
    expect(await run('check')).toEqual({ code: 1, said: expect.stringContaining('WRONG  tables: 1 rows of members belong to no organisation') })
    await h.deps.db.everywhere.schema.dropTable('outcomes').execute()
    expect(await run('check')).toMatchObject({ code: 1, said: expect.stringMatching(/WRONG {2}tables: .*outcomes/) })
  })

  test('a count that is not what the items say is told, and mended when that is asked for', async () => {
    await giveOwner()
    const [organisation] = await h.deps.db.everywhere.selectFrom('organisations').select('id').execute()
    const stray = { organisationId: organisation?.id ?? '', status: 'received', goalId: '', marks: 0, n: 7 }
    await h.deps.db.everywhere.insertInto('itemCounts').values(stray).execute()
    expect(await run('check')).toEqual({ code: 1, said: expect.stringContaining('WRONG  counts: 1 of item_counts') })
    expect(await run('check', '--mend')).toEqual({ code: 0, said: expect.stringContaining('fine   counts') })
    expect((await run('check')).code).toBe(0)
  })

  test('migrating twice is harmless', async () => {
    expect((await run('migrate')).code).toBe(0)
    expect((await run('migrate')).code).toBe(0)
  })

  test('a colleague is added by a link that works once', async () => {
    await giveOwner()
    const { code, said } = await run('member', 'add', 'noor@bakker.example', '--name', 'Noor', '--role=admin')
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Give this link to Noor') })
    const token = said.split('/').at(-1)
    const accept = () => h.request('POST', `/api/v1/invitations/${token}/acceptance`, { body: { name: 'Noor', password: 'een-lang-wachtwoord' } })
    h.pass({ days: (Date.now() - h.deps.clock().getTime()) / 86_400_000 })
    expect([(await accept()).status, (await accept()).status]).toEqual([204, 404])
    expect(await h.deps.db.everywhere.selectFrom('members').select('role').where('email', '=', 'noor@bakker.example').execute()).toEqual([
      { role: 'admin' },
    ])
  })

  test('before there is an owner nobody is added; the command shows the way', async () => {
    expect(await run('member', 'add', 'noor@bakker.example')).toEqual({ code: 1, said: expect.stringContaining('/admin/set-up/') })
  })

  test('who is a member already is not added', async () => {
    await giveOwner()
    expect(await run('member', 'add', owner.email)).toEqual({ code: 1, said: expect.stringContaining('a member already') })
  })

  test('a reset gives a new password, kills the old one and ends every session', async () => {
    await giveOwner()
    const cookie = (await signIn(owner.password)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { code, said } = await run('member', 'reset', owner.email.toUpperCase())
    const password = /: ([a-z0-9-]{23})\n/.exec(said)?.[1] ?? ''
    expect(code).toBe(0)
    expect((await h.request('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(401)
    expect((await signIn(owner.password)).status).toBe(401)
    expect((await signIn(password)).status).toBe(204)
    expect((await run('member', 'reset', 'niemand@bakker.example')).code).toBe(1)
  })

  test('the demo fills an empty organisation, and never one that people use', async () => {
    expect(await run('demo-data')).toEqual({ code: 1, said: expect.stringContaining('no owner or no site yet') })
    await giveOwner()
    expect(await run('demo-data')).toMatchObject({ code: 0 })
    const items = () => h.deps.db.everywhere.selectFrom('feedbackItems').select('id').execute()
    const filled = (await items()).length
    expect(filled).toBeGreaterThan(100)
    expect(await run('demo-data')).toEqual({ code: 1, said: expect.stringContaining('nothing was added') })
    expect(await items()).toHaveLength(filled)
  })

  test.each(['backup', 'restore', 'export', 'import', 'erase'])('%s is not there yet, and says so', async (command) => {
    expect(await run(command, 'somewhere')).toEqual({ code: 2, said: expect.stringContaining(`does not have the command ${command} yet`) })
  })

  test.each([
    [],
    ['help'],
    ['constructor'],
    ['member'],
    ['member', 'remove'],
    ['member', 'add'],
    ['member', 'add', 'geen adres'],
    ['member', 'add', 'a@b.example', '--role', 'king'],
    ['member', 'add', 'a@b.example', '--colour', 'red'],
    ['member', 'add', 'a@b.example', '--role'],
    ['member', 'reset'],
    ['member', 'reset', 'x'],
  ])('what is not understood is answered with how to use it: %s %s %s %s', async (...args: string[]) => {
    expect(await run(...args)).toEqual({ code: 2, said: expect.stringContaining('Usage: npm run klankbord') })
  })
})

describe('a SQLite file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(runFolder(), 'check-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const check = async () => {
    const lines: string[] = []
    const config = readConfig({ DATA_DIR: folder, SECRET_KEY: 'a secret key for tests, long enough' })
    return { code: await runCommand(['check'], config, (line) => lines.push(line)), said: lines.join('\n') }
  }

  test('that is not there is not made by looking', async () => {
    expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('There is no database at') })
    expect((await check()).code).toBe(1)
  })

  test('that is no database is reported', async () => {
    await writeFile(join(folder, 'klankbord.db'), 'this is not a database, only some words that are long enough to look like one'.repeat(100))
    expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('not a database') })
  })
})
