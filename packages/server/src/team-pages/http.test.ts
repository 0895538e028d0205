import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import { createShareLink, revokeShareLink } from '../stories/share.ts'

interface Page {
  status: number
  body: string
  headers: Headers
}

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  beforeAll(async () => {
    h = await openHarness(open)
  })
  afterAll(() => h.close())

  const teamPage = async (harness = h) => {
    const given = await givenOrganisation(harness.deps)
    const db = harness.deps.db.within(given.scope)
    const link = await createShareLink(harness.deps, given.scope, { kind: 'team-page', teamId: given.teamId })
    const path = new URL(link.url).pathname
    const get = (more = '') => harness.request('GET', path + more) as Promise<Page>
    const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      harness.request('POST', path, {
        body: new URLSearchParams({
          key: 'een',
          about: `goal:${given.goalId}`,
          text: 'Een tweede pomp bij de deur',
          name: 'Sam',
          ...fields,
        }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      }) as Promise<Page>
    const initiatives = () => db.selectFrom('initiatives').selectAll().orderBy('createdAt').orderBy('id').execute()
    const comments = () => db.selectFrom('comments').select(['aboutId', 'memberId', 'author', 'text']).execute()
    return { ...given, db, link, path, get, send, initiatives, comments }
  }

  const says = async (given: Given, message: string, more: object = {}) => {
    const { id } = await givenFeedback(h.deps, given, { message, email: 'ada.jansen@example.nl' })
    await h.deps.db
      .within(given.scope)
      .updateTable('feedbackItems')
      .set({ attributes: '{"klantnummer":"geheim-7"}', pageUrl: 'https://bakker.example/mijn/geheim-8', ...more })
      .where('id', '=', id)
      .execute()
  }

  test('shows the team’s goals, how they are reached, this week’s compliments and the open voices', async () => {
    const page = await teamPage()
    const { db, goalId, teamId } = page
    const at = h.deps.clock().toISOString()
    await db.updateTable('goals').set({ why: 'Wie zonder fiets zit, _mist_ de trein.' }).where('id', '=', goalId).execute()
    await db.insertInto('initiatives', { id: newId(), goalId, title: 'Remmenspreekuur', state: 'started', createdAt: at }).execute()
    await db.insertInto('initiatives', { id: newId(), goalId, title: 'Al klaar', state: 'finished', createdAt: at }).execute()
    const other = { why: null, teamId, memberId: page.ownerId, replyWithinDays: 3, intake: null, public: 'true', createdAt: at }
    await db.insertInto('goals', { ...other, id: newId(), title: 'Alleen van Robin' }).execute()
    await says(page, 'Zo vriendelijk geholpen', { kind: 'compliment', status: 'answered' })
    await says(page, 'Lang geleden fijn', { kind: 'compliment', status: 'answered', submittedAt: '2026-02-20T09:00:00.000Z' })
    await says(page, 'Mijn rem piept nog steeds')
    await says(page, 'Dit is al beantwoord', { status: 'answered' })
    await says(page, 'Dit is spam', { status: 'spam' })
    await says(page, 'Dit is gewist', { erasedAt: at })
    const { status, body } = await page.get()
    expect(status).toBe(200)
    for (const shown of [
      'Elke fiets binnen een dag klaar',
      '<em>mist</em>',
      'Remmenspreekuur',
      'Zo vriendelijk geholpen',
      'Mijn rem piept nog steeds',
      '1 open stem',
    ])
      expect(body).toContain(shown)
    for (const hidden of ['Al klaar', 'Alleen van Robin', 'Lang geleden', 'beantwoord<', 'spam', 'gewist']) expect(body).not.toContain(hidden)
  })

  test('tells nothing of who customers are: no name, address, number, attribute or page, and long words are cut', async () => {
    const page = await teamPage()
    await says(page, `Ada hier. Mail ada@thuis.example of bel 06 1234 5678. ${'Al weken wacht ik. '.repeat(40)}EINDE`)
    const { body } = await page.get()
    expect(body).toContain('[…] hier. Mail […] of bel […].')
    expect(body).not.toMatch(/Ada|jansen|thuis\.example|5678|geheim|EINDE/)
  })

  test('works without a script, and no cache or search engine keeps it', async () => {
    const page = await teamPage()
    for (const more of ['', '/poster', '/qr.svg']) {
      const { status, body, headers } = await page.get(more)
      expect([more, status]).toEqual([more, 200])
      expect(body).not.toMatch(/<script|style="/)
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('X-Robots-Tag')).toContain('noindex')
    }
    expect((await page.get('/qr.svg')).headers.get('Content-Type')).toContain('image/svg+xml')
    expect((await page.get('/poster')).body).toContain(page.link.url)
  })

  test('a colleague proposes how to reach a goal under their first name', async () => {
    const { send, initiatives, comments, get, goalId, db } = await teamPage()
    const sent = await send({})
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, expect.stringContaining('?done=proposed#idea')])
    expect(await initiatives()).toMatchObject([
      { goalId, title: 'Een tweede pomp bij de deur', state: 'proposed', proposedBy: 'Sam', createdBy: null },
    ])
    expect(await comments()).toEqual([])
    expect((await get('?done=proposed')).body).toContain('Dank je. Je idee staat bij het team als voorstel.')
    expect((await get()).body).toContain('voorstel van Sam')
    const event = await db.selectFrom('events').select('detail').where('type', '=', 'initiative.proposed').executeTakeFirstOrThrow()
    expect(JSON.parse(event.detail)).toMatchObject({ name: 'Sam' })
  })

  test('a long idea has its first sentence as its title and all of it under that', async () => {
    const { send, initiatives, comments } = await teamPage()
    const text = 'Zet een pomp bij de deur. Dan hoeft niemand te wachten, en de balie blijft vrij.'
    await send({ text })
    const [made] = await initiatives()
    expect(made?.title).toBe('Zet een pomp bij de deur.')
    expect(await comments()).toEqual([{ aboutId: made?.id, memberId: null, author: 'Sam', text }])
  })

  test('a colleague adds to what is running, and to nothing of another team', async () => {
    const { send, initiatives, comments, db, goalId } = await teamPage()
    const other = await teamPage()
    const [mine, theirs, ended] = [newId(), newId(), newId()]
    const how = { title: 'Remmenspreekuur', createdAt: h.deps.clock().toISOString() }
    await db.insertInto('initiatives', { ...how, id: mine, goalId, state: 'started' }).execute()
    await db.insertInto('initiatives', { ...how, id: ended, goalId, state: 'stopped' }).execute()
    await other.db.insertInto('initiatives', { ...how, id: theirs, goalId: other.goalId, state: 'started' }).execute()
    expect((await send({ about: `initiative:${mine}`, text: 'Ook op zaterdag' })).headers.get('Location')).toContain('?done=added')
    expect(await comments()).toEqual([{ aboutId: mine, memberId: null, author: 'Sam', text: 'Ook op zaterdag' }])
    for (const about of [`initiative:${theirs}`, `initiative:${ended}`, `goal:${other.goalId}`, 'goal:nowhere']) {
      const refused = await send({ about, text: 'Dit blijft staan' })
      expect([about, refused.status]).toEqual([about, 422])
      expect(refused.body).toContain('Dit blijft staan')
    }
    expect([(await comments()).length, (await initiatives()).length, (await other.comments()).length]).toEqual([1, 2, 0])
  })

  test('a form that is sent twice counts once; other words from the same form are another idea', async () => {
    const { send, initiatives } = await teamPage()
    await send({})
    await send({})
    expect(await initiatives()).toHaveLength(1)
    await send({ text: 'En een bankje' })
    expect(await initiatives()).toHaveLength(2)
  })

  test('says what is missing, and keeps what was typed', async () => {
    const { send, initiatives } = await teamPage()
    const wrong = [
      [{ about: '' }, 'Kies eerst waar het over gaat.'],
      [{ text: '  ' }, 'Schrijf eerst wat we zouden kunnen doen.'],
      [{ text: 'x'.repeat(2001) }, 'Dit is te lang.'],
      [{ name: '' }, 'Vul je voornaam in'],
      [{ name: 'x'.repeat(41) }, 'Een voornaam heeft hooguit 40 tekens.'],
    ] as const
    for (const [fields, said] of wrong) {
      const { status, body } = await send(fields)
      expect([said, status]).toEqual([said, 422])
      expect(body).toContain(said)
      if (!('text' in fields)) expect(body).toContain('Een tweede pomp bij de deur')
    }
    expect(await initiatives()).toEqual([])
  })

  test('a script that fills in what nobody sees, and a page of another site, change nothing', async () => {
    const { send, initiatives } = await teamPage()
    expect((await send({ website: 'https://spam.example' })).status).toBe(303)
    expect((await send({}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await send({}, { Origin: 'https://evil.example' })).status).toBe(403)
    expect(await initiatives()).toEqual([])
  })

  test('a link that was revoked says so kindly, and takes nothing any more', async () => {
    const { scope, link, get, send, initiatives } = await teamPage()
    await revokeShareLink(h.deps, scope, link.id)
    for (const more of ['', '/poster', '/qr.svg']) expect((await get(more)).status).toBe(404)
    expect((await get()).body).toMatch(/no longer works|werkt niet meer/)
    expect((await send({})).status).toBe(404)
    expect(await initiatives()).toEqual([])
  })

  test('one address sends no more than a shift would, and keeps what was typed', async () => {
    const limited = await openHarness(open, { RATE_LIMIT: 'on' })
    const { send, initiatives } = await teamPage(limited)
    for (let i = 0; i < 20; i++) expect((await send({ text: `Idee ${i}` })).status).toBe(303)
    const refused = await send({ text: 'Idee te veel' })
    expect(refused.status).toBe(429)
    expect(refused.body).toContain('Idee te veel')
    expect(await initiatives()).toHaveLength(20)
    await limited.close()
  })
})
