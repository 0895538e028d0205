import type { FeedbackItem, MineThread } from '@klankbord/shared/feedback'
import type { Site, SiteConfiguration } from '@klankbord/shared/sites'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { readFeedback } from '../feedback/inbox/read-feedback.ts'
import { mountSites } from './http.ts'

const question = { id: 'when', kind: 'choice', label: 'Wanneer kwam je langs?', options: ['Ochtend', 'Middag'], required: true }

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
  })
  afterEach(() => h.close())

  const change = async (body: object) => {
    const answer = await askingAs(h.deps, mountSites, given.scope)('PATCH', `/api/v1/sites/${given.siteId}`, body)
    return { status: answer.status, body: answer.body as Site & { errors: { path: string }[] } }
  }
  const configuration = async () =>
    (await h.request('GET', `/widget/v1/sites/${given.siteKey}`, { headers: { Origin: SITE_ORIGIN } })).body as SiteConfiguration
  let count = 0
  const submit = (body: object) =>
    h.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body: { kind: 'idea', message: 'Zet een bankje bij de deur', ...body },
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': `key-${++count}` },
    }) as Promise<{ status: number; body: { id: string; customerToken: string; errors: { path: string }[] } }>

  test('a site that nobody changed looks and asks as the contract says', async () => {
    expect(await configuration()).toEqual({
      key: given.siteKey,
      organisation: 'Bakker Fietsen',
      kinds: ['compliment', 'complaint', 'idea', 'question'],
      questions: [],
      rating: null,
      look: { accent: '#0f6b5c', position: 'right', theme: 'auto', radius: 12, density: 'comfortable', font: 'system' },
      texts: {},
      locale: 'nl',
      identifies: false,
    })
  })

  test('what everyone may know of a site is this and nothing more', async () => {
    await h.deps.db.within(given.scope).updateTable('sites').set({ name: 'Kanarie', look: '{"accent":"#0f6b5c","secret":"kanarie"}' }).execute()
    const shown = await configuration()
    expect(Object.keys(shown).sort()).toMatchInlineSnapshot(`
      [
        "identifies",
        "key",
        "kinds",
        "locale",
        "look",
        "organisation",
        "questions",
        "rating",
        "texts",
      ]
    `)
    expect(JSON.stringify(shown).toLowerCase()).not.toContain('kanarie')
    expect(JSON.stringify(shown)).not.toContain(SITE_ORIGIN)
  })

  test('kinds come in the site’s own order, and its questions, look and words as it set them', async () => {
    const look = { radius: 4, density: 'compact', font: 'page' }
    const texts = { nl: { button: 'Zeg het ons' }, 'en-GB': { button: 'Tell us' } }
    const { status } = await change({ kinds: ['question', 'complaint'], questions: [question], look, texts })
    expect(status).toBe(200)
    const shown = await configuration()
    expect(shown).toMatchObject({ kinds: ['question', 'complaint'], texts, look: { accent: '#0f6b5c', position: 'right', ...look } })
    expect(shown.questions).toEqual([{ ...question, several: false }])
  })

  test('a change of one part of the look leaves the others as they were', async () => {
    await change({ look: { accent: '#123456', position: 'left', radius: 0 } })
    expect((await change({ look: { theme: 'dark' } })).body.look).toMatchObject({ accent: '#123456', position: 'left', radius: 0, theme: 'dark' })
  })

  test.each([
    ['six questions', { questions: [1, 2, 3, 4, 5, 6].map((n) => ({ ...question, id: `q${n}` })) }, 'questions'],
    ['two questions of one name', { questions: [question, question] }, 'questions'],
    ['a question with one answer to choose from', { questions: [{ ...question, options: ['Ja'] }] }, 'questions.0.options'],
    ['an answer that can be chosen twice', { questions: [{ ...question, options: ['Ja', 'Ja'] }] }, 'questions.0.options'],
    ['a kind twice', { kinds: ['idea', 'idea'] }, 'kinds'],
    ['a text with a strange name', { texts: { nl: { 'a-b': 'x' } } }, 'texts.nl.a-b'],
    ['a text that is too long', { texts: { nl: { a: 'x'.repeat(501) } } }, 'texts.nl.a'],
    ['a corner that is too round', { look: { radius: 25 } }, 'look.radius'],
  ])('%s is refused', async (_, body, path) => {
    const answer = await change(body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map((one) => one.path)).toContain(path)
  })

  test('answers are kept with the question as it was asked, whatever becomes of the question', async () => {
    await change({ questions: [question] })
    const { body } = await submit({ answers: { when: 'Middag' }, rating: { scale: 'csat', value: 2 } })
    await change({ questions: [{ ...question, label: 'Heel iets anders' }] })
    const answers = [{ label: 'Wanneer kwam je langs?', answer: 'Middag' }]
    const thread = await h.request('GET', `/widget/v1/mine/feedback/${body.id}`, { headers: { Authorization: `Bearer ${body.customerToken}` } })
    expect(thread.body as MineThread).toMatchObject({ answers, rating: { scale: 'csat', value: 2 } })
    expect((await readFeedback(h.deps, given.scope, body.id)) as FeedbackItem).toMatchObject({ answers })
    const page = String((await h.request('GET', new URL((thread.body as MineThread).statusUrl).pathname)).body)
    for (const shown of ['Wanneer kwam je langs?', 'Middag', '2 van 5']) expect(page).toContain(shown)
  })

  test('an answer that the site does not take is refused by its name, and nothing is kept', async () => {
    await change({ questions: [question] })
    for (const [answers, path] of [
      [{ when: 'Nacht' }, 'answers.when'],
      [{ when: 'Middag', other: 'x' }, 'answers.other'],
      [undefined, 'answers.when'],
    ] as const) {
      const { status, body } = await submit({ answers })
      expect([status, body.errors.map((one) => one.path)]).toEqual([400, [path]])
    }
    expect(await h.deps.db.everywhere.selectFrom('feedbackItems').selectAll().execute()).toEqual([])
  })

  test('a snippet says of the look what the button must know before anything is loaded', async () => {
    expect((await change({})).body.snippet).toBe(`<script async src="http://localhost:3000/widget.js" data-site="${given.siteKey}"></script>`)
    expect((await change({ look: { accent: '#a02040', position: 'left' } })).body.snippet).toBe(
      `<script async src="http://localhost:3000/widget.js" data-site="${given.siteKey}" data-accent="#a02040" data-position="left"></script>`,
    )
  })

  test('a pinned snippet names one build and its integrity, where the build says so', async () => {
    expect((await change({})).body.pinnedSnippet).toBeNull()
    h.deps.widgetBuild = { version: 'abc', path: '/widget/assets/widget-abcdefgh.js', integrity: 'sha384-AAAA' }
    expect((await change({})).body.pinnedSnippet).toBe(
      `<script async src="http://localhost:3000/widget/assets/widget-abcdefgh.js" integrity="sha384-AAAA" crossorigin="anonymous" data-site="${given.siteKey}"></script>`,
    )
  })
})
