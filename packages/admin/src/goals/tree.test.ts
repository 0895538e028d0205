import type { GoalNode } from '@klankbord/shared/goals'
import { describe, expect, test } from 'vitest'
import { filterOf, foundIn, goalsAddress } from './filter.ts'
import { closedAtFirst, indexOf, placesFor, rowsOf } from './tree.ts'
import { rowAt } from './use-window.ts'

const team = (id: string, parentId: string | null, level = 'team') => ({ id, name: id, level, parentId })
const goal = (id: string, teamId: string, parentId: string | null, more: Partial<GoalNode> = {}): GoalNode => ({
  ...{ id, title: id, teamId, parentId, memberId: null, ownerId: null, owner: null, state: 'agreed', startsOn: null, endsOn: null },
  ...{ openItems: 0, waits: false },
  ...more,
})

const tree = {
  teams: [team('kassa', 'winkel'), team('top', null, 'organisation'), team('winkel', 'top', 'department')],
  goals: [
    // As the server has them, by their names.
    goal('gastvrij', 'winkel', 'trouw'),
    goal('oud', 'winkel', 'trouw', { state: 'missed' }),
    goal('snel', 'kassa', 'gastvrij'),
    goal('stil', 'kassa', 'snel', { memberId: 'jan' }),
    goal('trouw', 'top', null),
    goal('vrij', 'kassa', null, { memberId: 'eva', ownerId: 'eva', owner: 'Eva' }),
  ],
}
const index = indexOf(tree)
const shown = (filter: Record<string, string> = {}, closed: string[] = []) => {
  const wanted = filterOf(filter)
  const found = foundIn(index, wanted, { id: 'eva', teams: [] } as never)
  return rowsOf(index, { order: wanted.order, closed: new Set(closed), found }).map(({ branch, depth }) => `${'.'.repeat(depth)}${branch.id}`)
}

describe('the tree of goals', () => {
  test('by team: each team with its goals, a person’s goal below the one of their team that it helps, then the teams below', () => {
    expect(shown()).toEqual(['top', '.trouw', '.winkel', '..gastvrij', '..kassa', '...snel', '....stil', '...vrij'])
  })

  test('by goal: each goal below the one it helps, whichever team it is of', () => {
    expect(shown({ by: 'goal', state: 'all' })).toEqual(['trouw', '.gastvrij', '..snel', '...stil', '.oud', 'vrij'])
  })

  test('each row knows its place among those beside it', () => {
    const rows = rowsOf(index, { order: 'goal', closed: new Set(), found: null })
    expect(rows.map(({ branch, at, of }) => [branch.id, at, of]).slice(0, 2)).toEqual([
      ['trouw', 1, 2],
      ['gastvrij', 1, 2],
    ])
  })

  test('what is folded away hides all that hangs below it', () => {
    expect(shown({}, ['winkel'])).toEqual(['top', '.trouw', '.winkel'])
  })

  test('what is looked for is shown with the way to it, and only what is looked for counts as found', () => {
    expect(shown({ q: 'Vríj kassa' })).toEqual(['top', '.winkel', '..kassa', '...vrij'])
    expect(shown({ q: 'eva kassa' })).toEqual(['top', '.winkel', '..kassa', '...vrij'])
    expect(shown({ mine: '1' })).toEqual(['top', '.winkel', '..kassa', '...vrij'])
    expect(shown({ state: 'missed' })).toEqual(['top', '.winkel', '..oud'])
    expect(shown({ q: 'nergens' })).toEqual([])
  })

  test('a goal can’t go under itself, under what is below it, or under one that has ended', () => {
    expect([...placesFor(index, 'gastvrij')].sort()).toEqual(['trouw', 'vrij'])
  })

  test('a small tree begins unfolded, a large one folded below its second level', () => {
    expect(closedAtFirst(index, 'team').size).toBe(0)
    const many = Array.from({ length: 200 }, (_, at) => goal(`g${at}`, 'kassa', null))
    const closed = closedAtFirst(indexOf({ ...tree, goals: [...tree.goals, ...many] }), 'team')
    expect(closed.has('winkel')).toBe(true)
    expect(closed.has('top')).toBe(false)
  })

  test('the filter lives in the address, so that it can be sent to a colleague', () => {
    const address = goalsAddress({ q: 'te laat', state: 'waits', mine: true, order: 'goal' })
    expect(address).toBe('/admin/goals?q=te+laat&state=waits&mine=1&by=goal')
    expect(filterOf(Object.fromEntries(new URL(address, 'http://x').searchParams))).toEqual({
      q: 'te laat',
      state: 'waits',
      mine: true,
      order: 'goal',
    })
    expect(filterOf({ state: 'toString', by: '' })).toEqual({ q: '', state: 'current', mine: false, order: 'team' })
  })

  test('the row at a height is found, also before the first and after the last', () => {
    const tops = [0, 44, 100, 156]
    expect([-10, 0, 43, 44, 120, 156, 900].map((height) => rowAt(tops, height))).toEqual([0, 0, 0, 1, 2, 3, 3])
  })

  test('5,000 goals of 2,500 teams become rows in far less than a frame is missed', () => {
    const teams = Array.from({ length: 2500 }, (_, at) => team(`t${at}`, at === 0 ? null : `t${Math.floor((at - 1) / 7)}`))
    const goals = Array.from({ length: 5000 }, (_, at) => goal(`g${at}`, `t${Math.floor(at / 2)}`, at === 0 ? null : `g${Math.floor((at - 1) / 5)}`))
    const begun = performance.now()
    const large = indexOf({ teams, goals })
    expect(rowsOf(large, { order: 'team', closed: new Set(), found: null })).toHaveLength(7500)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
