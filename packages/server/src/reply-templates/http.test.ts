import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { mountGoals } from '../goals/http.ts'
import { mountReplyTemplates } from './http.ts'
import { templatesLeaveTeam } from './leave-team.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
  })
  afterAll(() => harness.close())

  const as = (scope: Scope) => askingAs(harness.deps, mountReplyTemplates, scope)
  const words = { name: 'Bedankt', text: 'Dag {{customer}}, je hoort uiterlijk {{date}} van {{team}}.' }
  const inTeam = async () => {
    const scope = await givenMember(harness.deps, given.scope.organisationId, 'member')
    const memberId = scope.who.kind === 'member' ? scope.who.id : ''
    await harness.deps.db.within(scope).insertInto('teamMembers', { teamId: given.teamId, memberId, role: 'member' }).execute()
    return scope
  }

  test('the templates of a team are written by its members, those for everybody by admins', async () => {
    const ours = await inTeam()
    const stranger = await givenMember(harness.deps, given.scope.organisationId, 'member')
    const made = await as(ours)('POST', '/api/v1/reply-templates', { ...words, teamId: given.teamId, locale: 'nl' })
    expect(made).toMatchObject({ status: 201, body: { ...words, teamId: given.teamId, locale: 'nl' } })
    expect(await as(ours)('POST', '/api/v1/reply-templates', words)).toMatchObject({ status: 403 })
    expect(await as(given.scope)('POST', '/api/v1/reply-templates', words)).toMatchObject({ status: 201, body: { teamId: null, locale: null } })
    const path = `/api/v1/reply-templates/${made.body.id}`
    for (const [method, body] of [['PATCH', { name: 'Van buiten' }], ['DELETE']] as const)
      expect(await as(stranger)(method, path, body)).toMatchObject({ status: 403, body: { detail: expect.stringContaining('Werkplaats') } })
    expect(await as(ours)('PATCH', path, { teamId: null })).toMatchObject({ status: 403 })
    expect(await as(ours)('PATCH', path, { name: 'Dank je wel', locale: null })).toMatchObject({
      status: 200,
      body: { name: 'Dank je wel', locale: null },
    })
    expect((await as(stranger)('GET', '/api/v1/reply-templates')).body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Bedankt',
      'Dank je wel',
    ])
    expect(await as(ours)('DELETE', path)).toMatchObject({ status: 204 })
    expect(await as(ours)('DELETE', path)).toMatchObject({ status: 404 })
  })

  test('a variable that does not exist is refused with the names of those that do', async () => {
    const refused = await as(given.scope)('POST', '/api/v1/reply-templates', { name: 'Slordig', text: 'Dag {{custmer}}' })
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'text', message: expect.stringContaining('customer, goal, team, date, me') }] },
    })
  })

  test('no team of another organisation has templates here', async () => {
    const other = await givenOrganisation(harness.deps, 'Andere zaak')
    expect(await as(given.scope)('POST', '/api/v1/reply-templates', { ...words, teamId: other.teamId })).toMatchObject({ status: 404 })
    expect((await as(other.scope)('GET', '/api/v1/reply-templates')).body.items).toEqual([])
  })

  test('templates of a team that goes are those of who takes over its goals', async () => {
    const { scope, teamId } = await givenOrganisation(harness.deps, 'Verbouwing')
    const heirId = 'heir-of-templates'
    await harness.deps.db
      .within(scope)
      .insertInto('teams', { id: heirId, name: 'Balie', level: 'team', parentId: null, createdAt: '2026-01-01T00:00:00.000Z' })
      .execute()
    await as(scope)('POST', '/api/v1/reply-templates', { ...words, teamId })
    const teams = askingAs(harness.deps, (app, deps) => mountGoals(app, deps, [templatesLeaveTeam]), scope)
    expect(await teams('DELETE', `/api/v1/teams/${teamId}?goalsTo=${heirId}`)).toMatchObject({ status: 204 })
    expect((await as(scope)('GET', '/api/v1/reply-templates')).body.items).toMatchObject([{ teamId: heirId }])
  })
})
