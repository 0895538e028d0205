import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { givenFeedback, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { mountCoverage } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  beforeAll(async () => {
    harness = await openHarness(open)
  })
  afterAll(() => harness.close())

  const idOf = ({ who }: Scope) => (who.kind === 'member' ? who.id : '')

  /** The directors, who lead a department with two teams: Winkel, which has a goal, and Magazijn, which has none. */
  const company = async () => {
    const given = await givenOrganisation(harness.deps)
    const { scope } = given
    const db = harness.deps.db.within(scope)
    const at = harness.deps.clock().toISOString()
    const team = async (name: string, level: string, parentId: string | null) => {
      const id = newId()
      await db.insertInto('teams', { id, name, level, parentId, createdAt: at }).execute()
      return id
    }
    const goal = async (title: string, teamId: string, parentId: string | null, more: object = {}) => {
      const id = newId()
      const plain = { why: null, memberId: null, replyWithinDays: 3, intake: null, public: 'true', createdAt: at, state: 'agreed' }
      await db.insertInto('goals', { ...plain, id, title, teamId, parentId, ...more }).execute()
      return id
    }
    const colleague = async (teamId: string | null, role: 'lead' | 'member' = 'member') => {
      const memberId = idOf(await givenMember(harness.deps, scope.organisationId, 'member'))
      if (teamId) await db.insertInto('teamMembers', { teamId, memberId, role }).execute()
      return memberId
    }
    await db.deleteFrom('goals').execute()
    await db.deleteFrom('teamMembers').execute()
    await db.deleteFrom('teams').execute()
    const top = await team('Directie', 'organisation', null)
    const sales = await team('Verkoop', 'department', top)
    const [shop, store] = [await team('Winkel', 'team', sales), await team('Magazijn', 'team', sales)]
    await db.insertInto('teamMembers', { teamId: top, memberId: given.ownerId, role: 'lead' }).execute()
    const purpose = await goal('Klanten komen terug', top, null, { ownerId: given.ownerId })
    const ask = askingAs(harness.deps, mountCoverage, scope)
    const read = async (query = '') => (await ask('GET', `/api/v1/coverage${query}`)).body
    const list = async (what: string, query: string) => (await ask('GET', `/api/v1/coverage/${what}?${query}`)).body.items
    const titles = async (gap: string) => (await list('goals', `gap=${gap}`)).map(({ title }: { title: string }) => title)
    return { ...given, db, at, top, sales, shop, store, purpose, goal, colleague, ask, read, list, titles }
  }

  test('counts the colleagues whose goal reaches the top in one unbroken chain, each once', async () => {
    const { goal, colleague, db, top, sales, shop, store, purpose, read, list } = await company()
    const fromSales = await goal('Meer vaste klanten', sales, purpose)
    await goal('Niemand wacht bij de kassa', shop, fromSales)
    const inTwo = await colleague(sales, 'lead')
    await db.insertInto('teamMembers', { teamId: shop, memberId: inTwo, role: 'member' }).execute()
    for (let i = 0; i < 4; i++) await colleague(shop)
    const packer = await colleague(store)
    const nowhere = await colleague(null)
    expect(await read()).toMatchObject({ people: 8, reached: 6, share: 6 / 8, goals: 3, teams: 4, since: '2025-12-02' })
    expect(await read(`?teamId=${sales}`)).toMatchObject({ people: 6, reached: 5, goals: 2, teams: 3 })
    expect(await read(`?teamId=${store}`)).toMatchObject({ people: 1, reached: 0, share: 0 })
    expect((await read()).gaps).toMatchObject({ people: { 'no-goal': 2, 'not-reaching': 0 }, teams: { 'no-goal': 1 } })
    expect((await list('people', 'gap=no-goal')).map(({ id }: { id: string }) => id).sort()).toEqual([packer, nowhere].sort())
    expect((await list('people', 'gap=no-goal')).find(({ id }: { id: string }) => id === packer).teams).toEqual([{ id: store, name: 'Magazijn' }])
    expect(await list('people', `gap=no-goal&teamId=${shop}`)).toEqual([])
    expect(await list('teams', 'gap=no-goal')).toMatchObject([{ id: store, name: 'Magazijn', hasGoal: false, people: 1 }])
    expect(await list('teams', '')).toMatchObject([{ id: top, hasTeams: true, people: 7, reached: 6 }])
    expect(await list('teams', `parentId=${sales}`)).toMatchObject([{ name: 'Magazijn' }, { name: 'Winkel', people: 5, reached: 5, hasTeams: false }])
  })

  test('a goal that has ended or that nobody agreed on yet breaks the chain, and is no goal to have', async () => {
    const { goal, colleague, db, sales, shop, purpose, read, list, titles } = await company()
    const fromSales = await goal('Meer vaste klanten', sales, purpose)
    await goal('Niemand wacht bij de kassa', shop, fromSales)
    await colleague(sales)
    const cashier = await colleague(shop)
    expect(await read()).toMatchObject({ people: 3, reached: 3 })
    for (const state of ['proposed', 'achieved', 'missed', 'stopped']) {
      await db.updateTable('goals').set({ state }).where('id', '=', fromSales).execute()
      expect(await read(), state).toMatchObject({ reached: 1, goals: 2, gaps: { people: { 'no-goal': 1, 'not-reaching': 1 } } })
      expect(await titles('loose')).toEqual(['Niemand wacht bij de kassa'])
      expect(await list('people', 'gap=not-reaching')).toMatchObject([{ id: cashier }])
    }
    await db.updateTable('goals').set({ state: 'agreed' }).where('id', '=', fromSales).execute()
    expect(await read()).toMatchObject({ reached: 3 })
  })

  test('a goal of one person is theirs and its owner’s, and not their team’s', async () => {
    const { goal, colleague, shop, purpose, read, list } = await company()
    const [mine, coach, other] = [await colleague(shop), await colleague(null), await colleague(shop)]
    await goal('Ik leer de kassa', shop, purpose, { memberId: mine, ownerId: coach })
    expect(await read()).toMatchObject({ people: 4, reached: 3 })
    expect(await list('people', 'gap=no-goal')).toMatchObject([{ id: other }])
    expect((await list('teams', 'gap=no-goal')).map(({ name }: { name: string }) => name)).toContain('Winkel')
  })

  test('who has left no longer counts, and their goals are without an owner at once', async () => {
    const { goal, colleague, db, at, shop, purpose, read, titles } = await company()
    const owner = await colleague(shop)
    await goal('Niemand wacht bij de kassa', shop, purpose, { ownerId: owner })
    await goal('Ik leer de kassa', shop, purpose, { memberId: owner })
    expect(await titles('no-owner')).toEqual([])
    expect(await read()).toMatchObject({ people: 2, reached: 2 })
    await db.updateTable('members').set({ deactivatedAt: at }).where('id', '=', owner).execute()
    expect(await titles('no-owner')).toEqual(['Ik leer de kassa', 'Niemand wacht bij de kassa'])
    expect(await read()).toMatchObject({ people: 1, reached: 1, gaps: { goals: { 'no-owner': 2 } } })
  })

  test('tells of each team what counting everybody below it one by one tells, whoever is in several teams, in none, or has left', async () => {
    const { goal, colleague, db, at, top, sales, shop, store, purpose, read, ownerId } = await company()
    const below = new Map([
      [top, [top, sales, shop, store]],
      [sales, [sales, shop, store]],
      [shop, [shop]],
      [store, [store]],
    ])
    const people = [{ id: ownerId, teams: [top], left: false }]
    for (let at = 0; at < 32; at++) {
      const teams = [sales, shop, store].filter((_, bit) => at & (1 << bit))
      const id = await colleague(null)
      for (const teamId of teams) await db.insertInto('teamMembers', { teamId, memberId: id, role: 'member' }).execute()
      people.push({ id, teams, left: at >= 24 })
    }
    const having = new Map([[ownerId, true]])
    const ownedBy = async (place: number, teamId: string, reaches: boolean, more: object = {}) => {
      const { id = '', left } = people[place] ?? {}
      await goal(`Streven ${place}`, teamId, reaches ? purpose : null, { memberId: id, ownerId: id, ...more })
      if (!left) having.set(id, reaches)
    }
    // Of a whole team, that leads nowhere; of people in one team, in all, in none and gone; and of who answers for another's.
    await goal('Alles netjes', shop, null)
    await ownedBy(3, shop, true)
    await ownedBy(8, store, true)
    await ownedBy(5, store, false)
    await ownedBy(1, sales, true, { memberId: null })
    await ownedBy(32, store, true)
    for (const { id } of people.filter(({ left }) => left)) await db.updateTable('members').set({ deactivatedAt: at }).where('id', '=', id).execute()

    const withGoal = [top, sales, shop]
    const reaching = [top, sales]
    for (const [teamId, inside] of [...below, [undefined, null] as const]) {
      const counted = people.filter(({ left, teams }) => !left && (inside === null || teams.some((id) => inside.includes(id))))
      const reached = counted.filter(({ id, teams }) => having.get(id) || teams.some((id) => reaching.includes(id)))
      const none = counted.filter(({ id, teams }) => !having.has(id) && !teams.some((id) => withGoal.includes(id)))
      expect(await read(teamId ? `?teamId=${teamId}` : ''), `below ${teamId}`).toMatchObject({
        people: counted.length,
        reached: reached.length,
        gaps: { people: { 'no-goal': none.length, 'not-reaching': counted.length - reached.length - none.length } },
      })
    }
  })

  test('tells of each goal what it lacks: a measure, feedback, a How for the feedback', async () => {
    const given = await company()
    const { goal, db, at, shop, purpose, titles, read } = given
    const quiet = await goal('Stil', shop, purpose)
    const heard = await goal('Gehoord', shop, purpose)
    const measure = { name: 'Wachttijd', unit: 'min', direction: 'down', baseline: null, target: null, source: 'entered', createdAt: at }
    for (const goalId of [quiet, given.purpose]) await db.insertInto('measures', { ...measure, id: newId(), goalId }).execute()
    await givenFeedback(harness.deps, { ...given, goalId: heard })
    await givenFeedback(harness.deps, { ...given, goalId: quiet }, { status: 'spam' })
    expect(await titles('no-measure')).toEqual(['Gehoord'])
    expect(await titles('no-feedback')).toEqual(['Klanten komen terug', 'Stil'])
    expect(await titles('no-initiative')).toEqual(['Gehoord'])
    const how = { goalId: heard, title: 'Tweede kassa', plan: null, notes: null, createdBy: null, proposedBy: 'Sam', createdAt: at, endedAt: null }
    const id = newId()
    await db.insertInto('initiatives', { ...how, id, state: 'proposed' }).execute()
    expect(await titles('no-initiative')).toEqual(['Gehoord'])
    await db.updateTable('initiatives').set({ state: 'planned' }).where('id', '=', id).execute()
    expect(await titles('no-initiative')).toEqual([])
    expect((await read()).gaps.goals).toEqual({ loose: 0, 'no-measure': 1, 'no-feedback': 2, 'no-initiative': 0, 'no-owner': 2 })
    await db.updateTable('feedbackItems').set({ submittedAt: '2025-11-30T12:00:00.000Z' }).execute()
    expect(await titles('no-feedback')).toContain('Gehoord')
  })

  test('lists come page by page, each once, and know only their own organisation’s teams', async () => {
    const { goal, colleague, shop, purpose, ask } = await company()
    const other = await company()
    for (const title of ['b', 'a', 'c', 'a', 'd']) await goal(title, shop, purpose)
    for (let i = 0; i < 5; i++) await colleague(null)
    for (const [what, gap, count] of [
      ['goals', 'no-measure', 6],
      ['people', 'no-goal', 5],
      ['teams', 'no-goal', 2],
    ] as const) {
      const seen: string[] = []
      for (let cursor = ''; ; ) {
        const { body } = await ask('GET', `/api/v1/coverage/${what}?gap=${gap}&limit=2${cursor && `&cursor=${cursor}`}`)
        seen.push(...body.items.map(({ id }: { id: string }) => id))
        if (body.next === null) break
        cursor = body.next
      }
      expect([what, new Set(seen).size, seen.length]).toEqual([what, count, count])
    }
    for (const path of ['', '/people?gap=no-goal&', '/goals?gap=loose&', '/teams?'])
      expect((await ask('GET', `/api/v1/coverage${path || '?'}teamId=${other.shop}`)).status, path).toBe(404)
    expect((await ask('GET', `/api/v1/coverage/teams?parentId=${other.shop}`)).status).toBe(404)
  })

  test('an organisation without anyone in it has no share', async () => {
    const { db, at, read } = await company()
    await db.updateTable('members').set({ deactivatedAt: at }).execute()
    expect(await read()).toMatchObject({ people: 0, share: null })
  })
})
