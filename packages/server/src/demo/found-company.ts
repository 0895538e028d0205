import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { createGoal } from '../goals/create-goal.ts'
import { acceptInvitation } from '../members/accept-invitation.ts'
import { changeMember } from '../members/change-member.ts'
import { invite } from '../members/invite.ts'
import { changeOrganisation } from '../members/me.ts'
import { temporaryPassword } from '../members/password.ts'
import { findByEmail, updateMember } from '../members/store.ts'
import { createRule } from '../rules/create-rule.ts'
import { changeSite } from '../sites/site.ts'
import { createTeam } from '../teams/create-team.ts'
import { goals } from './noorderwiel/goals.ts'
import { addressOf, COMPANY, type DemoPerson, people, teams } from './noorderwiel/people.ts'
import { rules } from './noorderwiel/rules.ts'

/** The company as the database knows it: ids and scopes by the keys of the script. */
export interface Company {
  owner: Scope
  members: Map<string, Scope>
  goals: Map<string, string>
}

interface Owner {
  id: string
  name: string
  email: string
}

export const idOf = (ids: Map<string, string>, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The script speaks of ${key}, which is not there`)
  return id
}

/** Teams, colleagues, the What and the rules, as they stood before the first customer spoke. */
export async function foundCompany(deps: Deps, organisationId: string, siteId: string, owner: Owner): Promise<Company> {
  const [first] = people
  // Who has not named themselves yet becomes the director of the story.
  const name = owner.email.startsWith(`${owner.name}@`) ? first.name : owner.name
  const scope: Scope = { organisationId, who: { kind: 'member', id: owner.id, name, role: 'owner' } }
  await updateMember(deps.db, scope, owner.id, { name })
  await changeOrganisation(deps, scope, { name: COMPANY })
  await changeSite(deps, scope, { id: siteId, name: 'noorderwiel.example', rating: 'csat', look: { accent: '#0b5fa5' } })
  const teamIds = await createTeams(deps, scope)
  const members = await createMembers(deps, scope, teamIds)
  const goalIds = await createGoals(deps, scope, teamIds, members)
  for (const { goal, when } of rules) await createRule(deps, scope, { goalId: idOf(goalIds, goal), when })
  return { owner: scope, members, goals: goalIds }
}

async function createTeams(deps: Deps, scope: Scope) {
  const ids = new Map<string, string>()
  for (const { key, name, level, parent } of teams) {
    const { id } = await createTeam(deps, scope, { name, level, parentId: parent === null ? null : idOf(ids, parent) })
    ids.set(key, id)
  }
  return ids
}

async function createMembers(deps: Deps, scope: Scope, teamIds: Map<string, string>) {
  const [first, ...others] = people
  const teamsOf = (person: DemoPerson) => person.teams.map(([key, role]) => ({ teamId: idOf(teamIds, key), role }))
  const members = new Map([[first.key, scope]])
  if (scope.who.kind === 'member') await changeMember(deps, scope, { id: scope.who.id, teams: teamsOf(first) })
  for (const person of others) {
    const email = addressOf(person)
    const { id } = await invite(deps, scope, { email, role: person.role, teams: teamsOf(person) })
    await acceptInvitation(deps, { token: deps.tokens.sign('invitation', id), name: person.name, password: temporaryPassword() })
    members.set(person.key, await scopeOf(deps.db, scope, person, email))
  }
  return members
}

async function scopeOf(db: Db, { organisationId }: Scope, { name, role }: DemoPerson, email: string): Promise<Scope> {
  const member = await findByEmail(db, email)
  if (!member) throw new Error(`${name} did not become a member`)
  return { organisationId, who: { kind: 'member', id: member.id, name, role } }
}

async function createGoals(deps: Deps, scope: Scope, teamIds: Map<string, string>, members: Map<string, Scope>) {
  const ids = new Map<string, string>()
  for (const { key, team, member, parent, ...goal } of goals) {
    const who = member === undefined ? undefined : members.get(member)?.who
    const memberId = who?.kind === 'member' ? who.id : null
    const place = { teamId: idOf(teamIds, team), memberId, parentId: parent === null ? null : idOf(ids, parent) }
    const { id } = await createGoal(deps, scope, { ...goal, ...place })
    ids.set(key, id)
  }
  return ids
}
