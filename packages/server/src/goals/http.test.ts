import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenFeedback, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { hashSecret, newId, newSecret } from '../db/ids.ts'
import { mountGoals } from './http.ts'
import { findPromise } from './promises.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = askingAs(harness.deps, mountGoals, given.scope)
  })
  afterAll(() => harness.close())

  const create = (input: object) => ask('POST', '/api/v1/goals', { title: 'Sneller klaar', teamId: given.teamId, ...input })
  const change = (id: string, input: object) => ask('PATCH', `/api/v1/goals/${id}`, input)
  const events = async (type: string) => {
    const rows = await harness.deps.db.within(given.scope).selectFrom('events').select('detail').where('type', '=', type).orderBy('id').execute()
    return rows.map(({ detail }) => JSON.parse(detail))
  }

  test('a goal is made with what is given, and promises five working days unless told', async () => {
    const made = await create({
      why: '  Klanten staan zonder fiets.  ',
      intake: '',
      public: { title: 'Je fiets snel terug' },
      memberId: given.ownerId,
      parentId: given.goalId,
    })
    expect(made).toMatchObject({
      status: 201,
      body: {
        title: 'Sneller klaar',
        why: 'Klanten staan zonder fiets.',
        intake: null,
        team: 'Werkplaats',
        teamId: given.teamId,
        memberId: given.ownerId,
        parentId: given.goalId,
        replyWithinDays: 5,
        public: { title: 'Je fiets snel terug' },
        openItems: 0,
      },
    })
    expect(await ask('GET', `/api/v1/goals/${made.body.id}`)).toMatchObject({ status: 200, body: made.body })
    expect((await ask('GET', '/api/v1/goals')).body.items).toContainEqual(made.body)
    expect(await events('goal.created')).toContainEqual(expect.objectContaining({ goalId: made.body.id, title: 'Sneller klaar' }))
  })

  test('a goal counts the items that still wait for an outcome', async () => {
    const { body: goal } = await create({})
    const item = (status: string, goalId: string | null) => ({
      id: newId(),
      siteId: given.siteId,
      customerId: newId(),
      kind: 'idea',
      message: 'Een bel erbij',
      status,
      goalId,
      ratingScale: null,
      ratingValue: null,
      locale: null,
      pageUrl: null,
      attributes: '{}',
      initiativeId: null,
      plan: null,
      outcomeId: null,
      mergedIntoId: null,
      submittedAt: harness.deps.clock().toISOString(),
      replyBy: null,
      repliedAt: null,
      answeredAt: null,
      routing: '{}',
      news: 0,
      helped: null,
      reactionText: null,
      reactedAt: null,
    })
    const stati = ['received', 'routed', 'in_progress', 'reopened', 'answered', 'merged', 'spam']
    await harness.deps.db
      .within(given.scope)
      .insertInto('feedbackItems', [...stati.map((status) => item(status, goal.id)), item('routed', given.goalId), item('received', null)])
      .execute()
    expect((await ask('GET', `/api/v1/goals/${goal.id}`)).body.openItems).toBe(4)
    const { body } = await ask('GET', '/api/v1/goals')
    const openItems = (id: string) => body.items.find((one: { id: string }) => one.id === id).openItems
    expect([openItems(goal.id), openItems(given.goalId)]).toEqual([4, 1])
  })

  test('only what is given changes, and the history keeps what was', async () => {
    const { body: goal } = await create({ why: 'Omdat', replyWithinDays: 3 })
    const changed = await change(goal.id, { why: '', replyWithinDays: 2, public: false })
    expect(changed).toEqual({ status: 200, body: { ...goal, why: null, replyWithinDays: 2, public: false } })
    expect((await ask('GET', `/api/v1/goals/${goal.id}`)).body).toMatchObject(changed.body)
    expect((await events('goal.changed')).at(-1)).toEqual({
      goalId: goal.id,
      from: { why: 'Omdat', replyWithinDays: 3, public: true },
      to: { why: null, replyWithinDays: 2, public: false },
    })
    const count = (await events('goal.changed')).length
    expect(await change(goal.id, { title: goal.title, public: false })).toMatchObject({ status: 200 })
    expect(await events('goal.changed')).toHaveLength(count)
  })

  test('a goal belongs to a person only when that person is in its team', async () => {
    const outsider = await givenMember(harness.deps, given.scope.organisationId, 'admin')
    const memberId = outsider.who.kind === 'member' ? outsider.who.id : ''
    expect(await create({ memberId })).toMatchObject({
      status: 400,
      body: { code: 'bad-input', errors: [{ path: 'memberId', message: expect.stringContaining('Robin admin') }] },
    })
    const { body: goal } = await create({})
    expect(await change(goal.id, { memberId })).toMatchObject({ status: 400 })
    expect(await change(goal.id, { memberId: given.ownerId })).toMatchObject({ status: 200, body: { memberId: given.ownerId } })
    expect(await change(goal.id, { memberId: null })).toMatchObject({ status: 200, body: { memberId: null } })
  })

  test('goals never form a circle, not even when two are put under each other at once', async () => {
    const { body: top } = await create({ title: 'Boven' })
    const { body: middle } = await create({ title: 'Midden', parentId: top.id })
    const { body: low } = await create({ title: 'Onder', parentId: middle.id })
    for (const parentId of [top.id, middle.id, low.id])
      expect(await change(top.id, { parentId })).toMatchObject({ status: 400, body: { errors: [{ path: 'parentId' }] } })
    expect(await change(low.id, { parentId: null })).toMatchObject({ status: 200 })
    const both = await Promise.all([change(low.id, { parentId: top.id }), change(top.id, { parentId: low.id })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('a goal shows nobody as its person or owner once they have left, and remembers them', async () => {
    const { db } = harness.deps
    const left = await givenMember(harness.deps, given.scope.organisationId, 'member')
    const memberId = left.who.kind === 'member' ? left.who.id : ''
    await db.within(given.scope).insertInto('teamMembers', { teamId: given.teamId, memberId, role: 'member' }).execute()
    const { body: own } = await create({ memberId })
    expect(own).toMatchObject({ memberId, ownerId: memberId, owner: 'Robin member' })
    const { body: answersFor } = await create({ memberId: given.ownerId, ownerId: memberId })
    expect(answersFor).toMatchObject({ memberId: given.ownerId, ownerId: memberId })
    const leave = (deactivatedAt: string | null) =>
      db.within(given.scope).updateTable('members').set({ deactivatedAt }).where('id', '=', memberId).execute()
    await leave('2026-03-01T00:00:00.000Z')
    const nobody = { ownerId: null, owner: null }
    expect((await ask('GET', `/api/v1/goals/${own.id}`)).body).toMatchObject({ memberId: null, ...nobody })
    expect((await ask('GET', `/api/v1/goals/${answersFor.id}`)).body).toMatchObject({ memberId: given.ownerId, ...nobody })
    const { body: tree } = await ask('GET', '/api/v1/goals/tree')
    expect(tree.goals.find(({ id }: { id: string }) => id === own.id)).toMatchObject(nobody)
    expect(await create({ ownerId: memberId })).toMatchObject({ status: 400, body: { errors: [{ path: 'ownerId' }] } })
    await leave(null)
    expect((await ask('GET', `/api/v1/goals/${own.id}`)).body).toMatchObject({ memberId, ownerId: memberId })
  })

  test('a period ends after it starts, days are days, and texts have their length', async () => {
    for (const [input, path] of [
      [{ startsOn: '2026-04-01', endsOn: '2026-03-31' }, 'endsOn'],
      [{ startsOn: '2026-02-30' }, 'startsOn'],
      [{ title: 'x'.repeat(201) }, 'title'],
      [{ target: 'x'.repeat(201) }, 'target'],
      [{ why: 'x'.repeat(5001) }, 'why'],
    ] as const)
      expect(await create(input)).toMatchObject({ status: 400, body: { errors: [{ path }] } })
    const { body: goal } = await create({ startsOn: '2026-01-01', endsOn: '2026-06-30', target: '95 %' })
    expect(goal).toMatchObject({ startsOn: '2026-01-01', endsOn: '2026-06-30', target: '95 %', state: 'agreed' })
    expect(await change(goal.id, { endsOn: '2025-12-31' })).toMatchObject({ status: 400, body: { errors: [{ path: 'endsOn' }] } })
  })

  test('the tree holds every team and goal, and is not sent again while nothing changed', async () => {
    const session = newSecret()
    const at = { createdAt: '2026-03-01T00:00:00.000Z', expiresAt: '2026-04-01T00:00:00.000Z' }
    await harness.deps.db
      .within(given.scope)
      .insertInto('sessions', { tokenHash: hashSecret(session), memberId: given.ownerId, ...at })
      .execute()
    const read = (headers: Record<string, string> = {}) =>
      harness.request('GET', '/api/v1/goals/tree', { headers: { cookie: `klankbord_session=${session}`, ...headers } })
    const first = await read()
    const { teams, goals } = first.body as { teams: object[]; goals: object[] }
    expect(teams).toEqual([{ id: given.teamId, name: 'Werkplaats', level: 'team', parentId: null }])
    expect(goals).toHaveLength((await ask('GET', '/api/v1/goals')).body.items.length)
    const known = { 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect((await read(known)).status).toBe(304)
    await create({ title: 'Nog een 10' })
    await create({ title: 'nog een 9' })
    await create({ title: 'Één' })
    const changed = await read(known)
    expect(changed.status).toBe(200)
    const { goals: now } = changed.body as { goals: { title: string }[] }
    expect(now.map(({ title }) => title).filter((title) => /^nog een \d|^Één/i.test(title))).toEqual(['Één', 'nog een 9', 'Nog een 10'])
  })

  test('a team that has goals goes only when another takes them over, with their feedback and their history', async () => {
    const { scope, teamId, goalId, ownerId, ...rest } = await givenOrganisation(harness.deps, 'Samengaan')
    const asThem = askingAs(harness.deps, mountGoals, scope)
    const heir = newId()
    const mine = harness.deps.db.within(scope)
    await mine.insertInto('teams', { id: heir, name: 'Winkel', level: 'department', parentId: null, createdAt: '2026-03-01' }).execute()
    const { id: itemId } = await givenFeedback(harness.deps, { scope, teamId, goalId, ownerId, ...rest })
    await asThem('PATCH', `/api/v1/goals/${goalId}`, { memberId: ownerId })
    const remove = (id: string, goalsTo?: string) => asThem('DELETE', `/api/v1/teams/${id}${goalsTo ? `?goalsTo=${goalsTo}` : ''}`)
    expect(await remove(teamId)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('owns goals (1). Give them to another team first') },
    })
    expect(await remove(teamId, teamId)).toMatchObject({ status: 400, body: { errors: [{ path: 'goalsTo' }] } })
    expect(await remove(teamId, 'nowhere')).toMatchObject({ status: 404, body: { errors: [{ path: 'goalsTo' }] } })
    await mine.updateTable('teams').set({ parentId: heir }).where('id', '=', teamId).execute()
    expect(await remove(heir)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('teams below it') } })
    expect(await remove(teamId, heir)).toEqual({ status: 204, body: undefined })
    expect((await asThem('GET', `/api/v1/goals/${goalId}`)).body).toMatchObject({ teamId: heir, team: 'Winkel', memberId: null, openItems: 1 })
    expect(await mine.selectFrom('feedbackItems').select(['id', 'goalId']).execute()).toEqual([{ id: itemId, goalId }])
    const { body: history } = await asThem('GET', `/api/v1/goals/${goalId}/events`)
    expect(history.items[0]).toMatchObject({ type: 'goal.changed', detail: { from: { team: 'Werkplaats' }, to: { team: 'Winkel' } } })
    expect(await mine.selectFrom('teamMembers').select('memberId').execute()).toEqual([])
  })

  test('what another organisation has does not exist here', async () => {
    const other = await givenOrganisation(harness.deps, 'Andere zaak')
    const asOther = askingAs(harness.deps, mountGoals, other.scope)
    expect((await asOther('GET', '/api/v1/goals')).body.items.map(({ id }: { id: string }) => id)).toEqual([other.goalId])
    expect(await asOther('GET', `/api/v1/goals/${given.goalId}`)).toMatchObject({ status: 404 })
    expect(await asOther('PATCH', `/api/v1/goals/${given.goalId}`, { title: 'Gekaapt' })).toMatchObject({ status: 404 })
    const theirs = { title: 'X', teamId: other.teamId }
    for (const field of [{ teamId: given.teamId }, { memberId: given.ownerId }, { parentId: given.goalId }])
      expect(await asOther('POST', '/api/v1/goals', { ...theirs, ...field })).toMatchObject({
        status: 404,
        body: { errors: [{ path: Object.keys(field)[0] }] },
      })
    expect(await findPromise(harness.deps.db, other.scope, given.goalId)).toBeUndefined()
    expect((await asOther('GET', '/api/v1/goals')).body.items).toHaveLength(1)
  })

  test('a promise is told in the words that are meant for customers', async () => {
    const { db } = harness.deps
    const { body: own } = await create({ title: 'Intern', public: { title: 'Je fiets snel terug' }, replyWithinDays: 2 })
    const { body: hidden } = await create({ title: 'Geheim', public: false, replyWithinDays: 4 })
    const promise = (id: string) => findPromise(db, given.scope, id)
    expect(await promise(own.id)).toEqual({ title: 'Je fiets snel terug', team: 'Werkplaats', replyWithinDays: 2, hasEnded: false })
    expect(await promise(hidden.id)).toEqual({ title: 'Werkplaats', team: 'Werkplaats', replyWithinDays: 4, hasEnded: false })
    expect(await promise(given.goalId)).toEqual({ title: 'Elke fiets binnen een dag klaar', team: 'Werkplaats', replyWithinDays: 3, hasEnded: false })
  })
})
