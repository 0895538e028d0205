import type { Team } from '@klankbord/shared/teams'

export interface Placed {
  team: Team
  depth: number
}

/** Teams from the top down, each followed by those below it; one whose parent is unknown stands at the top. */
export function inTreeOrder(teams: readonly Team[]): Placed[] {
  const ids = new Set(teams.map(({ id }) => id))
  const below = new Map<string | null, Team[]>()
  for (const team of teams) {
    const parent = team.parentId !== null && ids.has(team.parentId) ? team.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), team])
  }
  const walk = (parent: string | null, depth: number): Placed[] =>
    (below.get(parent) ?? []).toSorted((a, b) => a.name.localeCompare(b.name)).flatMap((team) => [{ team, depth }, ...walk(team.id, depth + 1)])
  return walk(null, 0)
}
