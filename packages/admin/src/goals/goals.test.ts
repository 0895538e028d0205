import { describe, expect, test } from 'vitest'
import { optionsMatching } from '../ui/combobox.tsx'
import { optionOfGoal } from '../ui/goal-choice.tsx'
import { inTreeOrder } from '../ui/team-order.ts'
import { plotOf } from './plot.ts'

const team = (id: string, parentId: string | null) => ({ id, name: id, parentId })

describe('the tree of teams', () => {
  test('each team stands below the one it is part of, in the order of names', () => {
    const order = inTreeOrder([team('winkel', 'top'), team('kassa', 'winkel'), team('top', null), team('balie', 'winkel')])
    expect(order.map(({ team, depth }) => [team.id, depth])).toEqual([
      ['top', 0],
      ['winkel', 1],
      ['balie', 2],
      ['kassa', 2],
    ])
  })

  test('a team whose parent is not known still shows', () => {
    expect(inTreeOrder([team('los', 'weg')]).map(({ team, depth }) => [team.id, depth])).toEqual([['los', 0]])
  })
})

describe('a measure as a line', () => {
  const frame = { width: 100, height: 50, pad: 0 }

  test('time runs from left to right and values from bottom to top, with baseline and target in view', () => {
    const plot = plotOf(
      [
        { at: '2026-01-01', value: 10 },
        { at: '2026-01-03', value: 20 },
      ],
      0,
      40,
      frame,
    )
    expect(plot).toEqual({ line: '0,37.5 100,25', last: { x: 100, y: 25 }, baseline: 50, target: 0 })
  })

  test('one point stands in the middle', () => {
    expect(plotOf([{ at: '2026-01-01', value: 7 }], null, null, frame).last).toEqual({ x: 50, y: 25 })
  })
})

describe('choosing a goal', () => {
  const goals = [
    { id: '1', title: 'Klaar op de beloofde dag', team: 'Werkplaats', intake: 'reparaties, wachttijd' },
    { id: '2', title: 'Binnen twee dagen antwoord', team: 'Cliëntenservice' },
  ].map(optionOfGoal)
  const found = (query: string) => optionsMatching(goals, query).map(({ note }) => note)

  test('every word counts, wherever it stands: in the title, the team or the intake text', () => {
    expect(found('dag')).toEqual(['Werkplaats', 'Cliëntenservice'])
    expect(found('dag werkplaats')).toEqual(['Werkplaats'])
    expect(found('wachttijd')).toEqual(['Werkplaats'])
    expect(found('dag onbekend')).toEqual([])
  })

  test('accents and capitals make no difference', () => {
    expect(found('clientenSERVICE')).toEqual(['Cliëntenservice'])
  })
})
