import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/db/ids.ts'
import { engines } from './engines.ts'
import { type Harness, openHarness } from './harness.ts'
import { plantTenant, type Tenant } from './tenants.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  beforeAll(async () => {
    h = await openHarness(open)
  })
  afterAll(() => h.close())

  const asking = (t: Tenant) => (method: string, path: string, body?: unknown) =>
    h.request(method, `/api/v1${path}`, { body, headers: { Authorization: `Bearer ${t.people.owner.apiKey}` } }) as Promise<{
      status: number
      // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
      body: any
    }>

  /** A team below a department with all that can hang on one: measures, a pulse with an open round, a letter, links. */
  const given = async (name: string) => {
    const t = await plantTenant(h.deps, name)
    const ask = asking(t)
    const department = (await ask('POST', '/teams', { name: `${name} afdeling`, level: 'department' })).body.id
    const team = (await ask('POST', '/teams', { name: `${name} vertrekt`, level: 'team', parentId: department })).body.id
    const measure = { unit: 'stuks', direction: 'up' }
    const own = (await ask('POST', '/measures', { ...measure, name: 'Eigen', teamId: team, source: 'entered' })).body.id
    const computed = { metric: 'complaints', teamId: team, kind: 'complaint' }
    const counted = (await ask('POST', '/measures', { ...measure, name: 'Geteld', goalId: t.goalId, source: 'computed', computed })).body.id
    const pulse = (await ask('POST', '/pulses', { kind: 'enps', teamId: team, startsOn: '2026-03-02', everyWeeks: 4, closesAfterDays: 7 })).body
    const mine = h.deps.db.within({ organisationId: t.organisationId, who: { kind: 'system' } })
    const round = { id: newId(), pulseId: pulse.id, invited: 5, openedAt: '2026-03-01T09:00:00.000Z', closesAt: '2026-03-08T09:00:00.000Z' }
    await mine.insertInto('pulseRounds', { ...round, closedAt: null }).execute()
    await ask('PUT', `/letters/${team}`, { on: true, weekday: 1, hour: 8, locale: 'nl' })
    expect(await mine.selectFrom('letterChoices').select('teamId').where('teamId', '=', team).execute()).toHaveLength(1)
    const links: string[] = []
    for (const kind of ['story', 'team-page']) links.push((await ask('POST', '/share-links', { kind, teamId: team })).body.url)
    return { t, ask, department, team, own, counted, pulse, roundId: round.id, links, mine }
  }

  const statusOf = async (url: string) => (await h.request('GET', new URL(url).pathname)).status

  test('what names a team that goes is the team’s above it, or ends: its pulse, its letter and its links', async () => {
    const { ask, department, team, own, counted, pulse, roundId, links, mine } = await given('boven')
    expect(await Promise.all(links.map(statusOf))).toEqual([200, 200])
    expect(await ask('DELETE', `/teams/${team}`)).toMatchObject({ status: 204 })
    expect((await ask('GET', `/measures/${own}`)).body).toMatchObject({ teamId: department })
    expect((await ask('GET', `/measures/${counted}`)).body).toMatchObject({
      computed: { metric: 'complaints', kind: 'complaint', teamId: department },
    })
    expect((await ask('GET', `/measures/${counted}/events`)).body.items[0]).toMatchObject({
      type: 'measure.changed',
      detail: { changes: { computed: { from: { teamId: team }, to: { teamId: department } } } },
    })
    const { body } = await ask('GET', '/pulses')
    expect(body.items.find(({ id }: { id: string }) => id === pulse.id)).toMatchObject({ team: null, nextAt: null, openRound: null })
    expect(await mine.selectFrom('pulseRounds').select('closedAt').where('id', '=', roundId).executeTakeFirst()).toEqual({
      closedAt: expect.stringContaining('2026-03-02'),
    })
    expect(await ask('PATCH', `/pulses/${pulse.id}`, { startsOn: '2026-03-20' })).toMatchObject({ status: 409 })
    expect(await mine.selectFrom('letterChoices').select('teamId').where('teamId', '=', team).execute()).toEqual([])
    expect(await Promise.all(links.map(statusOf))).toEqual([404, 404])
  })

  test('its measures go along with its goals to the team that takes those over', async () => {
    const { ask, team, own, counted, t } = await given('erfgenaam')
    const goal = (await ask('POST', '/goals', { title: 'Gaat mee', teamId: team, replyWithinDays: 3 })).body.id
    const ofGoal = (await ask('POST', '/measures', { name: 'Van het doel', unit: '%', direction: 'up', goalId: goal, source: 'entered' })).body.id
    expect(await ask('DELETE', `/teams/${team}?goalsTo=${t.spareTeamId}`)).toMatchObject({ status: 204 })
    for (const id of [own, ofGoal]) expect((await ask('GET', `/measures/${id}`)).body).toMatchObject({ teamId: t.spareTeamId })
    expect((await ask('GET', `/measures/${counted}`)).body).toMatchObject({ computed: { teamId: t.spareTeamId } })
  })

  test('a team with measures and nobody above it goes only when another is named to have them', async () => {
    const { ask, department, team } = await given('top')
    await ask('DELETE', `/teams/${team}`)
    const refused = await ask('DELETE', `/teams/${department}`)
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('There are measures of top afdeling (2)') } })
    const heir = (await ask('POST', '/teams', { name: 'Elders', level: 'team' })).body.id
    expect(await ask('DELETE', `/teams/${department}?goalsTo=${heir}`)).toMatchObject({ status: 204 })
  })
})
