import type { SettingChange } from '@klankbord/shared/changes'
import type { Member } from '@klankbord/shared/members'
import type { Site } from '@klankbord/shared/sites'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { openSession } from '../members/session-store.ts'

const idOf = ({ who }: Scope) => ('id' in who ? who.id : '')

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let admin: Scope

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    admin = await givenMember(h.deps, given.scope.organisationId, 'admin')
  })
  afterEach(() => h.close())

  const as = async (scope: Scope, method: string, path: string, body?: unknown) => {
    const { token } = await openSession(h.deps.db, scope, idOf(scope), h.deps.clock())
    // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
    return (await h.request(method, `/api/v1${path}`, { body, headers: { cookie: `klankbord_session=${token}` } })) as { status: number; body: any }
  }
  const owner = (method: string, path: string, body?: unknown) => as(given.scope, method, path, body)
  const changesOf = async (aboutId: string): Promise<SettingChange[]> => (await owner('GET', `/settings/changes?aboutId=${aboutId}`)).body.items
  const undo = (change: SettingChange | undefined, by = given.scope) => as(by, 'POST', `/settings/changes/${change?.id}/undo`)
  const site = async (): Promise<Site> => (await owner('GET', '/sites')).body.items[0]

  test('a change of a site tells what was there before, and is undone whole', async () => {
    const before = await site()
    const texts = { nl: { chooseTitle: '<b>Zeg</b> het ons' } }
    await as(admin, 'PATCH', `/sites/${given.siteId}`, { name: 'Winkel', kinds: ['idea'], look: { accent: '#a02040' }, texts, origins: [] })
    const [change] = await changesOf(given.siteId)
    expect(change).toMatchObject({
      type: 'site.changed',
      name: 'Webwinkel',
      by: 'Robin admin',
      from: { name: 'Webwinkel' },
      to: { name: 'Winkel', texts },
    })
    expect(Object.keys(change?.to ?? {}).sort()).toEqual(['kinds', 'look', 'name', 'origins', 'texts'])
    expect((await undo(change)).status).toBe(204)
    expect(await site()).toEqual(before)
  })

  test('an undo is a change of its own, which can be undone too', async () => {
    await owner('PATCH', `/teams/${given.teamId}`, { name: 'Balie' })
    await undo((await changesOf(given.teamId))[0])
    const [again, first] = await changesOf(given.teamId)
    expect(again).toMatchObject({ from: { name: 'Balie' }, to: { name: 'Werkplaats' } })
    expect((await undo(first)).body).toMatchObject({ code: 'stale' })
    await undo(again)
    expect((await owner('GET', '/teams')).body.items[0]).toMatchObject({ name: 'Balie' })
  })

  test('what was changed again since is not undone, and what another changed beside it stays', async () => {
    await owner('PATCH', `/sites/${given.siteId}`, { name: 'Een' })
    const [first] = await changesOf(given.siteId)
    await owner('PATCH', `/sites/${given.siteId}`, { rating: 'nps' })
    await owner('PATCH', `/sites/${given.siteId}`, { name: 'Twee' })
    const [second] = await changesOf(given.siteId)
    expect(await undo(first)).toMatchObject({ status: 409, body: { code: 'stale' } })
    expect((await undo(second)).status).toBe(204)
    expect(await site()).toMatchObject({ name: 'Een', rating: 'nps' })
  })

  test('a change that changes nothing is no change', async () => {
    const { name, kinds, look, origins } = await site()
    expect((await owner('PATCH', `/sites/${given.siteId}`, { name, kinds, look, origins })).status).toBe(200)
    await owner('PATCH', '/organisation', { name: 'Bakker Fietsen' })
    expect(await changesOf(given.siteId)).toEqual([])
    expect(await changesOf(given.scope.organisationId)).toEqual([])
  })

  test('two people who set one thing at once: the second is told, and nothing is overwritten', async () => {
    const { version } = await site()
    expect(await as(admin, 'PATCH', `/sites/${given.siteId}`, { name: 'Van de een', version })).toMatchObject({ status: 200 })
    expect(await owner('PATCH', `/sites/${given.siteId}`, { name: 'Van de ander', version })).toMatchObject({ status: 409, body: { code: 'stale' } })
    const now = await site()
    expect(now.name).toBe('Van de een')
    expect((await owner('PATCH', `/sites/${given.siteId}`, { name: 'Van de ander', version: now.version })).body).toMatchObject({
      name: 'Van de ander',
    })
  })

  test('of ten changes of one version at the same moment one is made', async () => {
    const [{ version }] = (await owner('GET', '/teams')).body.items
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => owner('PATCH', `/teams/${given.teamId}`, { name: `Team ${i}`, version })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
  })

  test('a role and teams come back with an undo, and only an owner undoes what only an owner may do', async () => {
    const noor = await givenMember(h.deps, given.scope.organisationId, 'member')
    const teams = [{ teamId: given.teamId, role: 'lead' }]
    await owner('PATCH', `/members/${idOf(noor)}`, { role: 'owner', teams })
    const [change] = await changesOf(idOf(noor))
    expect(change).toMatchObject({ from: { role: 'member', teams: [] }, to: { role: 'owner', teams } })
    expect((await undo(change, admin)).status).toBe(403)
    expect((await undo(change)).status).toBe(204)
    const members: Member[] = (await owner('GET', '/members')).body.items
    expect(members.find(({ id }) => id === idOf(noor))).toMatchObject({ role: 'member', teams: [] })
  })

  test('the organisation’s own name, language and time zone are undone like the rest', async () => {
    await owner('PATCH', '/organisation', { timeZone: 'Europe/Berlin', locale: 'de' })
    const [change] = await changesOf(given.scope.organisationId)
    expect(change).toMatchObject({ from: { timeZone: 'Europe/Amsterdam', locale: 'nl' }, to: { timeZone: 'Europe/Berlin', locale: 'de' } })
    await undo(change)
    expect((await owner('GET', '/me')).body.organisation).toMatchObject({ timeZone: 'Europe/Amsterdam', locale: 'nl' })
  })

  test('an undo holds what was there before against what is true now', async () => {
    const company = (await owner('POST', '/teams', { name: 'Bedrijf', level: 'organisation' })).body
    await owner('PATCH', `/teams/${given.teamId}`, { parentId: company.id })
    await owner('PATCH', `/teams/${given.teamId}`, { parentId: null })
    const [moved] = await changesOf(given.teamId)
    await owner('DELETE', `/teams/${company.id}`)
    expect(await undo(moved)).toMatchObject({ status: 404, body: { errors: [{ path: 'parentId' }] } })
  })

  test('changes come page by page, newest first, and who is no admin sees none', async () => {
    for (const name of ['Een', 'Twee', 'Drie']) await owner('PATCH', `/teams/${given.teamId}`, { name })
    const first = (await owner('GET', '/settings/changes?limit=2')).body
    const second = (await owner('GET', `/settings/changes?limit=2&cursor=${first.next}`)).body
    expect([...first.items, ...second.items].map(({ to }: SettingChange) => to.name)).toEqual(['Drie', 'Twee', 'Een'])
    expect(second.next).toBeNull()
    const member = await givenMember(h.deps, given.scope.organisationId, 'member')
    expect((await as(member, 'GET', '/settings/changes')).status).toBe(403)
  })
})
