import { describe, expect, test } from 'vitest'
import { datesOf } from '../dates.ts'
import { whole } from '../texts/whole.ts'
import { changedOnly } from './agreed-fields.tsx'
import { told } from './told.ts'

const { nl } = whole

const telling = {
  t: nl,
  dates: datesOf('nl', 'Europe/Amsterdam', nl.dates),
  goalTitle: (id: string) => (id === 'boven' ? 'Trouwe klanten' : undefined),
}
const say = (type: string, detail: Record<string, unknown> = {}) =>
  told({ id: '1', type, actor: 'Eva', at: '2026-01-01T00:00:00.000Z', detail }, telling)

describe('the history of a goal', () => {
  test('a change says what it was and what it became', () => {
    expect(
      say('goal.changed', { from: { title: 'Oud', endsOn: null, parentId: null }, to: { title: 'Nieuw', endsOn: '2026-12-31', parentId: 'boven' } }),
    ).toEqual(['veranderde de titel van “Oud” in “Nieuw”', 'zette de laatste dag op “31 dec 2026”', 'zette het onder “Trouwe klanten”'])
    expect(say('goal.changed', { from: { target: 'Alles' }, to: { target: null } })).toEqual(['haalde het streven weg (“Alles”)'])
  })

  test('ids are never shown: a goal that is gone, another owner, another team', () => {
    expect(say('goal.changed', { from: { parentId: 'boven' }, to: { parentId: 'weg' } })).toEqual(['zette het onder een ander doel'])
    expect(say('goal.changed', { from: { ownerId: 'a' }, to: { ownerId: 'b' } })).toEqual(['veranderde wie het trekt'])
    expect(say('goal.changed', { from: { teamId: 'a', team: 'Kassa' }, to: { teamId: 'b', team: 'Balie' } })).toEqual(['gaf het van Kassa aan Balie'])
  })

  test('a proposal and a refusal are told with their words', () => {
    expect(say('goal.proposed', { changes: { target: 'Elke dag' } })).toEqual(['stelde voor: het streven wordt “Elke dag”'])
    expect(say('goal.refused', { reason: 'Te vroeg' })).toEqual(['wees het voorstel af: “Te vroeg”'])
    expect(say('goal.ended', { state: 'missed' })).toEqual(['sloot het doel af: niet gehaald'])
  })

  test('what this app does not know is left out', () => {
    expect(say('goal.counted')).toEqual([])
    expect(say('goal.changed', { from: { colour: 'red' }, to: { colour: 'blue' } })).toEqual([])
  })
})

test('only what is other than it was is proposed', () => {
  const goal = { title: 'A', target: null, startsOn: '2026-01-01', endsOn: null }
  expect(changedOnly(goal, { title: 'A', target: null, startsOn: null, endsOn: '2026-02-01' })).toEqual({ startsOn: null, endsOn: '2026-02-01' })
})
