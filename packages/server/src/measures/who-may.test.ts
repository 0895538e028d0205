import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { mountLoop } from '../loop/http.ts'
import { mountMeasures } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let people: Record<string, Scope>
  let mine: ReturnType<Harness['deps']['db']['within']>

  const as = (name: string) => {
    const scope = people[name]
    if (!scope) throw new Error(`There is no ${name}`)
    return askingAs(
      harness.deps,
      (app, deps) => {
        mountMeasures(app, deps)
        mountLoop(app, deps)
      },
      scope,
    )
  }

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    mine = harness.deps.db.within(given.scope)
    const { organisationId } = given.scope
    const member = (role: 'admin' | 'member' | 'viewer' = 'member') => givenMember(harness.deps, organisationId, role)
    const key = (role: 'admin' | 'member' | 'viewer'): Scope => ({ organisationId, who: { kind: 'api-key', id: newId(), name: 'Kassa', role } })
    people = {
      'a member of the team': await member(),
      'the owner of the measure': await member(),
      'a lead of a team above': await member(),
      'a colleague elsewhere': await member(),
      'an admin elsewhere': await member('admin'),
      'a viewer in the team': await member('viewer'),
      'an API key': key('member'),
      'an API key of an admin': key('admin'),
      'an API key that only reads': key('viewer'),
    }
    const createdAt = harness.deps.clock().toISOString()
    const aboveId = newId()
    await mine.insertInto('teams', { id: aboveId, name: 'Werkplaatsen', level: 'department', parentId: null, createdAt }).execute()
    await mine.updateTable('teams').set({ parentId: aboveId }).where('id', '=', given.teamId).execute()
    const put = (name: string, teamId: string, role: string) => {
      const who = people[name]?.who
      return mine.insertInto('teamMembers', { teamId, memberId: who?.kind === 'member' ? who.id : '', role }).execute()
    }
    await put('a member of the team', given.teamId, 'member')
    await put('a viewer in the team', given.teamId, 'member')
    await put('a lead of a team above', aboveId, 'lead')
  })
  afterAll(() => harness.close())

  const create = async (more: object = {}): Promise<string> => {
    const owner = people['the owner of the measure']?.who
    const input = { name: 'Op tijd', unit: '%', direction: 'up', source: 'entered', target: 90, ownerId: owner?.kind === 'member' ? owner.id : '' }
    return (await as('an API key')('POST', '/api/v1/measures', { ...input, goalId: given.goalId, ...more })).body.id
  }

  test.each([
    ['the owner of the measure', 200],
    ['a member of the team', 200],
    ['an API key', 200],
    ['a lead of a team above', 403],
    ['an admin elsewhere', 403],
    ['a colleague elsewhere', 403],
    ['a viewer in the team', 403],
    ['an API key that only reads', 403],
  ])('a value of a goal’s measure is entered by %s: %d', async (name, status) => {
    const id = await create()
    expect((await as(name)('POST', `/api/v1/measures/${id}/points`, [{ at: '2026-03-01', value: 5 }])).status).toBe(status)
    await as('an API key')('POST', `/api/v1/measures/${id}/points`, [{ at: '2026-03-01', value: 5 }])
    expect((await as(name)('DELETE', `/api/v1/measures/${id}/points?at=2026-03-01`)).status).toBe(status === 200 ? 204 : 403)
    expect((await as(name)('GET', `/api/v1/measures/${id}`)).body.may.enter).toBe(status === 200)
  })

  test.each([
    ['a lead of a team above', 200],
    ['an admin elsewhere', 200],
    ['an API key of an admin', 200],
    ['an API key', 403],
    ['the owner of the measure', 403],
    ['a member of the team', 403],
    ['a colleague elsewhere', 403],
  ])('the target of an agreed goal’s measure is changed by %s: %d', async (name, status) => {
    const id = await create()
    expect((await as(name)('PATCH', `/api/v1/measures/${id}`, { target: 95 })).status).toBe(status)
    expect((await as(name)('DELETE', `/api/v1/measures/${id}`)).status).toBe(status === 200 ? 204 : 403)
  })

  test('what is not the target is changed by the team and those above, not by others', async () => {
    const id = await create()
    for (const name of ['a member of the team', 'the owner of the measure', 'a lead of a team above', 'an admin elsewhere'])
      expect((await as(name)('PATCH', `/api/v1/measures/${id}`, { name: `Op tijd, zegt ${name}` })).status, name).toBe(200)
    expect((await as('a colleague elsewhere')('PATCH', `/api/v1/measures/${id}`, { name: 'X' })).status).toBe(403)
  })

  test('until a goal is agreed on, its team sets the target', async () => {
    await mine.updateTable('goals').set({ state: 'proposed' }).where('id', '=', given.goalId).execute()
    expect((await as('a member of the team')('PATCH', `/api/v1/measures/${await create()}`, { target: 95 })).status).toBe(200)
    await mine.updateTable('goals').set({ state: 'agreed' }).where('id', '=', given.goalId).execute()
  })

  test('a measure without a goal is its own team’s; one without a team is the organisation’s', async () => {
    const ofTeam = await create({ goalId: null, ownerId: null, teamId: given.teamId })
    const ofAll = await create({ goalId: null, ownerId: null })
    const enter = async (name: string, id: string) =>
      (await as(name)('POST', `/api/v1/measures/${id}/points`, [{ at: '2026-03-01', value: 5 }])).status
    expect(await enter('a member of the team', ofTeam)).toBe(200)
    expect(await enter('an admin elsewhere', ofTeam)).toBe(403)
    expect(await enter('a member of the team', ofAll)).toBe(403)
    expect(await enter('an admin elsewhere', ofAll)).toBe(200)
    expect(
      (
        await as('an API key')('POST', '/api/v1/measures', {
          goalId: given.goalId,
          teamId: given.teamId,
          name: 'X',
          unit: '%',
          direction: 'up',
          source: 'entered',
        })
      ).status,
    ).toBe(400)
  })

  test('the history says what a target was and what it became, and what was taken away', async () => {
    const id = await create({ baseline: 60 })
    const lead = as('a lead of a team above')
    await lead('PATCH', `/api/v1/measures/${id}`, { target: 95, baseline: 60 })
    await as('a member of the team')('POST', `/api/v1/measures/${id}/points`, [{ at: '2026-03-01', value: 71 }])
    await as('a member of the team')('DELETE', `/api/v1/measures/${id}/points?at=2026-03-01`)
    const { body } = await lead('GET', `/api/v1/measures/${id}/events`)
    expect(body.items).toMatchObject([
      { type: 'measure.point-removed', detail: { value: 71 } },
      { type: 'measure.points', detail: { value: 71 } },
      { type: 'measure.changed', detail: { changes: { target: { from: 90, to: 95 } } } },
      { type: 'measure.created' },
    ])
    expect(body.items[2].detail.changes).not.toHaveProperty('baseline')
  })

  test('a value that has still to come is refused with what to do, one of today is not', async () => {
    const id = await create()
    const put = (at: string) => as('an API key')('POST', `/api/v1/measures/${id}/points`, [{ at, value: 5 }])
    for (const at of ['2026-03-03', '2026-03-02T09:10:00Z', '2999-01-01'])
      expect(await put(at), at).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'points.0.at', message: expect.stringContaining('Give a time up to now') }] },
      })
    expect(await put('2026-03-02')).toMatchObject({ status: 200 })
    expect(await put('2026-03-02T09:00:30Z')).toMatchObject({ status: 200 })
  })

  test('whose owner has left is nobody’s, and nobody can be made the owner who has left', async () => {
    const id = await create()
    const owner = people['the owner of the measure']?.who
    const ownerId = owner?.kind === 'member' ? owner.id : ''
    const left = (at: string | null) => mine.updateTable('members').set({ deactivatedAt: at }).where('id', '=', ownerId).execute()
    await left('2026-03-01T00:00:00.000Z')
    expect((await as('an API key')('GET', `/api/v1/measures/${id}`)).body).toMatchObject({ ownerId: null, owner: null })
    expect((await as('an API key')('PATCH', `/api/v1/measures/${id}`, { ownerId })).status).toBe(400)
    await left(null)
    expect((await as('an API key')('GET', `/api/v1/measures/${id}`)).body).toMatchObject({ ownerId, owner: 'Robin member' })
  })
})
