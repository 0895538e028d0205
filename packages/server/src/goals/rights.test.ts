import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { givenLadder, idOf, type Ladder } from '../../test/ladder.ts'
import { mountGoalsFeedback } from '../feedback/goals/http.ts'
import { mountInitiatives } from '../initiatives/http.ts'
import { mountGoals } from './http.ts'

type Who = keyof Ladder['as']
const everyone: Who[] = ['director', 'manager', 'secretary', 'lead', 'colleague', 'trainee', 'neighbour', 'owner', 'admin', 'stranger', 'viewer']
const keys: Who[] = ['adminKey', 'memberKey', 'viewerKey']

/** Each row of the table of who may do what, tried by somebody in every place. */
describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let ladder: Ladder

  beforeAll(async () => {
    harness = await openHarness(open)
    ladder = await givenLadder(harness.deps)
  })
  afterAll(() => harness.close())

  const ask = (who: Who, method: string, path: string, body?: object) => {
    const mounts: typeof mountGoals = (app, deps) => {
      for (const mount of [mountGoals, mountGoalsFeedback, mountInitiatives]) mount(app, deps)
    }
    return askingAs(harness.deps, mounts, ladder.as[who])(method, `/api/v1${path}`, body)
  }
  const propose = (who: Who, input: object = {}) =>
    ask(who, 'POST', '/goals', { title: 'Elke fiets in een uur klaar', teamId: ladder.teams.team, ...input })
  const goalOf = async (who: Who, input: object = {}) => (await propose(who, input)).body
  const page = async (who: Who, id: string) => (await ask(who, 'GET', `/goals/${id}`)).body
  /** Those who get this answer, of all. */
  const who = async (status: number, act: (who: Who) => Promise<{ status: number }>) => {
    const found: Who[] = []
    for (const one of [...everyone, ...keys]) if ((await act(one)).status === status) found.push(one)
    return found
  }
  const decide = (by: Who, id: string, proposalId: string, accept: boolean, reason?: string) =>
    ask(by, 'PUT', `/goals/${id}/proposals/${proposalId}`, { accept, reason })
  /** An agreed goal of the team. */
  const agreedGoal = async () => {
    const goal = await goalOf('lead')
    const { proposal } = await page('manager', goal.id)
    await decide('manager', goal.id, proposal.id, true)
    return goal
  }

  test('a goal is proposed by the members of its team, by the leads above it, and by owners, admins and their keys; by nobody else', async () => {
    expect(await who(201, propose)).toEqual(['director', 'manager', 'lead', 'colleague', 'owner', 'admin', 'adminKey'])
    expect(await propose('neighbour')).toMatchObject({ status: 403, body: { code: 'forbidden', detail: expect.stringContaining('Werkplaats') } })
  })

  test('a goal counts once both sides agree: what one lead proposes the other accepts, and what someone else proposes both accept', async () => {
    for (const [proposer, accepting] of [
      ['lead', ['manager']],
      ['manager', ['lead']],
      ['colleague', ['manager', 'lead']],
      ['director', ['lead', 'manager']],
      ['owner', ['lead', 'manager']],
    ] as [Who, Who[]][]) {
      const goal = await goalOf(proposer)
      expect(goal).toMatchObject({ state: 'proposed', waits: true })
      for (const by of accepting) {
        const { proposal, state } = await page(by, goal.id)
        expect(state, proposer).toBe('proposed')
        expect(await decide(by, goal.id, proposal.id, true)).toMatchObject({ status: 200 })
      }
      expect(await page('viewer', goal.id), proposer).toMatchObject({ state: 'agreed', proposal: null, waits: false })
    }
  })

  test('only the side that has not agreed yet accepts, and only once', async () => {
    const goal = await goalOf('lead')
    const { proposal } = await page('lead', goal.id)
    const accepted = await who(200, (by) => (by === 'manager' ? Promise.resolve({ status: 0 }) : decide(by, goal.id, proposal.id, true)))
    expect(accepted).toEqual([])
    expect((await decide('manager', goal.id, proposal.id, true)).body).toMatchObject({ acceptedAt: expect.any(String), decidedBy: 'Robin member' })
    expect(await decide('manager', goal.id, proposal.id, true)).toMatchObject({ status: 409 })
  })

  test('a refusal says why; who proposed takes it back without a word, and a goal that was never agreed on is stopped', async () => {
    const goal = await goalOf('lead')
    const { proposal } = await page('manager', goal.id)
    expect(await decide('manager', goal.id, proposal.id, false)).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } })
    expect((await decide('manager', goal.id, proposal.id, false, 'Eerst de leenfietsen.')).body).toMatchObject({ reason: 'Eerst de leenfietsen.' })
    expect(await page('lead', goal.id)).toMatchObject({ state: 'stopped', lookBack: 'Eerst de leenfietsen.', proposal: null })
    const other = await goalOf('colleague')
    const waiting = (await page('colleague', other.id)).proposal
    expect(await decide('colleague', other.id, waiting.id, false)).toMatchObject({ status: 200 })
    expect(await page('lead', other.id)).toMatchObject({ state: 'stopped', lookBack: null })
    // Taking it up again asks for the same agreement.
    expect((await ask('lead', 'DELETE', `/goals/${goal.id}/end`)).body).toMatchObject({ state: 'proposed', waits: true })
  })

  test('title, target and period are proposed by the lead of either side and changed by neither alone', async () => {
    const goal = await agreedGoal()
    const target = { target: '95 % binnen een uur' }
    expect(await who(200, (by) => ask(by, 'PATCH', `/goals/${goal.id}`, target))).toEqual([])
    for (const change of [{ title: 'Anders' }, { startsOn: '2026-01-01' }, { endsOn: '2026-12-31' }])
      expect(await ask('lead', 'PATCH', `/goals/${goal.id}`, change)).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('Propose') },
      })
    const proposing = await who(201, async (by) => {
      const proposed = await ask(by, 'POST', `/goals/${goal.id}/proposals`, target)
      if (proposed.status === 201) await decide(by, goal.id, proposed.body.id, false)
      return proposed
    })
    expect(proposing).toEqual(['manager', 'lead'])
    const { body: proposal } = await ask('manager', 'POST', `/goals/${goal.id}/proposals`, target)
    expect(proposal).toMatchObject({ side: 'above', changes: target, acceptedAt: null })
    expect(await ask('lead', 'POST', `/goals/${goal.id}/proposals`, { title: 'Nog iets' })).toMatchObject({ status: 409 })
    await decide('lead', goal.id, proposal.id, true)
    expect(await page('viewer', goal.id)).toMatchObject(target)
  })

  test('what needs nobody’s agreement is changed by its owner, either side, owners and admins', async () => {
    const goal = await agreedGoal()
    const change = (by: Who) => ask(by, 'PATCH', `/goals/${goal.id}`, { why: `Omdat ${by} het zegt` })
    expect(await who(200, change)).toEqual(['manager', 'lead', 'owner', 'admin', 'adminKey'])
    expect(await ask('lead', 'PATCH', `/goals/${goal.id}`, { ownerId: idOf(ladder.as.colleague) })).toMatchObject({ status: 200 })
    expect(await change('colleague')).toMatchObject({ status: 200 })
  })

  test('where a side has nobody the other acts alone, and who holds both needs nobody', async () => {
    // The organisation's own team has nobody above it but owners and admins.
    expect((await goalOf('owner', { teamId: ladder.teams.company })).state).toBe('proposed')
    const mine = harness.deps.db.within(ladder.scope)
    await mine.updateTable('members').set({ deactivatedAt: '2026-03-01T00:00:00.000Z' }).where('id', '=', idOf(ladder.as.director)).execute()
    expect((await goalOf('owner', { teamId: ladder.teams.company })).state).toBe('agreed')
    await mine.updateTable('members').set({ deactivatedAt: null }).where('id', '=', idOf(ladder.as.director)).execute()
    await mine.insertInto('teamMembers', { teamId: ladder.teams.team, memberId: idOf(ladder.as.manager), role: 'lead' }).execute()
    const both = await goalOf('manager')
    expect(both.state).toBe('agreed')
    expect(await ask('manager', 'PATCH', `/goals/${both.id}`, { title: 'In een half uur' })).toMatchObject({ status: 200 })
    await mine.deleteFrom('teamMembers').where('teamId', '=', ladder.teams.team).where('memberId', '=', idOf(ladder.as.manager)).execute()
  })

  test('a team without leads agrees by any of its members, and a level without leads by the next above', async () => {
    const mine = harness.deps.db.within(ladder.scope)
    const demote = (teamId: string, who: Who, role: string) =>
      mine.updateTable('teamMembers').set({ role }).where('teamId', '=', teamId).where('memberId', '=', idOf(ladder.as[who])).execute()
    await demote(ladder.teams.team, 'lead', 'member')
    await demote(ladder.teams.department, 'manager', 'member')
    const goal = await goalOf('director')
    const { proposal } = await page('colleague', goal.id)
    expect(proposal.side).toBe('above')
    expect(
      await who(200, (by) =>
        by === 'colleague'
          ? Promise.resolve({ status: 0 })
          : ask(by, 'GET', `/goals/${goal.id}`).then(({ body }) => ({ status: body.may.decide ? 200 : 0 })),
      ),
    ).toEqual(['lead'])
    expect(await decide('colleague', goal.id, proposal.id, true)).toMatchObject({ status: 200 })
    await demote(ladder.teams.team, 'lead', 'lead')
    await demote(ladder.teams.department, 'manager', 'lead')
  })

  test('a goal is ended and taken up again by either side', async () => {
    const ended: Who[] = []
    for (const by of [...everyone, ...keys]) {
      const goal = await agreedGoal()
      if ((await ask(by, 'PUT', `/goals/${goal.id}/end`, { state: 'achieved', lookBack: 'Het werkte.' })).status === 200) ended.push(by)
    }
    expect(ended).toEqual(['manager', 'lead'])
  })

  test('the How is written, changed, started and finished by members of the owning team only', async () => {
    const goal = await agreedGoal()
    const inTeam: Who[] = ['lead', 'colleague']
    const write = (by: Who) => ask(by, 'POST', '/initiatives', { goalId: goal.id, title: 'Remmenspreekuur' })
    const { body: how } = await write('lead')
    const acts: ((by: Who) => ReturnType<typeof ask>)[] = [
      write,
      (by) => ask(by, 'PATCH', `/initiatives/${how.id}`, { plan: `Zoals ${by} het zegt` }),
      (by) => ask(by, 'PUT', `/initiatives/${how.id}/start`),
      (by) => ask(by, 'PUT', `/initiatives/${how.id}/end`, { state: 'finished' }),
    ]
    for (const act of acts) {
      const refused = await who(403, (by) => (inTeam.includes(by) || ['trainee'].includes(by) ? Promise.resolve({ status: 0 }) : act(by)))
      expect(refused).toEqual([...everyone, ...keys].filter((by) => !inTeam.includes(by) && by !== 'trainee'))
      expect(await act('trainee')).toMatchObject({ status: 403 })
      for (const by of inTeam) expect([200, 201], String(act)).toContain((await act(by)).status)
    }
  })

  test('every member comments on a goal and on an initiative; who only looks does not', async () => {
    const goal = await agreedGoal()
    const { body: how } = await ask('lead', 'POST', '/initiatives', { goalId: goal.id, title: 'Remmenspreekuur' })
    const members = everyone.filter((by) => by !== 'trainee' && by !== 'viewer')
    for (const path of [`/goals/${goal.id}/comments`, `/initiatives/${how.id}/comments`]) {
      expect(await who(201, (by) => ask(by, 'POST', path, { text: `Zegt ${by}` }))).toEqual([...members, 'adminKey', 'memberKey'])
      const { body } = await ask('viewer', 'GET', `${path}?limit=2`)
      expect(body.items.map(({ author, text }: { author: string; text: string }) => [author, text])).toEqual([
        ['Sleutel member', 'Zegt memberKey'],
        ['Sleutel admin', 'Zegt adminKey'],
      ])
      expect((await ask('viewer', 'GET', `${path}?limit=200&cursor=${body.next}`)).body.items).toHaveLength(members.length)
    }
  })

  test('what the page of a goal offers is what the verbs allow', async () => {
    const goal = await agreedGoal()
    const changes = { target: 'Iets anders' }
    for (const by of [...everyone, ...keys]) {
      const { may } = await page(by, goal.id)
      const done = async (method: string, path: string, body?: object) => [200, 201].includes((await ask(by, method, path, body)).status)
      expect(await done('POST', `/goals/${goal.id}/comments`, { text: 'Ja' }), by).toBe(may.comment)
      expect(await done('PATCH', `/goals/${goal.id}`, { intake: `Van ${by}` }), by).toBe(may.change)
      expect(await done('PATCH', `/goals/${goal.id}`, changes), by).toBe(may.changeAlone)
      expect(await done('POST', '/initiatives', { goalId: goal.id, title: `Van ${by}` }), by).toBe(may.initiate)
      const proposed = await ask(by, 'POST', `/goals/${goal.id}/proposals`, changes)
      expect(proposed.status === 201, by).toBe(may.propose)
      if (proposed.status !== 201) continue
      for (const other of everyone)
        expect((await page(other, goal.id)).may).toMatchObject({
          propose: false,
          decide: ['lead', 'manager'].includes(other) && other !== by,
          withdraw: other === by,
        })
      await decide(by, goal.id, proposed.body.id, false)
    }
  })
})
