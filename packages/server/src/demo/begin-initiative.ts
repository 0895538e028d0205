import type { Deps } from '../deps.ts'
import { startInitiative } from '../feedback/goals/start-initiative.ts'
import { createInitiative } from '../initiatives/create-initiative.ts'
import { listPeople } from '../teams/store.ts'
import { dayOf, daysBefore } from './calendar.ts'
import { type Company, idOf, memberOf } from './company.ts'
import { goals } from './noorderwiel/goals.ts'
import type { DemoInitiative } from './noorderwiel/initiatives.ts'

type Begun = Pick<DemoInitiative, 'goal' | 'by' | 'title' | 'plan' | 'notes'>

/** How long they think that it takes. */
const DAYS = 75

/** The team writes its How, with who takes part and until when, and begins. */
export async function beginInitiative(deps: Deps, company: Company, initiative: Begun, at: Date): Promise<string> {
  const id = await planInitiative(deps, company, initiative, at)
  await startInitiative(deps, memberOf(company, initiative.by), { id, feedbackIds: [] })
  return id
}

/** The team writes what it is going to do later. */
export async function planInitiative(deps: Deps, company: Company, { goal, by, title, plan, notes }: Begun, at: Date): Promise<string> {
  const scope = memberOf(company, by)
  const dates = { startsOn: dayOf(at), endsOn: dayOf(daysBefore(at, -DAYS)) }
  const memberIds = [...('id' in scope.who ? [scope.who.id] : []), ...(await helpers(deps, company, goal, title.length))]
  const { id } = await createInitiative(deps, scope, { goalId: idOf(company.goals, goal), title, plan, notes, ...dates, memberIds })
  return id
}

/** One or two others of the team, not the same ones each time. */
async function helpers({ db }: Deps, company: Company, goal: string, turn: number): Promise<string[]> {
  const team = goals.find(({ key }) => key === goal)?.team ?? ''
  const others = (await listPeople(db, company.owner, idOf(company.teams, team))).filter(({ role }) => role === 'member')
  const found = Array.from({ length: 1 + (turn % 2) }, (_, i) => others[(turn * 3 + i) % others.length]?.id)
  return found.filter((id) => id !== undefined)
}
