import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { mountTeams } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = askingAs(harness.deps, mountTeams, given.scope)
  })
  afterAll(() => harness.close())

  const create = (name: string, level: string, parentId?: string | null) => ask('POST', '/api/v1/teams', { name, level, parentId })
  const events = () => harness.deps.db.within(given.scope).selectFrom('events').select(['type', 'detail', 'actorName']).orderBy('id').execute()

  test('teams form a tree of organisation, department and team', async () => {
    const company = await create('Bakker Fietsen', 'organisation')
    expect(company).toMatchObject({ status: 201, body: { name: 'Bakker Fietsen', level: 'organisation', parentId: null, members: 0 } })
    const shops = await create('Winkels', 'department', company.body.id)
    expect(shops).toMatchObject({ status: 201, body: { parentId: company.body.id } })
    expect(await create('Winkel Zwolle', 'team', shops.body.id)).toMatchObject({ status: 201 })
    expect(await create('Directie', 'team', company.body.id)).toMatchObject({ status: 201 })
    const { body } = await ask('GET', '/api/v1/teams')
    expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['Bakker Fietsen', 'Directie', 'Werkplaats', 'Winkel Zwolle', 'Winkels'].sort(),
    )
    expect(body.next).toBeNull()
    expect(await events()).toContainEqual(expect.objectContaining({ type: 'team.created', actorName: 'Robin owner' }))
  })

  test('a team does not come under its own level or a lower one', async () => {
    const shops = await create('Magazijnen', 'department')
    for (const [level, parentId] of [
      ['department', shops.body.id],
      ['organisation', shops.body.id],
      ['team', given.teamId],
    ] as const) {
      const refused = await create('Scheef', level, parentId)
      expect(refused).toMatchObject({ status: 400, body: { code: 'bad-input', errors: [{ path: 'parentId' }] } })
    }
  })

  test('a team counts its active members', async () => {
    const { db, clock } = harness.deps
    const team = (await create('Webshop', 'team')).body
    const [here, left] = [
      await givenMember(harness.deps, given.scope.organisationId, 'member'),
      await givenMember(harness.deps, given.scope.organisationId, 'member'),
    ]
    const idOf = (scope: typeof here) => (scope.who.kind === 'member' ? scope.who.id : '')
    await db
      .within(given.scope)
      .insertInto(
        'teamMembers',
        [here, left].map((scope) => ({ teamId: team.id, memberId: idOf(scope), role: 'member' })),
      )
      .execute()
    await db.within(given.scope).updateTable('members').set({ deactivatedAt: clock().toISOString() }).where('id', '=', idOf(left)).execute()
    const { body } = await ask('GET', '/api/v1/teams')
    const count = (id: string) => body.items.find((one: { id: string }) => one.id === id).members
    expect([count(team.id), count(given.teamId)]).toEqual([1, 1])
  })

  test('a team can get another name, and the history keeps the old one', async () => {
    const changed = await ask('PATCH', `/api/v1/teams/${given.teamId}`, { name: 'Fietsenwerkplaats' })
    expect(changed).toMatchObject({ status: 200, body: { id: given.teamId, name: 'Fietsenwerkplaats', members: 1 } })
    const before = (await events()).length
    expect(await ask('PATCH', `/api/v1/teams/${given.teamId}`, {})).toMatchObject({ status: 200, body: { name: 'Fietsenwerkplaats' } })
    const history = await events()
    expect(history).toHaveLength(before)
    expect(history.filter(({ type }) => type === 'team.changed').map(({ detail }) => JSON.parse(detail).from)).toEqual([{ name: 'Werkplaats' }])
  })

  test('another organisation’s teams can’t be seen, named or built under', async () => {
    const other = await givenOrganisation(harness.deps, 'Andere zaak')
    const asOther = askingAs(harness.deps, mountTeams, other.scope)
    const { body } = await asOther('GET', '/api/v1/teams')
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([other.teamId])
    expect(await asOther('PATCH', `/api/v1/teams/${given.teamId}`, { name: 'Van ons' })).toMatchObject({ status: 404 })
    const company = await create('Hoofdkantoor', 'organisation')
    expect(await asOther('POST', '/api/v1/teams', { name: 'Kaper', level: 'team', parentId: company.body.id })).toMatchObject({
      status: 404,
      body: { code: 'not-found', errors: [{ path: 'parentId' }] },
    })
  })
})
