import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { acceptInvitation } from '../members/accept-invitation.ts'
import { changeMember } from '../members/change-member.ts'
import { invite } from '../members/invite.ts'
import { changeOrganisation } from '../members/me.ts'
import { temporaryPassword } from '../members/password.ts'
import { findByEmail, updateMember } from '../members/store.ts'
import { createRule } from '../rules/create-rule.ts'
import { changeSite } from '../sites/site.ts'
import { createTeam } from '../teams/create-team.ts'
import { createChance } from './chance.ts'
import { type Company, idOf } from './company.ts'
import { agreeOnGoals } from './found-goals.ts'
import { keepCalendar } from './keep-promises.ts'
import { writeColleagues } from './noorderwiel/colleagues.ts'
import { addressOf, COMPANY, type DemoPerson, people, teams } from './noorderwiel/people.ts'
import { rules } from './noorderwiel/rules.ts'
import { addColleagues } from './store.ts'

interface Owner {
  id: string
  name: string
  email: string
}

/** Teams, colleagues, the What and the rules, as they stood before the first customer spoke. */
export async function foundCompany(deps: Deps, organisationId: string, siteId: string, owner: Owner, now: Date): Promise<Company> {
  const [first] = people
  // Who has not named themselves yet becomes the director of the story.
  const name = owner.email.startsWith(`${owner.name}@`) ? first.name : owner.name
  const scope: Scope = { organisationId, who: { kind: 'member', id: owner.id, name, role: 'owner' } }
  await updateMember(deps.db, scope, owner.id, { name })
  await changeOrganisation(deps, scope, { name: COMPANY })
  await changeSite(deps, scope, { id: siteId, name: 'noorderwiel.example', rating: 'csat', look: { accent: '#0b5fa5' } })
  const teamIds = await createTeams(deps, scope)
  const members = await createMembers(deps, scope, teamIds)
  const company = { owner: scope, members, teams: teamIds, leads: new Map<string, string>(), goals: new Map<string, string>() }
  for (const { key, teams } of people) for (const [team, role] of teams) if (role === 'lead') company.leads.set(team, key)
  await keepCalendar(deps, company, now)
  await employOthers(deps, company)
  await agreeOnGoals(deps, company, now)
  for (const { goal, when, effects } of rules) await createRule(deps, scope, { goalId: idOf(company.goals, goal), when, effects })
  return company
}

/** Everyone who has no part in the story. They were there before it, and sign in with nothing. */
async function employOthers({ db, clock }: Deps, { owner, teams, members, leads }: Company) {
  const createdAt = clock().toISOString()
  const rows = writeColleagues(createChance(240)).map(({ key, name, email, team, role }) => {
    const id = newId()
    members.set(key, { organisationId: owner.organisationId, who: { kind: 'member', id, name, role: 'member' } })
    if (role === 'lead') leads.set(team, key)
    return { id, name, email, teamId: idOf(teams, team), part: role }
  })
  await addColleagues(db, owner, rows, createdAt)
  const event = { type: 'member.joined' }
  await record(
    db,
    owner,
    rows.map(({ id }) => ({ ...event, detail: { memberId: id, role: 'member' } })),
    clock(),
  )
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
  if (scope.who.kind === 'member') await changeMember(deps, scope, {}, { id: scope.who.id, teams: teamsOf(first) })
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
