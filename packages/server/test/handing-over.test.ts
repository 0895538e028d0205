import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replyFeedback } from '../src/feedback/reply.ts'
import { openSession } from '../src/members/session-store.ts'
import { readNotifications } from '../src/notifications/read-notifications.ts'
import { type Given, givenFeedback, givenMember, givenOrganisation } from './builders.ts'
import { engines } from './engines.ts'
import { type Harness, openHarness } from './harness.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let noor: string
  let sam: string
  let goal: string
  let tended: string
  let how: string
  let measure: string
  let rule: string
  // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
  type Answer = { status: number; body: any }

  const ask = async (method: string, path: string, body?: unknown) => {
    const { token } = await openSession(h.deps.db, given.scope, given.ownerId, h.deps.clock())
    return (await h.request(method, `/api/v1${path}`, { body, headers: { cookie: `klankbord_session=${token}` } })) as Answer
  }
  const person = async (role: 'member' | 'viewer' = 'member') => {
    const { who } = await givenMember(h.deps, given.scope.organisationId, role)
    return 'id' in who ? who.id : ''
  }
  const putInTeam = (id: string, role = 'member') => ask('PATCH', `/members/${id}`, { teams: [{ teamId: given.teamId, role }] })
  const make = async (path: string, body: object) => (await ask('POST', path, body)).body.id as string
  /** Who holds each thing now. */
  const hands = async () => ({
    goal: (await ask('GET', `/goals/${goal}`)).body.memberId,
    tended: (await ask('GET', `/goals/${tended}`)).body.ownerId,
    how: (await ask('GET', `/initiatives/${how}`)).body.people.map(({ id }: { id: string }) => id),
    measure: (await ask('GET', `/measures/${measure}`)).body.ownerId,
    rule: (await ask('GET', '/routing/rules')).body.items.find(({ id }: { id: string }) => id === rule).effects.notify,
  })
  const holdings = async (id: string) => (await ask('GET', `/members/${id}/holdings`)).body
  const leave = (body: object = {}) => ask('PATCH', `/members/${noor}`, { deactivated: true, ...body })

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    noor = await person()
    sam = await person()
    await putInTeam(noor, 'lead')
    await putInTeam(sam)
    const { teamId, goalId } = given
    goal = await make('/goals', { title: 'Noors doel', teamId, memberId: noor, replyWithinDays: 3 })
    tended = await make('/goals', { title: 'Door Noor gehoed', teamId, ownerId: noor, replyWithinDays: 3 })
    how = await make('/initiatives', { goalId, title: 'Bellen', memberIds: [noor] })
    measure = await make('/measures', { goalId, name: 'Op tijd', unit: '%', direction: 'up', source: 'entered', ownerId: noor })
    const when = [{ field: 'message', op: 'contains', value: 'fiets' }]
    rule = await make('/routing/rules', { goalId, when, effects: { notify: [noor] } })
  })
  afterEach(() => h.close())

  test('what a colleague holds is told before they leave, and which teams nobody would lead', async () => {
    const { items, ledAlone } = await holdings(noor)
    expect(items.map(({ kind, id }: { kind: string; id: string }) => [kind, id])).toEqual([
      ['goal', goal],
      ['goal-owner', tended],
      ['measure', measure],
      ['initiative', how],
      ['rule', rule],
    ])
    expect(items[0]).toMatchObject({ name: 'Noors doel', team: 'Werkplaats' })
    // The owner leads it too.
    expect(ledAlone).toEqual([])
    await ask('PATCH', `/members/${given.ownerId}`, { teams: [] })
    expect((await holdings(noor)).ledAlone).toEqual([{ id: given.teamId, name: 'Werkplaats' }])
  })

  test('all of it goes to the colleague who is chosen, and back when the one who left returns', async () => {
    const before = await hands()
    expect((await leave({ handOverTo: sam })).status).toBe(200)
    expect(await hands()).toEqual({ goal: sam, tended: sam, how: [sam], measure: sam, rule: [sam] })
    expect((await holdings(noor)).items).toEqual([])
    await ask('PATCH', `/members/${noor}`, { deactivated: false })
    expect(await hands()).toEqual(before)
  })

  test('the undo of a leaving gives everything back, but for what has moved on since', async () => {
    await leave({ handOverTo: sam })
    await ask('PATCH', `/measures/${measure}`, { ownerId: given.ownerId })
    const [change] = (await ask('GET', `/settings/changes?aboutId=${noor}`)).body.items
    expect(change).toMatchObject({ from: { deactivated: false }, to: { deactivated: true } })
    expect((await ask('POST', `/settings/changes/${change.id}/undo`)).status).toBe(204)
    expect(await hands()).toEqual({ goal: noor, tended: noor, how: [noor], measure: given.ownerId, rule: [noor] })
  })

  test('what is a team’s is left to the team where the colleague who is chosen is not in it', async () => {
    await ask('PATCH', `/members/${sam}`, { teams: [] })
    await leave({ handOverTo: sam })
    expect(await hands()).toEqual({ goal: null, tended: sam, how: [], measure: sam, rule: [sam] })
    await ask('PATCH', `/members/${noor}`, { deactivated: false })
    expect(await hands()).toEqual({ goal: noor, tended: noor, how: [noor], measure: noor, rule: [noor] })
  })

  test('who takes part already does so once, also after the other has come back', async () => {
    await ask('PATCH', `/initiatives/${how}`, { memberIds: [noor, sam] })
    await leave({ handOverTo: sam })
    expect((await hands()).how).toEqual([sam])
    await ask('PATCH', `/members/${noor}`, { deactivated: false })
    expect((await hands()).how.sort()).toEqual([noor, sam].sort())
  })

  // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
  const toldOf = async (id: string): Promise<any[]> =>
    (await readNotifications(h.deps, { ...given.scope, who: { kind: 'member', id, name: '', role: 'member' } }, { limit: 20 })).items
  const mentioned = async (message: string, ids: string[]) => {
    const { id } = await givenFeedback(h.deps, given, { message })
    expect((await ask('POST', `/feedback/${id}/messages`, { text: 'Kijk jij even?', internal: true, mentions: ids })).status).toBe(201)
    h.pass({ minutes: 1 })
    return id
  }

  test('whoever takes over is told of the notes that name the one who left, and of nothing that is answered or over', async () => {
    const open = await mentioned('De bel rinkelt niet', [noor])
    const both = await mentioned('Het stuur zit los', [noor, sam])
    await ask('PUT', `/feedback/${await mentioned('Gratis horloges', [noor])}/spam`)
    const answered = await mentioned('Het zadel piept', [noor])
    await replyFeedback(
      h.deps,
      { ...given.scope, who: { kind: 'member', id: noor, name: 'Noor', role: 'member' } },
      { id: answered, text: 'Gedaan', internal: true },
    )
    const mentions = (await holdings(noor)).items.filter(({ kind }: { kind: string }) => kind === 'mention')
    expect(mentions.map(({ name, team }: { name: string; team: string }) => [name, team])).toEqual([
      ['De bel rinkelt niet', 'Werkplaats'],
      ['Het stuur zit los', 'Werkplaats'],
    ])
    expect((await leave({ handOverTo: sam })).status).toBe(200)
    const told = (await toldOf(sam)).filter(({ kind }) => kind === 'mention')
    expect(told.map(({ feedbackId, by, readAt }) => ({ feedbackId, by, readAt }))).toEqual([
      { feedbackId: open, by: 'Robin owner', readAt: null },
      { feedbackId: both, by: 'Robin owner', readAt: null },
    ])
    const { timeline } = (await ask('GET', `/feedback/${open}`)).body
    expect(timeline.at(-1)).toMatchObject({ type: 'feedback.mention-passed', detail: { to: 'Robin member' } })
    expect((await holdings(sam)).items.filter(({ kind }: { kind: string }) => kind === 'mention')).toHaveLength(2)

    await ask('PATCH', `/members/${noor}`, { deactivated: false })
    expect((await toldOf(sam)).map(({ feedbackId }) => feedbackId)).toEqual([both])
    expect((await toldOf(noor)).map(({ feedbackId }) => feedbackId)).toContain(open)
  })

  test('a colleague leaves without handing over too, and finds everything as it was', async () => {
    await leave()
    await ask('PATCH', `/members/${noor}`, { deactivated: false })
    expect(await hands()).toEqual({ goal: noor, tended: noor, how: [noor], measure: noor, rule: [noor] })
  })

  test('nobody, who left, who reads along, or the one who leaves can’t be given anything, and nothing happens', async () => {
    const viewer = await person('viewer')
    const gone = await person()
    await ask('PATCH', `/members/${gone}`, { deactivated: true })
    const elsewhere = await givenOrganisation(h.deps, 'Elders')
    for (const [to, status] of [
      [noor, 400],
      [viewer, 400],
      [gone, 400],
      ['niemand', 404],
      [elsewhere.ownerId, 404],
    ] as const)
      expect(await leave({ handOverTo: to })).toMatchObject({ status, body: { errors: [{ path: 'handOverTo' }] } })
    expect((await hands()).goal).toBe(noor)
    expect((await ask('GET', `/members?ids=${noor}`)).body.items[0].deactivatedAt).toBeNull()
  })

  test('a hand-over that breaks half-way moves nothing, and the colleague is still there', async () => {
    await h.deps.db.everywhere.updateTable('routingRules').set({ effects: '{' }).where('id', '=', rule).execute()
    expect((await leave({ handOverTo: sam })).status).toBe(500)
    await h.deps.db.everywhere
      .updateTable('routingRules')
      .set({ effects: JSON.stringify({ notify: [noor] }) })
      .where('id', '=', rule)
      .execute()
    expect((await hands()).goal).toBe(noor)
    expect((await ask('GET', `/members?ids=${noor}`)).body.items[0].deactivatedAt).toBeNull()
  })
})
