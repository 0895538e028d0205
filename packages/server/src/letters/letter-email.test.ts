import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenFeedback } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Lettering, openLettering } from '../../test/lettering.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { routeFeedback } from '../feedback/triage.ts'
import { readTeamPage } from '../team-pages/read-team-page.ts'

describe.each(engines)('$engine', ({ open }) => {
  let company: Lettering
  let colleague: Scope

  beforeEach(async () => {
    company = await openLettering(open)
    ;[colleague] = (await company.people(1, company.given.teamId)) as [Scope]
    await company.choose(company.given.teamId)
  })
  afterEach(() => company.harness.close())

  const monday = async () => {
    // The next Monday, half an hour after eight on the clock of the organisation.
    const now = company.deps.clock()
    const at = new Date(now)
    at.setUTCDate(at.getUTCDate() + (8 - (at.getUTCDay() || 7)))
    at.setUTCHours(7, 30, 0, 0)
    company.harness.pass({ seconds: (at.getTime() - now.getTime()) / 1000 })
    await company.work()
    return company.mailTo(colleague).at(-1)
  }
  const preview = async (teamId = company.given.teamId) => (await company.askAs(colleague)('GET', `/api/v1/letters/${teamId}/preview`)).body

  test('a letter holds what customers said, who waits, what was answered, what moved and a goal to talk about', async () => {
    const { mine, given, harness } = company
    await company.compliment('Snel en vriendelijk geholpen, de remmen doen het weer.')
    await company.compliment('Fijn dat jullie belden.')
    await mine.updateTable('goals').set({ why: 'Wie **zonder fiets** zit, mist de trein.' }).where('id', '=', given.goalId).execute()
    const late = await givenFeedback(company.deps, given, { message: 'Mijn fiets is nog niet klaar' })
    const soon = await givenFeedback(company.deps, given, { message: 'Wanneer kan ik hem halen?' })
    await mine.updateTable('feedbackItems').set({ replyBy: '2026-03-05T16:00:00.000Z' }).where('id', '=', late.id).execute()
    await mine.updateTable('feedbackItems').set({ replyBy: '2026-03-13T16:00:00.000Z' }).where('id', '=', soon.id).execute()
    const measure = { name: 'Klaar op de dag', unit: '%', direction: 'up', source: 'entered', baseline: null, target: null, goalId: given.goalId }
    await mine.insertInto('measures', { ...measure, id: 'm', createdAt: company.deps.clock().toISOString() }).execute()
    await mine
      .insertInto('measurePoints', [
        { measureId: 'm', at: '2026-03-01T00:00:00.000Z', value: 71.5 },
        { measureId: 'm', at: '2026-03-07T00:00:00.000Z', value: 83 },
      ])
      .execute()
    const outcomeId = newId()
    const outcome = { goalId: given.goalId, kind: 'done', title: 'Een tweede plakbank', did: 'Er staat een tweede.', better: null, next: null }
    await mine
      .insertInto('outcomes', {
        ...{ ...outcome, id: outcomeId, locale: 'nl', translations: '{}', publicAt: null, createdBy: null, publishAt: null },
        ...{ createdAt: '2026-03-04T10:00:00.000Z', publishedAt: '2026-03-04T10:00:00.000Z' },
      })
      .execute()
    const told = await givenFeedback(company.deps, given, { message: 'Mijn band is lek', status: 'answered' })
    await mine
      .updateTable('feedbackItems')
      .set({ outcomeId, helped: 'yes', reactedAt: '2026-03-05T10:00:00.000Z' })
      .where('id', '=', told.id)
      .execute()
    const mail = await monday()
    expect(mail?.subject).toBe('Werkplaats: 2 complimenten deze week')
    for (const words of [
      '> Snel en vriendelijk geholpen, de remmen doen het weer.',
      '> Fijn dat jullie belden.',
      'Eén klant wacht al langer dan beloofd.',
      'Eén klant hoort binnen een week van jullie.',
      '– ‘Wanneer kan ik hem halen?’, uiterlijk vrijdag 13 maart',
      '– Een tweede plakbank: één klant hoorde het.',
      'Van 1 die reageerden, zei er één dat het hielp.',
      '– Klaar op de dag: van 71,5 naar 83 %, en dat is beter.',
      'Jullie doel: Elke fiets binnen een dag klaar.',
      'Wie zonder fiets zit, mist de trein.',
      'Stop de weekbrief:',
    ])
      expect(mail?.text).toContain(words)
    expect(harness.mails).toHaveLength(2)
  })

  test('each letter tells what came since the one before, once', async () => {
    await company.compliment('De eerste week')
    expect((await monday())?.text).toContain('De eerste week')
    await company.compliment('De tweede week')
    const second = await monday()
    expect(second?.text).toContain('De tweede week')
    expect(second?.text).not.toContain('De eerste week')
  })

  test('nothing in it tells who a customer is', async () => {
    await company.compliment(
      'Dank aan Jan! Bel Ada Lovelace gerust op 06-1234 5678 of mail ada@example.nl. NL91 ABNA 0417 1643 00, https://bakker.example/f/geheim',
      {
        name: 'Ada Lovelace',
      },
    )
    const mail = await monday()
    for (const telling of ['Ada', 'Lovelace', '1234', '5678', 'example.nl', 'ABNA', 'geheim'])
      expect(`${mail?.text} ${mail?.html}`.split('href').join('')).not.toContain(telling)
    expect(mail?.text).toContain('Dank aan Jan!')
  })

  test('what is spam, erased or another team’s is not in it', async () => {
    const { mine } = company
    const other = await company.goal('Een ander doel', await company.team('Anderen'))
    const spam = await company.compliment('Koop nu een horloge')
    const erased = await company.compliment('Dit is gewist')
    await company.compliment('Over een ander team', { goalId: other })
    await mine.updateTable('feedbackItems').set({ status: 'spam' }).where('id', '=', spam).execute()
    await mine.updateTable('feedbackItems').set({ erasedAt: 'x', message: '' }).where('id', '=', erased).execute()
    expect((await monday())?.text).toContain('Een stille week.')
  })

  test('a compliment that was routed later stands in the letter of the week in which it reached its team, once, and on the team’s page of that week', async () => {
    const other = await company.goal('Blije klanten', company.given.teamId)
    const id = await company.compliment('Wat een fijne monteur!')
    const { mine, given, deps, harness } = company
    await mine.updateTable('feedbackItems').set({ goalId: null, status: 'received' }).where('id', '=', id).execute()
    const first = await monday()
    expect(first?.text ?? '').not.toContain('Wat een fijne monteur!')
    harness.pass({ days: 2 })
    await routeFeedback(deps, given.scope, { id, goalId: other })
    const { compliments } = (await readTeamPage(deps, given.scope, given.teamId)) ?? { compliments: { items: [] } }
    expect(compliments.items.map(({ words }) => words)).toEqual(['Wat een fijne monteur!'])
    const second = await monday()
    expect(second?.subject).toBe('Werkplaats: een compliment deze week')
    expect(second?.text).toContain('Wat een fijne monteur!')
    expect((await monday())?.text).not.toContain('Wat een fijne monteur!')
  })

  test('the letter of a department holds the compliments of its teams', async () => {
    const shops = await company.team('Winkels', null, 'department')
    const zwolle = await company.team('Zwolle', shops)
    const goal = await company.goal('Iedereen geholpen', zwolle)
    await company.compliment('Wat een fijne winkel', { goalId: goal })
    const { text } = await preview(shops)
    expect(text).toContain('> Wat een fijne winkel')
  })

  test('a team with neither news nor a goal gets no letter', async () => {
    await company.mine.updateTable('goals').set({ state: 'stopped' }).execute()
    expect(await preview()).toBeNull()
    expect(await monday()).toBeUndefined()
    expect((await company.letters()).map(({ reason }) => reason)).toEqual(['not-wanted', 'not-wanted'])
  })

  test('the goals of a team take turns, and come back with another question', async () => {
    await company.goal('Niemand wacht langer dan een minuut', company.given.teamId)
    const talked: string[] = []
    for (let week = 0; week < 4; week++)
      talked.push(
        /Jullie doel: ([^.]+)\.\n\n(.+)/
          .exec((await monday())?.text ?? '')
          ?.slice(1)
          .join(' | ') ?? '',
      )
    expect(new Set(talked).size).toBe(4)
    expect(talked.map((line) => line.split(' | ')[0])).toEqual([talked[0], talked[1], talked[0], talked[1]].map((line) => line?.split(' | ')[0]))
  })

  test('it is in the language that the team picked, unless its reader picked one', async () => {
    await company.choose(company.given.teamId, { locale: 'en' })
    expect((await monday())?.text).toContain('You get this letter because you are in Werkplaats.')
    await company.mine.updateTable('members').set({ locale: 'nl' }).where('id', '=', company.idOf(colleague)).execute()
    expect((await monday())?.text).toContain('Je krijgt deze brief omdat je in Werkplaats zit.')
  })

  test('its lines are short enough for every mail program, and its preview is the letter itself', async () => {
    await company.compliment('Woord '.repeat(300))
    const { text, subject } = await preview()
    expect(subject).toBe('Werkplaats: een compliment deze week')
    const longest = Math.max(
      ...text
        .split('\n')
        .filter((line: string) => !line.includes('http'))
        .map((line: string) => line.length),
    )
    expect(longest).toBeLessThanOrEqual(72)
    const page = await company.askAs(colleague)('GET', `/api/v1/letters/${company.given.teamId}/preview/html`)
    expect(page.body).toContain('Woord Woord')
    expect(page.body).not.toContain('<script')
  })
})
