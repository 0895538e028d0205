import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { mountInitiatives } from './http.ts'
import { findInitiative } from './store.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
  })
  afterAll(() => harness.close())

  const as = (scope: Scope) => askingAs(harness.deps, mountInitiatives, scope)
  const create = (scope: Scope, input: object = {}) =>
    as(scope)('POST', '/api/v1/initiatives', { goalId: given.goalId, title: 'Remmenspreekuur', ...input })
  const inTeam = async (role: 'lead' | 'member') => {
    const scope = await givenMember(harness.deps, given.scope.organisationId, 'member')
    const memberId = scope.who.kind === 'member' ? scope.who.id : ''
    await harness.deps.db.within(scope).insertInto('teamMembers', { teamId: given.teamId, memberId, role }).execute()
    return scope
  }

  test('the How is chosen by a lead or a member of the team that owns the goal', async () => {
    for (const role of ['lead', 'member'] as const) {
      const scope = await inTeam(role)
      const made = await create(scope, { plan: 'Elke ochtend van acht tot negen.' })
      expect(made).toMatchObject({
        status: 201,
        body: { goalId: given.goalId, title: 'Remmenspreekuur', plan: 'Elke ochtend van acht tot negen.', createdBy: 'Robin member', endedAt: null },
      })
      expect(await findInitiative(harness.deps.db, scope, made.body.id)).toEqual(made.body)
    }
    const events = await harness.deps.db.within(given.scope).selectFrom('events').select('detail').where('type', '=', 'initiative.created').execute()
    expect(events).toHaveLength(2)
  })

  test('nobody else writes the How, owners, admins and API keys included, and they are told why', async () => {
    const { organisationId } = given.scope
    const owner = await givenMember(harness.deps, organisationId, 'owner')
    const admin = await givenMember(harness.deps, organisationId, 'admin')
    const key: Scope = { organisationId, who: { kind: 'api-key', id: given.ownerId, name: 'Kassa', role: 'admin' } }
    for (const scope of [owner, admin, key]) {
      const refused = await create(scope, { title: 'Van bovenaf' })
      expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden', detail: expect.stringContaining('members of Werkplaats') } })
    }
    const { body } = await as(given.scope)('GET', '/api/v1/initiatives?limit=200')
    expect(body.items.map(({ title }: { title: string }) => title)).not.toContain('Van bovenaf')
  })

  test('of two who change the How from the same version, the second is refused, and nothing is overwritten unseen', async () => {
    const scope = await inTeam('member')
    const { body: made } = await create(scope, { plan: 'Om acht uur.' })
    const change = (input: object) => as(scope)('PATCH', `/api/v1/initiatives/${made.id}`, input)
    const first = await change({ plan: 'Om negen uur.', version: made.version })
    expect(first).toMatchObject({ status: 200, body: { plan: 'Om negen uur.' } })
    expect(first.body.version).not.toBe(made.version)
    expect(await change({ title: 'Anders', version: made.version })).toMatchObject({ status: 409, body: { code: 'stale' } })
    expect(await findInitiative(harness.deps.db, scope, made.id)).toMatchObject({ title: 'Remmenspreekuur', plan: 'Om negen uur.' })
    expect(await change({ title: 'Anders', version: first.body.version })).toMatchObject({ status: 200, body: { title: 'Anders' } })
    // Who sends none knows of none, as integrations do.
    expect(await change({ title: 'Nog anders' })).toMatchObject({ status: 200 })
    const who = scope.who.kind === 'member' ? [scope.who.id] : []
    const joined = await change({ memberIds: who })
    expect(await change({ title: 'Weg', version: first.body.version })).toMatchObject({ status: 409 })
    expect(await change({ title: 'Samen', version: joined.body.version })).toMatchObject({ status: 200 })
  })

  test('a goal that is not there has no How', async () => {
    const other = await givenOrganisation(harness.deps, 'Andere zaak')
    expect(await create(other.scope)).toMatchObject({ status: 404, body: { errors: [{ path: 'goalId' }] } })
    expect(await create(given.scope, { goalId: 'nowhere' })).toMatchObject({ status: 404 })
    expect((await as(other.scope)('GET', `/api/v1/initiatives?goalId=${given.goalId}`)).body).toEqual({ items: [], next: null })
  })

  test('initiatives are listed newest first, page by page, each once', async () => {
    const { scope, goalId } = await givenOrganisation(harness.deps, 'Bladeraars')
    const ask = as(scope)
    const titles = ['een', 'twee', 'drie', 'vier', 'vijf']
    for (const title of titles) {
      await ask('POST', '/api/v1/initiatives', { goalId, title })
      // Two at the same moment stand apart by their ids.
      if (title !== 'twee') harness.pass({ seconds: 1 })
    }
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await ask('GET', `/api/v1/initiatives?goalId=${goalId}&limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...body.items.map(({ title }: { title: string }) => title))
      if (body.next === null) break
      cursor = body.next
    }
    expect(seen).toEqual(titles.toReversed())
    expect(await ask('GET', '/api/v1/initiatives?cursor=x')).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } })
  })
})
