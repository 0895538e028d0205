import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { type OpenDb, transact } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { NamedAct } from '../db/scope.ts'
import { mountTeams } from '../teams/http.ts'
import { forgetNames } from './answer-again.ts'

const JSON_TYPE = 'application/json'

describe.each(engines)('an act that is sent again since its answer was lost, $engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>
  const others: OpenDb[] = []

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = askingAs(harness.deps, mountTeams, given.scope)
  })
  afterAll(async () => {
    for (const db of others) await db.close()
    await harness.close()
  })

  const named = (key: string) => ({ 'Idempotency-Key': key })
  const add = (name: string, key: string, as = ask) => as('POST', '/api/v1/teams', { name, level: 'team' }, JSON_TYPE, named(key))
  const teams = async () => (await ask('GET', '/api/v1/teams')).body.items.map(({ name }: { name: string }) => name)

  const kept = () => harness.deps.db.within(given.scope).selectFrom('namedActs').select(['id', 'answer', 'requestHash']).execute()
  const answersKept = () => expect.poll(async () => (await kept()).filter(({ answer }) => answer === null).length).toBe(0)

  /** A server that was started since, or another one beside this: it shares the database, and nothing of what this one remembers. */
  async function anotherServer() {
    vi.resetModules()
    const [{ askingAs }, { mountTeams }, { openDatabase }] = await Promise.all([
      import('../../test/asking-as.ts'),
      import('../teams/http.ts'),
      import('../db/open.ts'),
    ])
    const db = await openDatabase({ url: harness.url })
    others.push(db)
    return askingAs({ ...harness.deps, db }, mountTeams, given.scope)
  }

  test('is done once, and gets the same answer, also while it is still under way', async () => {
    const answers = await Promise.all([add('Balie', 'a'), add('Balie', 'a')])
    answers.push(await add('Balie', 'a'))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await teams()).filter((name: string) => name === 'Balie')).toHaveLength(1)
  })

  test('is another act under a name of its own, and for another colleague', async () => {
    const colleague = askingAs(harness.deps, mountTeams, await givenMember(harness.deps, given.scope.organisationId, 'owner'))
    await add('Kas', 'b')
    await add('Kas', 'c')
    await add('Kas', 'b', colleague)
    expect((await teams()).filter((name: string) => name === 'Kas')).toHaveLength(3)
  })

  test('is refused when it is not the same', async () => {
    await add('Magazijn', 'd')
    expect(await add('Kelder', 'd')).toMatchObject({ status: 422, body: { code: 'key-reused' } })
    expect(await teams()).not.toContain('Kelder')
  })

  test('is tried anew when it was refused', async () => {
    const wrong = { name: 'Zolder', level: 'team', parentId: given.teamId }
    expect((await ask('POST', '/api/v1/teams', wrong, JSON_TYPE, named('e'))).status).toBe(400)
    expect((await add('Zolder', 'e')).status).toBe(201)
  })

  test('is still known after the server started anew, with its answer', async () => {
    const before = await add('Slijperij', 'f')
    await answersKept()
    const other = await anotherServer()
    expect(await add('Slijperij', 'f', other)).toEqual(before)
    expect(await add('Slijpplek', 'f', other)).toMatchObject({ status: 422, body: { code: 'key-reused' } })
    expect((await teams()).filter((name: string) => name === 'Slijperij')).toHaveLength(1)
    expect((await add('Slijperij', 'f2', other)).status).toBe(201)
  })

  test('is not done twice either when its answer was lost with the process that did it', async () => {
    const before = (await kept()).map(({ id }) => id)
    await add('Expeditie', 'g')
    await answersKept()
    const [lost] = (await kept()).filter(({ id }) => !before.includes(id))
    const theirs = () => harness.deps.db.within(given.scope)
    await theirs()
      .updateTable('namedActs')
      .set({ answer: null })
      .where('id', '=', lost?.id ?? '')
      .execute()
    const other = await anotherServer()
    expect(await add('Expeditie', 'g', other)).toMatchObject({ status: 409, body: { code: 'key-in-use' } })
    harness.pass({ seconds: 11 })
    expect(await add('Expeditie', 'g', other)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await teams()).filter((name: string) => name === 'Expeditie')).toHaveLength(1)
    await theirs()
      .deleteFrom('namedActs')
      .where('id', '=', lost?.id ?? '')
      .execute()
  })

  test('is kept together with what it changes, or not at all', async () => {
    const newest = newId()
    const act = (): NamedAct => ({ id: newest, requestHash: '', doneAt: harness.deps.clock().toISOString(), isKept: false })
    const addAs = (name: string, named: NamedAct) =>
      transact(harness.deps.db, async (db) => {
        const row = { id: newId(), name, level: 'team', parentId: null, createdAt: named.doneAt }
        await db
          .within({ ...given.scope, act: named })
          .insertInto('teams', row)
          .execute()
        if (name === 'Nergens') throw new Error('bedacht zich')
      })
    const refused = act()
    await expect(addAs('Nergens', refused)).rejects.toThrow('bedacht zich')
    expect(refused.isKept).toBe(false)
    await addAs('Eerst', act())
    expect((await kept()).map(({ id }) => id)).toContain(newest)
    await expect(addAs('Daarna', act())).rejects.toThrow()
    expect(await teams()).toContain('Eerst')
    expect(await teams()).not.toContain('Daarna')
    expect(await teams()).not.toContain('Nergens')
    await harness.deps.db.within(given.scope).deleteFrom('namedActs').where('id', '=', newest).execute()
  })

  test('can be read by nobody else, and is forgotten after a day', async () => {
    await add('Geheime hoek', 'h')
    await answersKept()
    expect(JSON.stringify(await kept())).not.toContain('Geheime')
    await forgetNames(harness.deps)
    expect(await kept()).not.toEqual([])
    harness.pass({ hours: 25 })
    await forgetNames(harness.deps)
    expect(await kept()).toEqual([])
  })

  test('is done once by two servers that get it at the same moment', async () => {
    const other = await anotherServer()
    const both = await Promise.all([add('Tegelijk', 'i'), add('Tegelijk', 'i', other)])
    // Whoever is told to come back does so.
    for (const { status, body } of both) expect(status === 201 || ['key-in-use', 'unavailable'].includes(body.code)).toBe(true)
    await answersKept()
    const again = [await add('Tegelijk', 'i'), await add('Tegelijk', 'i', other)]
    expect(again.map(({ status }) => status)).toEqual([201, 201])
    expect(again[0]?.body).toEqual(again[1]?.body)
    expect((await teams()).filter((name: string) => name === 'Tegelijk')).toHaveLength(1)
  })
})
