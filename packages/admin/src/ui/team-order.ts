import { grouped } from './grouped.ts'

interface TeamLike {
  id: string
  name: string
  parentId: string | null
}

export interface Placed<Team extends TeamLike> {
  team: Team
  depth: number
}

/** Teams from the top down, each followed by those below it; one whose parent is unknown stands at the top. */
export function inTreeOrder<Team extends TeamLike>(teams: readonly Team[]): Placed<Team>[] {
  const ids = new Set(teams.map(({ id }) => id))
  const below = grouped(
    teams.toSorted((a, b) => a.name.localeCompare(b.name)),
    ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null),
  )
  const walk = (parent: string | null, depth: number): Placed<Team>[] =>
    (below.get(parent) ?? []).flatMap((team) => [{ team, depth }, ...walk(team.id, depth + 1)])
  return walk(null, 0)
}
