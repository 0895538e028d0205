import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { askingAs } from '../../test/asking-as.ts'
import { givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { newId } from '../db/ids.ts'
import { stemsOf } from '../db/search.ts'
import { readThread } from '../feedback/thread/read-thread.ts'
import { mountOutcomes } from './http.ts'

describe('what is looked for while somebody writes', () => {
  test.each([
    ['Mijn band is alweer lek!', ['band', 'alwe', 'lek']],
    ['de banden', ['band']],
    ['het is niet zo', []],
    ['', []],
    ['a b c !!', []],
    ['"band" OR (fiets) NEAR* -x', ['band', 'fiet', 'near']],
    ["'; drop table outcomes; --", ['drop', 'tabl', 'outcom']],
    ['straße ÉÉN', ['stra', 'één']],
  ])('%s', (query, stems) => {
    expect(stemsOf(query)).toEqual(stems)
  })

  test('is at most twelve words, however long the text', () => {
    expect(stemsOf(Array.from({ length: 40 }, (_, i) => `woord${i}x`).join(' '))).toHaveLength(12)
  })
})

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  const published = async (input: object) => {
    const outcome = await answering.draft({ did: 'Gedaan', better: 'Beter', ...input })
    await answering.publish(outcome.id)
    return outcome.id as string
  }
  const find = async (q: string, limit = 3) => {
    const { status, body } = await answering.publicly('GET', `/widget/v1/sites/x/outcomes?limit=${limit}&q=${encodeURIComponent(q)}`)
    expect([q, status]).toEqual([q, 200])
    return body.items.map(({ title }: { title: string }) => title)
  }

  test('what somebody is writing finds what was done about it, nearest first', async () => {
    await published({ title: 'De koffie is warmer', did: 'Er staat een nieuwe machine.' })
    await published({ title: 'Banden plakken we dezelfde dag', did: 'Er staat een tweede plakbank voor lekke banden.' })
    await published({ title: 'De wachtruimte is groter', did: 'Wie op een band wacht, kan zitten.', better: 'Rust' })
    expect(await find('Mijn band is alweer lek')).toEqual(['Banden plakken we dezelfde dag'])
    expect(await find('Op mijn band moest ik lang wachten')).toEqual(['De wachtruimte is groter'])
    expect(await find('band')).toEqual(['De wachtruimte is groter', 'Banden plakken we dezelfde dag'])
    expect(await find('lekke banden', 1)).toEqual(['Banden plakken we dezelfde dag'])
    expect(await find('KOFFIE')).toEqual(['De koffie is warmer'])
    expect(await find('het is niet zo')).toEqual([])
    expect(await find('helicopter')).toEqual([])
  })

  test('one word in common is chance, and words that every outcome uses say little', async () => {
    for (const title of ['Verlichting in de fietsenstalling', 'Fietsen sneller klaar', 'Leenfietsen voor leden', 'Fietslessen op zondag'])
      await published({ title, did: 'Voor elke fiets in de winkel.' })
    expect(await find('De barista in de winkel was onvriendelijk tegen mijn dochter')).toEqual([])
    expect(await find('Het is donker, graag verlichting bij de fietsenstalling van de winkel')).toEqual(['Verlichting in de fietsenstalling'])
  })

  test('nothing is found that not everyone may read: no draft, nothing kept inside, nothing of another organisation', async () => {
    const words = { title: 'Kanarie', did: 'Kanarie in de kooi' }
    await answering.draft(words)
    await published({ ...words, public: false })
    const scheduled = await answering.draft(words)
    await answering.publish(scheduled.id, { at: '2026-04-01T00:00:00.000Z' })
    const { deps } = answering.harness
    const other = await givenOrganisation(deps, 'Elders')
    const theirs = askingAs(deps, mountOutcomes, other.scope)
    const { body } = await theirs('POST', '/api/v1/outcomes', { goalId: other.goalId, kind: 'done', better: 'Beter', nothingMore: true, ...words })
    await theirs('PUT', `/api/v1/outcomes/${body.id}/publication`)
    expect(await find('kanarie kooi')).toEqual([])
    await published({ title: 'Onze kanarie', did: 'Van ons, in de kooi' })
    expect(await find('kanarie kooi')).toEqual(['Onze kanarie'])
  })

  test('whatever somebody writes is words, never an instruction to the search', async () => {
    await published({ title: 'Banden plakken we dezelfde dag' })
    for (const text of ['"', "'", 'band"*', 'band AND', 'NOT band', 'title:band', 'band & ! | <-> plakken', '(((', '\\', 'band:*', '%', '😀', '²³ ½'])
      await find(text)
    expect(await find('band"; plakken')).toEqual(['Banden plakken we dezelfde dag'])
  })

  describe('the number that moved', () => {
    const measure = async (points: [string, number][], baseline: number | null = null, name = 'Klachten', unit = 'per maand') => {
      const { deps, given } = { deps: answering.harness.deps, given: answering.given }
      const mine = deps.db.within(given.scope)
      const id = newId()
      const row = { id, goalId: given.goalId, name, unit, direction: 'down', baseline, target: null, source: 'entered' }
      await mine.insertInto('measures', { ...row, createdAt: deps.clock().toISOString() }).execute()
      for (const [at, value] of points) await mine.insertInto('measurePoints', { measureId: id, at, value }).execute()
    }
    const shown = async () => (await answering.publicly('GET', '/widget/v1/sites/x/outcomes')).body.items[0].measure

    test('stands beside a published outcome: the last value until then, and the last since', async () => {
      await measure([
        ['2026-01-01T00:00:00.000Z', 20],
        ['2026-03-02T09:00:00.000Z', 12],
        ['2026-03-20T00:00:00.000Z', 7],
        ['2026-04-20T00:00:00.000Z', 5],
      ])
      await measure([], 3, 'Zonder metingen')
      await published({ title: 'Een resultaat' })
      expect(await shown()).toEqual({ name: 'Klachten', unit: 'per maand', direction: 'down', before: 12, after: 5 })
    })

    test('is of the first measure that was followed on both sides', async () => {
      await measure([['2026-01-01T00:00:00.000Z', 20]], 21, 'Alleen ervoor')
      await measure([['2026-04-20T00:00:00.000Z', 5]], 12, 'Met begin')
      await published({ title: 'Een resultaat' })
      expect(await shown()).toMatchObject({ name: 'Met begin', before: 12, after: 5 })
    })

    test('is computed where the measure is: its last whole month before, and its last whole month since', async () => {
      const { harness, given } = answering
      const { deps } = harness
      const mine = deps.db.within(given.scope)
      const row = { goalId: given.goalId, name: 'Klachten', unit: 'per maand', direction: 'down', baseline: 99, target: null, source: 'computed' }
      const computed = JSON.stringify({ metric: 'complaints', goalId: given.goalId })
      await mine.insertInto('measures', { ...row, id: newId(), computed, createdAt: deps.clock().toISOString() }).execute()
      const complaints = async (count: number, month: string) => {
        for (let i = 0; i < count; i++) {
          const { id } = await givenFeedback(deps, given)
          await mine
            .updateTable('feedbackItems')
            .set({ kind: 'complaint', submittedAt: `2026-${month}-10T09:00:00.000Z` })
            .where('id', '=', id)
            .execute()
        }
      }
      await complaints(3, '02')
      await published({ title: 'Een resultaat' })
      expect(await shown()).toBeNull()
      // What comes in while it is being published is of neither side.
      await complaints(4, '03')
      await complaints(2, '04')
      harness.pass({ days: 45 })
      expect(await shown()).toBeNull()
      harness.pass({ days: 16 })
      expect(await shown()).toEqual({ name: 'Klachten', unit: 'per maand', direction: 'down', before: 3, after: 2 })
      await complaints(1, '05')
      harness.pass({ days: 31 })
      expect(await shown()).toMatchObject({ before: 3, after: 1 })
    })

    test('adds up what is counted: the month before against the last whole month since', async () => {
      await measure(
        [
          ['2026-02-03T00:00:00.000Z', 20],
          ['2026-02-20T00:00:00.000Z', 12],
          ['2026-03-01T00:00:00.000Z', 9],
          ['2026-04-01T00:00:00.000Z', 3],
          ['2026-04-30T00:00:00.000Z', 4],
          ['2026-05-01T00:00:00.000Z', 1],
        ],
        null,
        'Ruilingen',
        'count',
      )
      await published({ title: 'Een resultaat' })
      answering.harness.pass({ days: 65 })
      expect(await shown()).toMatchObject({ before: 32, after: 7 })
    })

    test('is read by the customer too, on their thread and their page', async () => {
      await measure([['2026-04-20T00:00:00.000Z', 5.5]], 12)
      const { deps } = answering.harness
      const { id, customerId } = await givenFeedback(deps, answering.given)
      await published({ title: 'Een resultaat', feedbackIds: [id] })
      const { organisationId } = answering.given.scope
      const thread = await readThread(deps, { organisationId, who: { kind: 'customer', id: customerId, siteId: answering.given.siteId } }, id)
      expect(thread.outcome?.measure).toEqual({ name: 'Klachten', unit: 'per maand', direction: 'down', before: 12, after: 5.5 })
      const page = await answering.harness.request('GET', new URL(thread.statusUrl).pathname)
      expect(page.body).toContain('van 12 naar 5,5 per maand')
    })

    test('is not told of a goal that customers don’t see', async () => {
      await measure([['2026-04-20T00:00:00.000Z', 5]], 12)
      await answering.harness.deps.db.within(answering.given.scope).updateTable('goals').set({ public: 'false' }).execute()
      await published({ title: 'Een resultaat' })
      expect(await shown()).toBeNull()
    })
  })
})
