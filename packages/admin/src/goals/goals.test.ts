import { describe, expect, test } from 'vitest'
import { optionsMatching } from '../ui/combobox.tsx'
import { optionOfGoal } from '../ui/goal-choice.tsx'
import { inTreeOrder } from '../ui/team-order.ts'
import { textsDraft } from './try-texts.tsx'

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

describe('the texts of a goal that are tried before they are saved', () => {
  const goal = { id: 'g', title: 'Op tijd klaar', intake: null }

  test('are those that differ, also where a text is taken away', () => {
    expect(textsDraft(goal, { title: 'Op tijd klaar', intake: 'Wachten op een reparatie' })).toEqual({
      goals: [{ goalId: 'g', intake: 'Wachten op een reparatie' }],
    })
    expect(textsDraft({ ...goal, intake: 'Wachten' }, { intake: '' })).toEqual({ goals: [{ goalId: 'g', intake: '' }] })
    expect(textsDraft(goal, { title: 'Eerder klaar', intake: '' })).toEqual({ goals: [{ goalId: 'g', title: 'Eerder klaar' }] })
  })

  test('are nothing while nothing was changed', () => {
    expect(textsDraft(goal, {})).toBeNull()
    expect(textsDraft(goal, { title: 'Op tijd klaar', intake: '' })).toBeNull()
  })
})
