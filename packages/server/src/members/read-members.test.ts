import type { Member } from '@klankbord/shared/members'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import { mountTeams } from '../teams/http.ts'
import { mountMembers } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = askingAs(
      harness.deps,
      (app, deps) => {
        mountMembers(app, deps, {})
        mountTeams(app, deps)
      },
      given.scope,
    )
    const mine = harness.deps.db.within(given.scope)
    const names = ['Bea Smit', 'Bea Smit', 'Cor Bakker', 'Dirk_Jan 100% Vos', 'Eva Weg', ...Array.from({ length: 60 }, (_, i) => `Zoë ${10 + i}`)]
    for (const [i, name] of names.entries()) {
      const id = newId()
      const gone = name === 'Eva Weg' ? '2026-01-01T00:00:00.000Z' : null
      const row = { id, name, email: `p${i}@voorbeeld.nl`, role: 'member', locale: null, passwordHash: 'x', createdAt: '2026-01-01T00:00:00.000Z' }
      await mine.insertInto('members', { ...row, deactivatedAt: gone }).execute()
      if (/Cor|Dirk|Eva/.test(name))
        await mine.insertInto('teamMembers', { teamId: given.teamId, memberId: id, role: name === 'Cor Bakker' ? 'lead' : 'member' }).execute()
    }
  })
  afterAll(() => harness.close())

  const names = async (query: Record<string, string>): Promise<string[]> =>
    (await ask('GET', `/api/v1/members?${new URLSearchParams({ limit: '200', ...query })}`)).body.items.map(({ name }: Member) => name)

  test('colleagues come page by page, each once, also those of one name', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body } = await ask('GET', `/api/v1/members?limit=1&${cursor && `cursor=${cursor}`}`)
      expect(body.items).toHaveLength(1)
      seen.push(body.items[0].id)
      cursor = body.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await names({})).length)
  })

  test('they are found by words of their name or address, whatever signs those have', async () => {
    expect(await names({ q: 'smit BEA' })).toEqual(['Bea Smit', 'Bea Smit'])
    expect(await names({ q: 'p2@voor' })).toEqual(['Cor Bakker'])
    expect(await names({ q: 'k_j' })).toEqual(['Dirk_Jan 100% Vos'])
    expect(await names({ q: '0%' })).toEqual(['Dirk_Jan 100% Vos'])
    expect(await names({ q: 'bea vos' })).toEqual([])
  })

  test('who has left can be left out, and one team asked for', async () => {
    expect(await names({ q: 'eva' })).toEqual(['Eva Weg'])
    expect(await names({ q: 'eva', active: 'true' })).toEqual([])
    expect(await names({ teamId: given.teamId, active: 'true' })).toEqual(expect.arrayContaining(['Cor Bakker', 'Dirk_Jan 100% Vos']))
    expect(await names({ teamId: given.teamId, active: 'true' })).not.toContain('Bea Smit')
    expect(await names({ teamId: newId() })).toEqual([])
  })

  test('some are asked for by their ids, also who has left', async () => {
    const { body } = await ask('GET', '/api/v1/members?q=eva')
    expect(await names({ ids: `${body.items[0].id},${newId()}` })).toEqual(['Eva Weg'])
    expect(await names({ ids: '' })).toEqual([])
  })

  test('a team says who leads it', async () => {
    const { body } = await ask('GET', '/api/v1/teams')
    expect(body.items[0].leads).toContain('Cor Bakker')
  })
})
