import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { readOrganisation } from '../members/store.ts'
import { listTreeTeams } from '../teams/store.ts'
import { listMemberships, listWilling } from './audience-store.ts'

export interface AudienceGroup {
  id: string
  parentId: string | null
  name: string
}

export interface Audience {
  /** The tree of those who are asked; its top is the team that is asked, or the organisation itself. */
  groups: AudienceGroup[]
  people: { memberId: string; email: string; groupId: string }[]
}

/**
 * Who is asked, each counted in one group however many teams they are in, or results of two teams would tell about those in both: in the lowest of their teams, where they lead
 * rather than where they don't, and then in the one that came first.
 */
export async function readAudience(db: Db, scope: Scope, teamId: string | null): Promise<Audience> {
  const groups = teamId === null ? await everyone(db, scope) : below(await listTreeTeams(db, scope), teamId)
  const depths = depthsOf(groups)
  const homes = new Map<string, { teamId: string; role: string; depth: number }>()
  for (const { memberId, teamId, role } of await listMemberships(db, scope)) {
    const depth = depths.get(teamId)
    const home = homes.get(memberId)
    if (depth === undefined) continue
    if (!home || depth > home.depth || (depth === home.depth && role === 'lead' && home.role !== 'lead')) homes.set(memberId, { teamId, role, depth })
  }
  const top = teamId === null ? scope.organisationId : null
  const people = (await listWilling(db, scope)).flatMap(({ id, email }) => {
    const groupId = homes.get(id)?.teamId ?? top
    return groupId === null ? [] : [{ memberId: id, email, groupId }]
  })
  return { groups, people }
}

async function everyone(db: Db, scope: Scope): Promise<AudienceGroup[]> {
  const { id, name } = await readOrganisation(db, scope)
  const teams = await listTreeTeams(db, scope)
  return [{ id, name, parentId: null }, ...teams.map((team) => ({ id: team.id, name: team.name, parentId: team.parentId ?? id }))]
}

function below(teams: AudienceGroup[], top: string): AudienceGroup[] {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]))
  const isIn = (id: string | null): boolean => {
    for (let at = id; at !== null; at = parents.get(at) ?? null) if (at === top) return true
    return false
  }
  return teams.filter(({ id }) => isIn(id)).map(({ id, name, parentId }) => ({ id, name, parentId: id === top ? null : parentId }))
}

function depthsOf(groups: AudienceGroup[]): Map<string, number> {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]))
  const depths = new Map<string, number>()
  for (const { id } of groups) {
    let depth = 0
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) depth++
    depths.set(id, depth)
  }
  return depths
}
