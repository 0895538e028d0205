import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../../test/asking-as.ts'
import { givenFeedback } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { givenLadder, idOf, type Ladder } from '../../../test/ladder.ts'
import { newId } from '../../db/ids.ts'
import { systemScope } from '../../db/scope.ts'
import { mountGoals } from '../../goals/http.ts'
import { mountInitiatives } from '../../initiatives/http.ts'
import { addToInitiative, proposeInitiative } from '../../initiatives/propose-initiative.ts'
import { mountInbox } from '../http.ts'
import { mountGoalsFeedback } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let ladder: Ladder

  beforeAll(async () => {
    harness = await openHarness(open)
    ladder = await givenLadder(harness.deps)
  })
  afterAll(() => harness.close())

  const ask = (who: keyof Ladder['as'], method: string, path: string, body?: object) => {
    const mounts: typeof mountGoals = (app, deps) => {
      for (const mount of [mountGoals, mountGoalsFeedback, mountInbox, mountInitiatives]) mount(app, deps)
    }
    return askingAs(harness.deps, mounts, ladder.as[who])(method, `/api/v1${path}`, body)
  }
  const write = async (input: object = {}) =>
    (
      await ask('lead', 'POST', '/initiatives', {
        goalId: ladder.goalId,
        title: 'Remmenspreekuur',
        plan: 'Elke ochtend.',
        notes: 'Kost ons een uur.',
        ...input,
      })
    ).body
  const start = (id: string, feedbackIds: string[] = []) => ask('lead', 'PUT', `/initiatives/${id}/start`, { feedbackIds })
  const item = async (id: string) => (await ask('viewer', 'GET', `/feedback/${id}`)).body
  const says = (says: Parameters<typeof givenFeedback>[2] = {}) => givenFeedback(harness.deps, ladder, says)

  test('an initiative has dates and people of the team, and begins as a plan', async () => {
    const how = await write({ startsOn: '2026-03-02', endsOn: '2026-04-01', memberIds: [idOf(ladder.as.lead), idOf(ladder.as.colleague)] })
    expect(how).toMatchObject({
      state: 'planned',
      startsOn: '2026-03-02',
      endsOn: '2026-04-01',
      startedAt: null,
      items: 0,
      notes: 'Kost ons een uur.',
    })
    expect(how.people.map(({ id }: { id: string }) => id).sort()).toEqual([idOf(ladder.as.lead), idOf(ladder.as.colleague)].sort())
    const change = (input: object) => ask('colleague', 'PATCH', `/initiatives/${how.id}`, input)
    expect(await change({ plan: '', memberIds: [idOf(ladder.as.colleague)], endsOn: null })).toMatchObject({
      status: 200,
      body: { plan: null, endsOn: null, people: [{ id: idOf(ladder.as.colleague) }] },
    })
    for (const [input, path] of [
      [{ endsOn: '2026-01-01' }, 'endsOn'],
      [{ memberIds: [idOf(ladder.as.manager)] }, 'memberIds.0'],
      [{ title: 'x'.repeat(201) }, 'title'],
    ] as const)
      expect(await change(input)).toMatchObject({ status: 400, body: { errors: [{ path }] } })
    expect(await change({ memberIds: [newId()] })).toMatchObject({ status: 404, body: { errors: [{ path: 'memberIds.0' }] } })
  })

  test('starting it on items puts them in progress, and their customers read the plan but never the notes', async () => {
    const [how, one, two] = [await write(), await says(), await says()]
    const started = await start(how.id, [one.id, two.id])
    expect(started).toMatchObject({ status: 200, body: { state: 'started', startedAt: '2026-03-02T09:00:00.000Z', items: 2 } })
    expect(await item(one.id)).toMatchObject({
      status: 'in_progress',
      plan: 'Elke ochtend.',
      initiative: { id: how.id },
      repliedAt: '2026-03-02T09:00:00.000Z',
    })
    const { body: thread } = await harness.request('GET', `/widget/v1/mine/feedback/${one.id}`, {
      headers: { Authorization: `Bearer ${harness.deps.tokens.sign('customer', one.customerId)}` },
    })
    expect(thread).toMatchObject({ status: 'in_progress', plan: 'Elke ochtend.', news: 1, timeline: [{ type: 'in_progress', team: 'Werkplaats' }] })
    expect(JSON.stringify(thread)).not.toContain('Kost ons')
    // Once more is no news.
    expect(await start(how.id, [one.id])).toMatchObject({ status: 200 })
    expect((await item(one.id)).timeline).toHaveLength(1)
    const { body } = await ask('viewer', 'GET', `/feedback?initiativeId=${how.id}`)
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([one.id, two.id].sort())
  })

  test('all items or none: one that is another goal’s, answered or unknown leaves everything as it was', async () => {
    const [how, fine] = [await write(), await says()]
    for (const [id, status] of [
      [(await says({ goalId: null, status: 'received' })).id, 409],
      [(await says({ status: 'answered' })).id, 409],
      [newId(), 404],
    ] as const)
      expect(await start(how.id, [fine.id, id])).toMatchObject({ status, body: { errors: [{ path: 'feedbackIds.1' }] } })
    expect(await item(fine.id)).toMatchObject({ status: 'routed' })
    expect((await ask('viewer', 'GET', `/initiatives/${how.id}`)).body).toMatchObject({ state: 'planned', items: 0 })
  })

  test('it starts on thousands of items at once', async () => {
    const how = await write()
    const first = await says()
    const row = await harness.deps.db
      .within(ladder.scope)
      .selectFrom('feedbackItems')
      .selectAll()
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow()
    const { seq, organisationId, search, ...rest } = row as typeof row & { search?: unknown }
    const ids = Array.from({ length: 3000 }, newId)
    for (let i = 0; i < ids.length; i += 300)
      await harness.deps.db
        .within(ladder.scope)
        .insertInto(
          'feedbackItems',
          ids.slice(i, i + 300).map((id) => ({ ...rest, id })),
        )
        .execute()
    const begun = performance.now()
    expect(await start(how.id, ids)).toMatchObject({ status: 200, body: { items: 3000 } })
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(await item(ids[2999] ?? '')).toMatchObject({ status: 'in_progress', timeline: [{ type: 'feedback.planned' }] })
  }, 30_000)

  test('it is finished once it has begun, or stopped; its feedback goes on waiting for an outcome', async () => {
    const [how, one] = [await write(), await says()]
    const end = (id: string, state: string) => ask('colleague', 'PUT', `/initiatives/${id}/end`, { state })
    expect(await end(how.id, 'finished')).toMatchObject({ status: 409 })
    await start(how.id, [one.id])
    expect(await end(how.id, 'finished')).toMatchObject({ status: 200, body: { state: 'finished', endedAt: '2026-03-02T09:00:00.000Z', items: 1 } })
    expect(await end(how.id, 'stopped')).toMatchObject({ status: 409 })
    expect(await start(how.id)).toMatchObject({ status: 409 })
    expect(await item(one.id)).toMatchObject({ status: 'in_progress' })
    expect(await end((await write()).id, 'stopped')).toMatchObject({ status: 200, body: { state: 'stopped' } })
  })

  test('what a colleague without an account proposes waits until a member takes it up', async () => {
    const scope = systemScope(ladder.scope.organisationId)
    const proposed = await proposeInitiative(harness.deps, scope, { goalId: ladder.goalId, title: 'Bel bij de deur', name: 'Bep' })
    expect(proposed).toMatchObject({ state: 'proposed', createdBy: 'Bep' })
    await addToInitiative(harness.deps, scope, { initiativeId: proposed.id, text: 'Met een lampje', name: 'Joop' })
    expect((await ask('viewer', 'GET', `/initiatives/${proposed.id}/comments`)).body.items).toMatchObject([
      { author: 'Joop', text: 'Met een lampje' },
    ])
    expect(await ask('owner', 'PATCH', `/initiatives/${proposed.id}`, { title: 'Bel' })).toMatchObject({ status: 403 })
    expect(await ask('colleague', 'PATCH', `/initiatives/${proposed.id}`, { plan: 'Er komt een bel.' })).toMatchObject({
      status: 200,
      body: { state: 'planned', createdBy: 'Bep' },
    })
    const other = await proposeInitiative(harness.deps, scope, { goalId: ladder.goalId, title: 'Mat bij de deur', name: 'Bep' })
    expect(await start(other.id)).toMatchObject({ status: 200, body: { state: 'started' } })
  })

  test('putting one item under an initiative is the team’s to do, and starts it', async () => {
    const [how, one] = [await write(), await says()]
    const plan = (who: keyof Ladder['as']) => ask(who, 'PUT', `/feedback/${one.id}/initiative`, { initiativeId: how.id })
    for (const who of ['owner', 'admin', 'manager', 'adminKey'] as const) expect(await plan(who)).toMatchObject({ status: 403 })
    expect(await plan('colleague')).toMatchObject({ status: 200, body: { status: 'in_progress', initiative: { id: how.id } } })
    expect((await ask('viewer', 'GET', `/initiatives/${how.id}`)).body).toMatchObject({ state: 'started', items: 1 })
  })
})
