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

  test('a team moves with all below it, only under a team of a higher level', async () => {
    const [company, shops, online] = [
      (await create('Bedrijf', 'organisation')).body,
      (await create('Winkels Noord', 'department')).body,
      (await create('Online', 'department')).body,
    ]
    const shop = (await create('Winkel Assen', 'team', shops.id)).body
    const move = (id: string, parentId: string | null) => ask('PATCH', `/api/v1/teams/${id}`, { parentId })
    expect(await move(shop.id, online.id)).toMatchObject({ status: 200, body: { name: 'Winkel Assen', parentId: online.id } })
    expect(await move(shops.id, company.id)).toMatchObject({ status: 200, body: { parentId: company.id } })
    for (const [id, parentId] of [
      [shop.id, shop.id],
      [online.id, shop.id],
      [company.id, shops.id],
      [shops.id, online.id],
    ] as const)
      expect(await move(id, parentId)).toMatchObject({ status: 400, body: { errors: [{ path: 'parentId' }] } })
    expect(await move(shop.id, 'nowhere')).toMatchObject({ status: 404, body: { errors: [{ path: 'parentId' }] } })
    expect(await move(shops.id, null)).toMatchObject({ status: 200, body: { parentId: null } })
    expect((await events()).filter(({ type }) => type === 'team.changed').map(({ detail }) => JSON.parse(detail))).toContainEqual({
      teamId: shop.id,
      name: 'Winkel Assen',
      from: { parentId: shops.id },
      to: { parentId: online.id },
    })
  })

  test('two departments can’t be put under each other at once, since levels go down strictly', async () => {
    const [one, two] = [(await create('Een', 'department')).body.id, (await create('Twee', 'department')).body.id]
    const moves = await Promise.all([
      ask('PATCH', `/api/v1/teams/${one}`, { parentId: two }),
      ask('PATCH', `/api/v1/teams/${two}`, { parentId: one }),
    ])
    expect(moves.map(({ status }) => status)).toEqual([400, 400])
  })

  test('the people of a team are its active members, leads first', async () => {
    const { db } = harness.deps
    const team = (await create('Balie', 'team')).body
    const people = await Promise.all(
      ['member', 'viewer', 'admin', 'member'].map((role) => givenMember(harness.deps, given.scope.organisationId, role as 'member')),
    )
    const ids = people.map(({ who }) => ('id' in who ? who.id : ''))
    const rows = ids.map((memberId, i) => ({ teamId: team.id, memberId, role: i === 2 ? 'lead' : 'member' }))
    await db.within(given.scope).insertInto('teamMembers', rows).execute()
    await db
      .within(given.scope)
      .updateTable('members')
      .set({ deactivatedAt: '2026-03-01' })
      .where('id', '=', ids[3] ?? '')
      .execute()
    const { body } = await ask('GET', `/api/v1/teams/${team.id}/people`)
    expect(body.items).toEqual([
      { id: ids[2], name: 'Robin admin', role: 'lead' },
      { id: ids[0], name: 'Robin member', role: 'member' },
      { id: ids[1], name: 'Robin viewer', role: 'member' },
    ])
    expect(await ask('GET', '/api/v1/teams/nowhere/people')).toMatchObject({ status: 404 })
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
