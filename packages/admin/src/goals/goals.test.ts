import type { Goal } from '@klankbord/shared/goals'
import type { Team } from '@klankbord/shared/teams'
import { describe, expect, test } from 'vitest'
import { goalsMatching } from '../ui/goal-combobox.tsx'
import { inTreeOrder } from './tree.ts'

const team = (id: string, parentId: string | null): Team => ({ id, name: id, level: 'team', parentId, members: 0, createdAt: '' })

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
  const goal = (title: string, team: string, intake: string | null = null) => ({ title, team, intake }) as Goal
  const goals = [goal('Klaar op de beloofde dag', 'Werkplaats', 'reparaties, wachttijd'), goal('Binnen twee dagen antwoord', 'Cliëntenservice')]
  const found = (query: string) => goalsMatching(goals, query).map(({ team }) => team)

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
