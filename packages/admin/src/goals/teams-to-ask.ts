import type { Me } from '@klankbord/shared/members'
import { maySet } from '../me.ts'
import type { TreeTeam } from './tree.ts'

/** The team with all above it, from itself upwards. */
function lineOf(byId: ReadonlyMap<string, TreeTeam>, teamId: string): TreeTeam[] {
  const line: TreeTeam[] = []
  for (let team = byId.get(teamId); team && !line.includes(team); team = byId.get(team.parentId ?? '')) line.push(team)
  return line
}

const mapOf = (teams: readonly TreeTeam[]) => new Map(teams.map((team) => [team.id, team]))

/** The teams that somebody can propose a goal for: their own, and those below a team that they lead; for owners and admins every team. */
export function teamsToPropose(teams: readonly TreeTeam[], me: Me): TreeTeam[] {
  if (maySet(me)) return [...teams]
  const mine = me.member?.teams ?? []
  const led = new Set(mine.filter(({ role }) => role === 'lead').map(({ teamId }) => teamId))
  const own = new Set(mine.map(({ teamId }) => teamId))
  const byId = mapOf(teams)
  return teams.filter(({ id }) => own.has(id) || (led.size > 0 && lineOf(byId, id).some((team) => led.has(team.id))))
}

/** Those that somebody can propose one for with the voices of customers: their own teams and all above those; for owners and admins every team. */
export function teamsToAsk(teams: readonly TreeTeam[], me: Me): TreeTeam[] {
  if (maySet(me)) return [...teams]
  const byId = mapOf(teams)
  const asked = new Set((me.member?.teams ?? []).flatMap(({ teamId }) => lineOf(byId, teamId)))
  return teams.filter((team) => asked.has(team))
}

/** The level above one's own team; for who is in none, the top. */
export function levelAbove(teams: readonly TreeTeam[], me: Me): string | null {
  const mine = teams.find(({ id }) => id === me.member?.teams[0]?.teamId)
  return mine?.parentId ?? mine?.id ?? teams.find(({ parentId }) => parentId === null)?.id ?? null
}
