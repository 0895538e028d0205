import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { givenFeedback, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { mountStories } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  beforeAll(async () => {
    h = await openHarness(open)
  })
  afterAll(() => h.close())

  /** An organisation with one team under its top, each with a goal. */
  const company = async () => {
    const given = await givenOrganisation(h.deps)
    const db = h.deps.db.within(given.scope)
    const at = h.deps.clock().toISOString()
    const topId = newId()
    await db.insertInto('teams', { id: topId, name: 'Directie', level: 'organisation', parentId: null, createdAt: at }).execute()
    await db.updateTable('teams').set({ parentId: topId }).where('id', '=', given.teamId).execute()
    const goal = async (title: string, teamId: string, parentId: string | null, more: object = {}) => {
      const id = newId()
      const plain = { why: null, memberId: null, replyWithinDays: 3, intake: null, public: 'true', createdAt: at, state: 'agreed' }
      await db.insertInto('goals', { ...plain, id, title, teamId, parentId, ...more }).execute()
      return id
    }
    const purpose = await goal('Klanten komen terug', topId, null, {
      why: 'Wie **terugkomt**, vertelt het door.\n\n- thuis\n- op het werk',
      target: 'acht van de tien',
    })
    await db.updateTable('goals').set({ parentId: purpose }).where('id', '=', given.goalId).execute()
    const ask = askingAs(h.deps, mountStories, given.scope)
    const story = async (query = '') => (await ask('GET', `/api/v1/story${query}`)).body
    const outcome = async (goalId: string, title: string, more: object = {}) => {
      const words = { kind: 'done', title, did: 'Dat deden we.', locale: 'nl', translations: '{"en":{"title":"In English","did":"We did."}}' }
      await db.insertInto('outcomes', { ...words, id: newId(), goalId, publicAt: at, createdAt: at, publishedAt: at, ...more }).execute()
    }
    return { ...given, db, at, topId, purpose, goal, ask, story, outcome }
  }

  const compliment = async (given: Awaited<ReturnType<typeof company>>, message: string, says: object = {}) => {
    const { id, customerId } = await givenFeedback(h.deps, given, { message, ...says })
    await given.db.updateTable('feedbackItems').set({ kind: 'compliment' }).where('id', '=', id).execute()
    return { id, customerId }
  }

  const page = async (link: { url: string }) =>
    h.request('GET', new URL(link.url).pathname) as Promise<{ status: number; body: string; headers: Headers }>

  test('tells why, what contributes to it, how it goes, and what customers said and heard in the past month', async () => {
    const given = await company()
    const { db, at, goalId, purpose, teamId, story, outcome, goal } = given
    const measure = { name: 'Op tijd klaar', unit: '%', direction: 'up', baseline: 70, target: 95, source: 'entered', createdAt: at }
    const measureId = newId()
    await db.insertInto('measures', { ...measure, id: measureId, goalId }).execute()
    for (const [month, value] of [
      ['01', 70],
      ['02', 83],
    ] as const)
      await db.insertInto('measurePoints', { measureId, at: `2026-${month}-01T00:00:00.000Z`, value }).execute()
    const counted = { name: 'Complimenten', unit: 'aantal', direction: 'up', source: 'computed', computed: JSON.stringify({ metric: 'compliments' }) }
    await db.insertInto('measures', { ...counted, id: newId(), goalId, createdAt: `${at}a` }).execute()
    await compliment(given, 'Wat een snelle werkplaats! Groet, Ada', { email: 'ada@example.nl' })
    await compliment(given, 'Ook zonder doel fijn', { goalId: null })
    await compliment(given, 'Spam', { status: 'spam' })
    await outcome(goalId, 'We bellen je')
    await outcome(goalId, 'Alleen voor de klanten zelf', { publicAt: null })
    await outcome(goalId, 'Van vorig jaar', { publishedAt: '2025-12-01T00:00:00.000Z' })
    await goal('Nog niet afgesproken', teamId, purpose, { state: 'proposed' })
    await goal('Net behaald', teamId, purpose, { state: 'achieved', endedAt: at })
    await goal('Lang behaald', teamId, purpose, { state: 'achieved', endedAt: '2025-01-01T00:00:00.000Z' })
    await goal('Van een persoon', teamId, purpose, { memberId: given.ownerId })
    const titles = (some: { items: { title: string }[] }) => some.items.map(({ title }) => title)
    const whole = await story()
    expect(whole).toMatchObject({ organisation: 'Bakker Fietsen', team: null, mayShare: true })
    expect(titles(whole.goals)).toEqual(['Klanten komen terug'])
    expect(titles(whole.below)).toEqual(['Elke fiets binnen een dag klaar', 'Net behaald'])
    expect(whole.measures.items).toMatchObject([
      { name: 'Op tijd klaar', baseline: 70, target: 95, points: [{ value: 70 }, { value: 83 }] },
      { name: 'Complimenten', points: expect.arrayContaining([expect.objectContaining({ value: 2 })]) },
    ])
    expect(whole.compliments.items.map(({ words }: { words: string }) => words).sort()).toEqual([
      'Ook zonder doel fijn',
      'Wat een snelle werkplaats! Groet, […]',
    ])
    expect(titles(whole.outcomes)).toEqual(['We bellen je'])
    const team = await story(`?teamId=${teamId}`)
    expect(team.team).toEqual({ id: teamId, name: 'Werkplaats' })
    expect(titles(team.goals)).toEqual(['Elke fiets binnen een dag klaar'])
    expect(team.compliments).toMatchObject({ more: 0, items: [{ team: 'Werkplaats' }] })
    h.pass({ days: 31 })
    const later = await story()
    expect([later.compliments, later.outcomes]).toEqual([
      { items: [], more: 0 },
      { items: [], more: 0 },
    ])
  })

  test('says of what does not fit how much more there is', async () => {
    const given = await company()
    for (let i = 0; i < 12; i++) await given.goal(`Doel ${i}`, given.teamId, given.purpose)
    for (let i = 0; i < 7; i++) await compliment(given, `Goed ${i} ${'heel '.repeat(80)}`)
    const story = await given.story()
    expect([story.below.items.length, story.below.more]).toEqual([8, 5])
    expect([story.compliments.items.length, story.compliments.more]).toEqual([4, 3])
    expect([...story.compliments.items[0].words].length).toBeLessThanOrEqual(180)
  })

  test('a story is opened with its link by who has no account, without a script, and no search engine finds it', async () => {
    const given = await company()
    const { ask, teamId } = given
    await compliment(given, 'Bel me op 06-12345678, het was <b>geweldig</b>')
    const { body: link, status } = await ask('POST', '/api/v1/share-links', { kind: 'story' })
    expect([status, new URL(link.url).pathname]).toEqual([201, expect.stringMatching(/^\/s\/[\w-]{64}$/)])
    const opened = await page(link)
    expect(opened.status).toBe(200)
    expect(opened.body).toContain('Klanten komen terug')
    expect(opened.body).toContain('<strong>terugkomt</strong>')
    expect(opened.body).toContain('&lt;b>geweldig')
    expect(opened.body).not.toMatch(/12345678|<script|style=|<b>/)
    expect(opened.headers.get('X-Robots-Tag')).toContain('noindex')
    expect(opened.headers.get('Cache-Control')).toBe('no-store')
    const ofTeam = await ask('POST', '/api/v1/share-links', { kind: 'story', teamId })
    expect((await page(ofTeam.body)).body).toContain('Werkplaats')
  })

  test('the page speaks the language of the organisation', async () => {
    const { ask, scope, outcome, goalId } = await company()
    await outcome(goalId, 'We bellen je')
    const { body: link } = await ask('POST', '/api/v1/share-links', { kind: 'story' })
    expect((await page(link)).body).toContain('Waar we het voor doen')
    await h.deps.db.everywhere.updateTable('organisations').set({ locale: 'en' }).where('id', '=', scope.organisationId).execute()
    const { body } = await page(link)
    expect(body).toContain('What we do it for')
    expect(body).toContain('In English')
    expect((await ask('GET', '/api/v1/story/page')).body).toBe(body)
  })

  test('a link that was revoked, or replaced by a new one, says so kindly and tells nothing', async () => {
    const { ask } = await company()
    const make = async () => (await ask('POST', '/api/v1/share-links', { kind: 'story' })).body
    const [first, second] = [await make(), await make()]
    expect((await ask('GET', '/api/v1/share-links?kind=story')).body.link).toMatchObject({ id: second.id, url: second.url, createdBy: 'Robin owner' })
    const gone = await page(first)
    expect([gone.status, gone.body]).toEqual([404, expect.stringMatching(/no longer works|werkt niet meer/)])
    expect(gone.body).not.toContain('Bakker')
    expect((await page(second)).status).toBe(200)
    expect((await ask('DELETE', `/api/v1/share-links/${second.id}`)).status).toBe(204)
    expect((await page(second)).status).toBe(404)
    expect((await ask('GET', '/api/v1/share-links?kind=story')).body).toEqual({ link: null })
    expect((await ask('DELETE', `/api/v1/share-links/${second.id}`)).status).toBe(404)
  })

  test('links are made by leads of the team, owners and admins, and seen by nobody else', async () => {
    const { scope, teamId, topId, db } = await company()
    const { organisationId } = scope
    const inTeam = async (role: 'lead' | 'member', memberRole: 'member' | 'viewer' = 'member') => {
      const person = await givenMember(h.deps, organisationId, memberRole)
      await db.insertInto('teamMembers', { teamId, memberId: person.who.kind === 'member' ? person.who.id : '', role }).execute()
      return person
    }
    const tries = async (asked: Scope, link: object) => {
      const ask = askingAs(h.deps, mountStories, asked)
      const query = new URLSearchParams(link as Record<string, string>)
      return [(await ask('POST', '/api/v1/share-links', link)).status, (await ask('GET', `/api/v1/share-links?${query}`)).status]
    }
    const key: Scope = { organisationId, who: { kind: 'api-key', id: newId(), name: 'Kassa', role: 'admin' } }
    const lead = await inTeam('lead')
    for (const asked of [await givenMember(h.deps, organisationId, 'admin'), key, lead]) {
      expect(await tries(asked, { kind: 'story', teamId })).toEqual([201, 200])
      expect(await tries(asked, { kind: 'team-page', teamId })).toEqual([201, 200])
    }
    for (const asked of [await inTeam('member'), await givenMember(h.deps, organisationId, 'member')])
      expect(await tries(asked, { kind: 'story', teamId })).toEqual([403, 403])
    expect(await tries(await inTeam('lead', 'viewer'), { kind: 'story', teamId })).toEqual([403, 403])
    expect(await tries(lead, { kind: 'story' })).toEqual([403, 403])
    expect(await tries(lead, { kind: 'team-page', teamId: topId })).toEqual([403, 403])
    expect(await tries(scope, { kind: 'team-page' })).toEqual([400, 400])
    const ofTop = (await askingAs(h.deps, mountStories, scope)('POST', '/api/v1/share-links', { kind: 'story', teamId: topId })).body
    expect((await askingAs(h.deps, mountStories, lead)('DELETE', `/api/v1/share-links/${ofTop.id}`)).status).toBe(403)
    expect((await page(ofTop)).status).toBe(200)
  })
})
