import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { type GoalName, givenDecided, givenShop, givenWaiting, sayAbout, thinkOver } from '../../test/learning.ts'
import { tables } from '../db/integrity.ts'
import { eraseMine } from '../feedback/privacy/erase-mine.ts'
import { routeFeedback } from '../feedback/triage.ts'
import { changeModel } from './change-model.ts'
import { listSimilar } from './list-similar.ts'
import { readModel } from './read-model.ts'
import { readSuggestion } from './read-suggestion.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let goals: Record<GoalName, string>

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    goals = await givenShop(h.deps, given)
  })
  afterEach(() => h.close())

  const says = async (message: string) => (await givenWaiting(h.deps, given, message)).id
  const similarTo = async (id: string) => (await listSimilar(h.deps, given.scope, { id })).items

  test('what is nearly the same is found, nearest first, and what says it otherwise in the same rare words', async () => {
    for (let turn = 0; turn < 20; turn++) await says(sayAbout('rekening', turn))
    const copy = await says('De Bluetooth-koppeling van de Gazelle Arroyo valt steeds weg.')
    const told = await says('Kan iemand naar mijn Arroyo kijken? Sinds maandag is er geen bluetooth meer.')
    const inGerman = await says('Die Bluetooth Verbindung meines Arroyo bricht ständig ab')
    const id = await says('De bluetooth koppeling van de Gazelle Arroyo valt steeds weg!')
    await thinkOver(h.deps)
    const near = await similarTo(id)
    expect(near.slice(0, 3).map((one) => one.id)).toEqual([copy, expect.any(String), expect.any(String)])
    expect(
      near
        .slice(1, 3)
        .map((one) => one.id)
        .sort(),
    ).toEqual([told, inGerman].sort())
    expect(near[0]).toMatchObject({ status: 'received', goal: null, message: 'De Bluetooth-koppeling van de Gazelle Arroyo valt steeds weg.' })
    expect(near[0]?.similarity).toBeGreaterThan(0.9)
  })

  test('what is answered, spam, merged or another organisation’s is not among them', async () => {
    const elsewhere = await givenOrganisation(h.deps, 'De buren')
    await givenWaiting(h.deps, elsewhere, 'Het slot van de bakfiets klemt')
    const others = [
      await says('Het slot van de bakfiets klemt'),
      await says('Het slot van de bakfiets klemt!'),
      await says('Slot van bakfiets klemt'),
    ]
    const id = await says('Het slot van mijn bakfiets klemt')
    await thinkOver(h.deps)
    for (const [i, status] of ['answered', 'spam', 'merged'].entries())
      await h.deps.db
        .within(given.scope)
        .updateTable('feedbackItems')
        .set({ status })
        .where('id', '=', others[i] as string)
        .execute()
    expect(await similarTo(id)).toEqual([])
  })

  /** All that is stored, as text, packed models unpacked. */
  const stored = async () => {
    let all = ''
    for (const table of tables) for (const row of await h.deps.db.everywhere.selectFrom(table).selectAll().execute()) all += JSON.stringify(row)
    const parts = await h.deps.db.everywhere.selectFrom('routingModelParts').select('packed').execute()
    return all.toLowerCase() + parts.map(({ packed }) => Buffer.from(packed, 'base64').toString('latin1').toLowerCase()).join('')
  }

  test('nothing is left of the words of who erased them, nor what the model learned from these', async () => {
    await givenDecided(h.deps, given, goals, 90)
    await changeModel(h.deps, given.scope, { threshold: 0.5, target: 0.6, wanted: [{ goalId: goals.band, wanted: true }] })
    await thinkOver(h.deps)
    const { id, customerId } = await givenWaiting(h.deps, given, `${sayAbout('band', 3)} kanariewoord`)
    const beside = await says(`${sayAbout('band', 3)} kanarie`)
    await thinkOver(h.deps)
    expect((await readSuggestion(h.deps, given.scope, { id }))?.candidates[0]?.goalId).toBe(goals.band)
    await routeFeedback(h.deps, given.scope, { id, goalId: goals.band })
    await thinkOver(h.deps)
    const before = await readModel(h.deps, given.scope)
    const terms = () => h.deps.db.within(given.scope).selectFrom('itemTerms').innerJoin('feedbackItems', 'feedbackItems.seq', 'itemTerms.seq')
    const termsOf = async () => (await terms().where('feedbackItems.id', '=', id).select('term').execute()).length
    expect(await termsOf()).toBeGreaterThan(3)
    expect(await stored()).toContain('kanariewoord')

    h.pass({ minutes: 1 })
    await eraseMine(h.deps, { organisationId: given.scope.organisationId, who: { kind: 'customer', id: customerId, siteId: given.siteId } })
    expect(await termsOf()).toBe(0)
    expect(await stored()).not.toContain('kanariewoord')
    await expect(readSuggestion(h.deps, given.scope, { id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await readModel(h.deps, given.scope)).isBuilding).toBe(true)
    await thinkOver(h.deps)
    const after = await readModel(h.deps, given.scope)
    expect(after.model).toBeGreaterThan(before.model)
    expect(after.examples).toBe(90)
    expect((await similarTo(beside)).map((one) => one.id)).not.toContain(id)
    expect(await h.deps.db.within(given.scope).selectFrom('suggestions').select('feedbackItemId').where('feedbackItemId', '=', id).execute()).toEqual(
      [],
    )
  })
})
