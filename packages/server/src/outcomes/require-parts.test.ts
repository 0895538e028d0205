import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { missingParts } from '@klankbord/shared/outcome-parts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { CHEERFUL } from '../../test/cheerful.ts'
import { engines } from '../../test/engines.ts'
import { readThread } from '../feedback/thread/read-thread.ts'
import { mailTexts } from '../texts/mail/mail-texts.ts'
import { texts } from '../texts/texts.ts'

const whole = { kind: 'done' as const, did: 'Gedaan', better: 'Beter', next: 'Later', nothingMore: false }
const refusal = { kind: 'not_doing' as const, did: 'Te duur', better: 'De directie', next: 'Als het goedkoper wordt', nothingMore: false }

describe('what must be said before an outcome goes out', () => {
  test.each([
    ['all three parts', whole, []],
    ['that nothing more will improve, in the place of the third', { ...whole, next: null, nothingMore: true }, []],
    ['not the third, nor that there is none', { ...whole, next: '' }, ['next']],
    ['only what was done', { ...whole, better: null, next: null }, ['better', 'next']],
    ['blanks', { ...whole, did: ' ', better: '\n' }, ['did', 'better']],
    ['both that something will improve and that nothing will', { ...whole, nothingMore: true }, ['nothingMore']],
    ['of a refusal why, who and what would change it', refusal, []],
    ['of a refusal not who decided', { ...refusal, better: '' }, ['better']],
    ['of a refusal not what would change it', { ...refusal, next: null }, ['next']],
    ['of a refusal that nothing more will improve', { ...refusal, next: null, nothingMore: true }, ['next', 'nothingMore']],
    ['an answer that made nothing better', { ...whole, kind: 'answer' as const, better: null }, []],
    ['a translation of all of it', { ...whole, translations: { en: { title: 'T', did: 'D', better: 'B', next: 'N' } } }, []],
    [
      'a translation of a part',
      { ...whole, translations: { en: { title: 'T', did: 'D', better: '' } } },
      ['translations.en.better', 'translations.en.next'],
    ],
    [
      'an empty translation',
      { ...refusal, translations: { en: { title: '', did: '', better: 'B', next: 'N' } } },
      ['translations.en.title', 'translations.en.did'],
    ],
  ])('%s', (_, outcome, paths) => {
    expect(missingParts(outcome).map(({ path }) => path)).toEqual(paths)
  })
})

describe('the words around a refusal', () => {
  const spoken = Object.entries(mailTexts).flatMap(([language, tones]) =>
    Object.entries(tones).map(([tone, said]) => [`${language}, ${tone}`, said] as const),
  )

  test.each(spoken)('are never cheerful, in %s', (_, { words, letters }) => {
    const { kind, did, better, next, helped } = words.outcome
    const said = [kind.not_doing, did.not_doing, better.not_doing, next.not_doing, helped.not_doing]
    const around = [
      letters.outcome.subject.not_doing('…'),
      letters.outcome.intro.not_doing('Team'),
      words.outcome.withdrawn('…'),
      words.outcome.untranslated('…'),
    ]
    for (const text of [...said, ...around]) {
      expect(text).not.toMatch(CHEERFUL)
      expect(text.length).toBeGreaterThan(3)
    }
    expect(new Set(said).size).toBe(said.length)
  })

  const widgetTexts = fileURLToPath(new URL('../../../widget/src/texts/', import.meta.url))
  const widgets = readdirSync(widgetTexts).filter((name) => /^[a-z]{2}\.ts$/.test(name))
  test.each(widgets)('are never cheerful in the widget, %s', (name) => {
    const heading = /\bnot_doing: ['"](.*)['"],/.exec(readFileSync(widgetTexts + name, 'utf8'))?.[1]
    expect(heading).toBeTruthy()
    expect(heading).not.toMatch(CHEERFUL)
  })
})

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  test('what lacks a part stays a draft, and the answer names the part and what to do', async () => {
    const item = await answering.says({ email: 'ada@example.com' })
    const { id } = await answering.draft({ better: null, nothingMore: false, feedbackIds: [item.id] })
    const refused = await answering.publish(id)
    expect(refused).toMatchObject({ status: 422, body: { code: 'incomplete', errors: [{ path: 'better' }, { path: 'next' }] } })
    expect(refused.body.errors[1].message).toContain('nothingMore: true')
    expect((await answering.publish(id, { at: '2026-04-01T00:00:00.000Z' })).status).toBe(422)
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}`)).body).toMatchObject({ state: 'draft', publishAt: null, publishedAt: null })
    expect((await answering.item(item.id)).status).toBe('routed')
    await answering.ask('PATCH', `/api/v1/outcomes/${id}`, { better: 'Dezelfde dag klaar', nothingMore: true })
    expect((await answering.publish(id)).status).toBe(200)
  })

  test('an empty translation is refused, and what waits for its time can’t lose a part', async () => {
    expect(
      (
        await answering.ask('POST', '/api/v1/outcomes', {
          goalId: answering.given.goalId,
          kind: 'done',
          title: 'T',
          did: 'D',
          translations: { en: { title: '', did: '' } },
        })
      ).status,
    ).toBe(400)
    const { id } = await answering.draft({ translations: { en: { title: 'The same day', did: 'A second bench.' } } })
    expect(await answering.publish(id)).toMatchObject({ status: 422, body: { errors: [{ path: 'translations.en.better' }] } })
    await answering.ask('PATCH', `/api/v1/outcomes/${id}`, { translations: {} })
    expect((await answering.publish(id, { at: '2026-04-01T00:00:00.000Z' })).body.state).toBe('scheduled')
    expect((await answering.ask('PATCH', `/api/v1/outcomes/${id}`, { better: '' })).status).toBe(422)
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}`)).body.better).not.toBeNull()
  })

  test('who reads another language gets the translation, or the original with a word about it', async () => {
    const speaks = async (locale: string) => {
      const item = await answering.says()
      const { db } = answering.harness.deps
      await db.within(answering.given.scope).updateTable('feedbackItems').set({ locale }).where('id', '=', item.id).execute()
      return item
    }
    const [dutch, english, french] = [await speaks('nl'), await speaks('en-GB'), await speaks('fr')]
    const translations = { en: { title: 'The same day', did: 'A second bench.', better: 'Ready the same day.' } }
    const { id } = await answering.draft({ feedbackIds: [dutch.id, english.id, french.id], translations })
    await answering.publish(id)
    const reads = async ({ id, customerId }: { id: string; customerId: string }) => {
      const who = { kind: 'customer' as const, id: customerId, siteId: answering.given.siteId }
      return (await readThread(answering.harness.deps, { ...answering.given.scope, who }, id)).outcome
    }
    expect(await reads(dutch)).toMatchObject({ locale: 'nl', next: texts.nl.words.outcome.nothingMore, note: null })
    expect(await reads(english)).toMatchObject({ title: 'The same day', locale: 'en', next: texts.en.words.outcome.nothingMore, note: null })
    expect(await reads(french)).toMatchObject({ title: 'Banden plakken we nu dezelfde dag', locale: 'nl', note: 'Ceci n’existe qu’en néerlandais.' })
  })
})
