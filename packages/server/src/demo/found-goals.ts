import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { decideWithFeedback } from '../feedback/goals/decide-proposal.ts'
import { endGoalOfFeedback } from '../feedback/goals/end-goal.ts'
import { createGoal } from '../goals/create-goal.ts'
import { findOpenProposal } from '../goals/proposal-store.ts'
import { proposeChange } from '../goals/propose-change.ts'
import { atWork, daysBefore, periodOf } from './calendar.ts'
import { type Company, idOf, memberOf } from './company.ts'
import { type DemoGoal, goals } from './noorderwiel/goals.ts'
import { teams } from './noorderwiel/people.ts'

/** The What of the whole company: each team's lead proposes, and the level above agrees. */
export async function agreeOnGoals(deps: Deps, company: Company, now: Date) {
  for (const goal of goals) {
    if (goal.proposed) continue
    const id = await proposeGoal(deps, company, goal, now)
    await agree(deps, company, id, goal.team)
  }
}

/** What became of them since: some have ended, some are new and wait, and of one the target is under discussion. */
export async function moveGoalsOn(deps: Deps, company: Company, now: Date) {
  const on = (daysAgo: number): Deps => ({ ...deps, clock: () => atWork(daysBefore(now, daysAgo), 3) })
  for (const { key, team, ended } of goals)
    if (ended)
      await endGoalOfFeedback(on(ended.daysAgo), leadOf(company, team), {
        id: idOf(company.goals, key),
        state: ended.state,
        lookBack: ended.lookBack,
      })
  for (const goal of goals) if (goal.proposed) await proposeGoal(on(goal.proposed.daysAgo), company, goal, now)
  const [asked, refused] = [idOf(company.goals, 'home'), idOf(company.goals, 'zernike')]
  await proposeChange(on(3), leadOf(company, 'home'), { id: asked, target: '97 % in het afgesproken uur' })
  const { id } = await proposeChange(on(30), leadOf(company, 'zernike'), { id: refused, target: 'Hoogstens 20 minuten wachten' })
  const reason = 'Twintig minuten past niet tussen twee colleges. Liever samen kijken wie er om twaalf uur kan bijspringen.'
  await decideWithFeedback(on(29), leadOf(company, 'workshops'), { id: refused, proposalId: id, accept: false, reason })
}

async function proposeGoal(deps: Deps, company: Company, goal: DemoGoal, now: Date): Promise<string> {
  const { key, team, member, owner, parent, proposed, title, target, why } = goal
  const scope = proposed?.by === undefined ? leadOf(company, team) : memberOf(company, proposed.by)
  const { id } = await createGoal(deps, scope, {
    title,
    target,
    why,
    intake: goal.intake,
    teamId: idOf(company.teams, team),
    ...(goal.period && periodOf(now, goal.period)),
    memberId: member === undefined ? null : whoIs(memberOf(company, member)),
    ownerId: member === undefined ? whoIs(owner === undefined ? leadOf(company, team) : memberOf(company, owner)) : null,
    parentId: parent === null ? null : idOf(company.goals, parent),
    replyWithinDays: goal.replyWithinDays ?? 5,
    public: goal.public ?? false,
  })
  company.goals.set(key, id)
  return id
}

async function agree(deps: Deps, company: Company, id: string, team: string) {
  const proposal = await findOpenProposal(deps.db, company.owner, id)
  const above = teams.find(({ key }) => key === team)?.parent
  if (proposal && above) await decideWithFeedback(deps, leadOf(company, above), { id, proposalId: proposal.id, accept: true })
}

const whoIs = ({ who }: Scope) => ('id' in who ? who.id : '')
const leadOf = (company: Company, team: string) => memberOf(company, company.leads.get(team) ?? '')
