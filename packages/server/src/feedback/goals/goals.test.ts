import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../../test/asking-as.ts'
import { givenFeedback } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { givenLadder, type Ladder } from '../../../test/ladder.ts'
import { newId } from '../../db/ids.ts'
import { mountGoals } from '../../goals/http.ts'
import { mountRules } from '../../rules/http.ts'
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
      for (const mount of [mountGoals, mountGoalsFeedback, mountInbox, mountRules]) mount(app, deps)
    }
    return askingAs(harness.deps, mounts, ladder.as[who])(method, `/api/v1${path}`, body)
  }
  const says = (says: Parameters<typeof givenFeedback>[2]) => givenFeedback(harness.deps, ladder, says)
  const item = async (id: string) => (await ask('viewer', 'GET', `/feedback/${id}`)).body
  const asCustomer = async ({ id, customerId }: { id: string; customerId: string }) =>
    (
      await harness.request('GET', `/widget/v1/mine/feedback/${id}`, {
        headers: { Authorization: `Bearer ${harness.deps.tokens.sign('customer', customerId)}` },
      })
    ).body as unknown as { status: string; goal: { title: string; team: string; replyBy: string } | null; news: number }
  const unrouted = () => says({ goalId: null, status: 'received', message: 'Ik wil mijn fiets leasen' })
  const propose = (who: keyof Ladder['as'], feedbackIds: string[], teamId = ladder.teams.department) =>
    ask(who, 'POST', '/feedback/goal-proposals', { title: 'Leasen wordt mogelijk', why: 'Klanten vragen erom', teamId, feedbackIds })
  const proposalOf = async (id: string) => (await ask('viewer', 'GET', `/goals/${id}`)).body.proposal

  test('feedback that fits no goal becomes the reason of a proposed one for the level above; its customers see nothing of it', async () => {
    const [one, two] = [await unrouted(), await unrouted()]
    const { status, body: goal } = await propose('colleague', [one.id, two.id])
    expect({ status, goal }).toMatchObject({ status: 201, goal: { state: 'proposed', team: 'Winkels', public: false } })
    expect(await proposalOf(goal.id)).toMatchObject({ side: null, changes: {}, feedbackIds: [one.id, two.id].sort() })
    expect(await item(one.id)).toMatchObject({
      status: 'received',
      goal: null,
      proposedGoals: [{ goalId: goal.id, title: 'Leasen wordt mogelijk', state: 'proposed', reason: null }],
    })
    const seen = await asCustomer(one)
    expect(seen).toMatchObject({ status: 'received', goal: null, news: 0 })
    expect(JSON.stringify(seen)).not.toContain('Leasen wordt')
  })

  test('accepted by both sides, what still waits is routed to it with the customer’s promise, and what went elsewhere stays there', async () => {
    const [stays, moved] = [await unrouted(), await unrouted()]
    const { body: goal } = await propose('lead', [stays.id, moved.id])
    await ask('lead', 'PUT', `/feedback/${moved.id}/goal`, { goalId: ladder.goalId })
    const { id } = await proposalOf(goal.id)
    for (const who of ['manager', 'director'] as const) await ask(who, 'PUT', `/goals/${goal.id}/proposals/${id}`, { accept: true })
    expect(await item(stays.id)).toMatchObject({
      status: 'routed',
      goal: { id: goal.id },
      replyBy: '2026-03-09T16:00:00.000Z',
      proposedGoals: [{ state: 'agreed' }],
    })
    // The goal has no public title, so the customer reads which team works on it.
    expect(await asCustomer(stays)).toMatchObject({ status: 'routed', goal: { title: 'Winkels', team: 'Winkels' }, news: 1 })
    expect(await item(moved.id)).toMatchObject({ goal: { id: ladder.goalId } })
  })

  test('refused, the reason stays with each item', async () => {
    const one = await unrouted()
    const { body: goal } = await propose('colleague', [one.id])
    const { id } = await proposalOf(goal.id)
    await ask('manager', 'PUT', `/goals/${goal.id}/proposals/${id}`, { accept: false, reason: 'Dat doet de dealer al.' })
    expect(await item(one.id)).toMatchObject({
      goal: null,
      status: 'received',
      proposedGoals: [{ state: 'stopped', reason: 'Dat doet de dealer al.' }],
    })
    expect(JSON.stringify(await asCustomer(one))).not.toContain('dealer')
  })

  test('any member proposes for their team or a level above it, and for no other; what is routed or erased is no reason', async () => {
    const [one, routed, erased] = [await unrouted(), await says({}), await unrouted()]
    await harness.deps.db.within(ladder.scope).updateTable('feedbackItems').set({ erasedAt: '2026-03-01' }).where('id', '=', erased.id).execute()
    for (const teamId of [ladder.teams.team, ladder.teams.department, ladder.teams.company])
      expect(await propose('colleague', [one.id], teamId)).toMatchObject({ status: 201 })
    for (const who of ['colleague', 'stranger', 'memberKey'] as const)
      expect(await propose(who, [one.id], ladder.teams.otherTeam)).toMatchObject({ status: 403 })
    const at = { errors: [{ path: 'feedbackIds.1' }] }
    expect(await propose('colleague', [one.id, routed.id])).toMatchObject({ status: 400, body: at })
    for (const id of [erased.id, newId()]) expect(await propose('colleague', [one.id, id])).toMatchObject({ status: 404, body: at })
  })

  test('a goal that ends gives its open feedback back to be routed, keeps what was answered, and is passed over by the rules', async () => {
    const { body: goal } = await ask('manager', 'POST', '/goals', { title: 'Banden zijn er altijd', teamId: ladder.teams.team })
    await ask('lead', 'PUT', `/goals/${goal.id}/proposals/${(await proposalOf(goal.id)).id}`, { accept: true })
    await ask('owner', 'POST', '/routing/rules', { goalId: goal.id, when: [{ field: 'message', op: 'contains', value: 'band' }], position: 0 })
    const submit = () =>
      harness.request('POST', `/widget/v1/sites/${ladder.siteKey}/feedback`, {
        body: { kind: 'complaint', message: 'Er was geen band' },
        headers: { 'Idempotency-Key': newId() },
      })
    expect((await submit()).body).toMatchObject({ goal: { title: 'Banden zijn er altijd' } })
    const waiting = await says({ goalId: goal.id, status: 'in_progress' })
    const reopened = await says({ goalId: goal.id, status: 'reopened' })
    const answered = await says({ goalId: goal.id, status: 'answered' })
    const toRoute = async () => (await ask('viewer', 'GET', '/inbox')).body.toRoute
    const before = await toRoute()
    const ended = await ask('lead', 'PUT', `/goals/${goal.id}/end`, { state: 'stopped', lookBack: 'De leverancier bleek het knelpunt.' })
    expect(ended).toMatchObject({ status: 200, body: { state: 'stopped', lookBack: 'De leverancier bleek het knelpunt.', openItems: 0 } })
    expect(await item(waiting.id)).toMatchObject({
      status: 'received',
      goal: null,
      routing: { method: 'none', because: [expect.stringContaining('Banden')] },
    })
    expect(await item(reopened.id)).toMatchObject({ status: 'reopened', goal: null })
    expect(await item(answered.id)).toMatchObject({ status: 'answered', goal: { id: goal.id } })
    expect(await toRoute()).toBe(before + 3)
    expect(await asCustomer(waiting)).toMatchObject({ news: 0 })
    expect((await submit()).body).toMatchObject({ status: 'received', goal: null })
    expect(await ask('lead', 'PUT', `/feedback/${waiting.id}/goal`, { goalId: goal.id })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'goalId' }] },
    })
    expect(await ask('lead', 'PUT', `/goals/${goal.id}/end`, { state: 'missed', lookBack: 'Nog eens' })).toMatchObject({ status: 409 })
    expect((await ask('lead', 'DELETE', `/goals/${goal.id}/end`)).body).toMatchObject({ state: 'agreed', lookBack: null, endedAt: null })
    expect((await submit()).body).toMatchObject({ goal: { title: 'Banden zijn er altijd' } })
    const { body: history } = await ask('viewer', 'GET', `/goals/${goal.id}/events?limit=3`)
    expect(history.items.map(({ type }: { type: string }) => type)).toEqual(['goal.resumed', 'goal.ended', 'goal.agreed'])
    expect(history.items[1].detail.lookBack).toBe('De leverancier bleek het knelpunt.')
  })

  test('a goal that is only proposed may own feedback, and its customers read no more than the team', async () => {
    const { body: goal } = await ask('lead', 'POST', '/goals', {
      title: 'Reorganisatie van de balie',
      teamId: ladder.teams.team,
      public: { title: 'Kortere rij' },
    })
    const one = await unrouted()
    expect(await ask('lead', 'PUT', `/feedback/${one.id}/goal`, { goalId: goal.id })).toMatchObject({ status: 200 })
    expect(await asCustomer(one)).toMatchObject({ status: 'routed', goal: { title: 'Werkplaats', team: 'Werkplaats' } })
    await ask('manager', 'PUT', `/goals/${goal.id}/proposals/${(await proposalOf(goal.id)).id}`, { accept: true })
    expect(await asCustomer(one)).toMatchObject({ goal: { title: 'Kortere rij' } })
  })

  test('a colleague gives an item back: it waits to be routed with its date, what it taught is forgotten, and it can be put where it was', async () => {
    const one = await unrouted()
    const routed = (await ask('colleague', 'PUT', `/feedback/${one.id}/goal`, { goalId: ladder.goalId })).body
    const decisions = () =>
      harness.deps.db.within(ladder.scope).selectFrom('routingDecisions').select('goalId').where('feedbackItemId', '=', one.id).execute()
    expect(await decisions()).toHaveLength(1)
    expect((await ask('viewer', 'DELETE', `/feedback/${one.id}/goal`)).status).toBe(403)
    expect(await ask('colleague', 'DELETE', `/feedback/${one.id}/goal?version=${routed.version - 1}`)).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('stale') },
    })
    const { status, body } = await ask('colleague', 'DELETE', `/feedback/${one.id}/goal?version=${routed.version}`)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'received', goal: null, replyBy: routed.replyBy, routing: { method: 'none' } },
    })
    expect(body.routing.because).toEqual([expect.stringContaining('gaf het terug')])
    expect(body.timeline.at(-1)).toMatchObject({ type: 'feedback.unrouted', detail: { from: ladder.goalId } })
    expect(await decisions()).toEqual([])
    expect(await asCustomer(one)).toMatchObject({ status: 'received', goal: null })
    // What has no goal is given back already.
    expect((await ask('colleague', 'DELETE', `/feedback/${one.id}/goal`)).body.version).toBe(body.version)
    const back = (await ask('colleague', 'PUT', `/feedback/${one.id}/goal`, { goalId: ladder.goalId, version: body.version })).body
    expect(back).toMatchObject({ status: 'routed', goal: { id: ladder.goalId }, replyBy: routed.replyBy })
    await ask('colleague', 'PUT', `/feedback/${one.id}/spam`)
    expect((await ask('colleague', 'DELETE', `/feedback/${one.id}/goal`)).status).toBe(409)
  })

  test('two who decide at once decide once', async () => {
    const { body: goal } = await ask('lead', 'POST', '/goals', { title: 'Samen', teamId: ladder.teams.team })
    const { id } = await proposalOf(goal.id)
    const both = await Promise.all(
      [true, false].map((accept) => ask('manager', 'PUT', `/goals/${goal.id}/proposals/${id}`, { accept, reason: 'Toch niet' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const proposed = await Promise.all(['a', 'b'].map((title) => ask('lead', 'POST', `/goals/${ladder.goalId}/proposals`, { title })))
    expect(proposed.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})
