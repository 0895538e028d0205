import type { Me } from '@klankbord/shared/members'
import { describe, expect, test } from 'vitest'
import { titleFrom } from '../inbox/propose-goal.tsx'
import { levelAbove, teamsToAsk, teamsToPropose } from './teams-to-ask.ts'

const team = (id: string, parentId: string | null) => ({ id, name: id, level: 'team', parentId })
const teams = [team('top', null), team('winkels', 'top'), team('kassa', 'winkels'), team('balie', 'winkels'), team('stal', 'top')]
const me = (part: 'lead' | 'member', teamId: string, role = 'member') => ({ role, member: { teams: [{ teamId, role: part }] } }) as unknown as Me
const ids = (found: { id: string }[]) => found.map(({ id }) => id)

describe('for whom a goal can be proposed', () => {
  test('members for their team, leads for all below it too, owners and admins for every team', () => {
    expect(ids(teamsToPropose(teams, me('member', 'winkels')))).toEqual(['winkels'])
    expect(ids(teamsToPropose(teams, me('lead', 'winkels')))).toEqual(['winkels', 'kassa', 'balie'])
    expect(teamsToPropose(teams, me('member', 'kassa', 'admin'))).toHaveLength(5)
  })

  test('with the voices of customers, for one’s own team and every level above; the one just above comes first', () => {
    expect(ids(teamsToAsk(teams, me('member', 'kassa')))).toEqual(['top', 'winkels', 'kassa'])
    expect(levelAbove(teams, me('member', 'kassa'))).toBe('winkels')
    expect(levelAbove(teams, me('lead', 'top'))).toBe('top')
    expect(levelAbove(teams, { role: 'owner', member: null } as unknown as Me)).toBe('top')
  })
})

describe('a title out of what a customer said', () => {
  test.each([
    ['Geen bankje op de pont. Ik ben 80.', 'Geen bankje op de pont'],
    ['Waarom is er geen licht?\nHet is donker.', 'Waarom is er geen licht?'],
    ['lang '.repeat(40), `${'lang '.repeat(18)}…`],
    ['', ''],
  ])('%j begins as %j', (message, title) => {
    expect(titleFrom(message)).toBe(title)
  })
})
