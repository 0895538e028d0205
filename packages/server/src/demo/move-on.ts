import type { Deps } from '../deps.ts'
import { proposeGoalFromFeedback } from '../feedback/goals/propose-goal.ts'
import { comment } from '../goals/about.ts'
import { endInitiative } from '../initiatives/change-initiative.ts'
import { proposeInitiative } from '../initiatives/propose-initiative.ts'
import { beginInitiative, planInitiative } from './begin-initiative.ts'
import { atWork, daysBefore } from './calendar.ts'
import { createChance } from './chance.ts'
import { type Company, idOf, memberOf } from './company.ts'
import { moveGoalsOn } from './found-goals.ts'
import { handlePromises } from './keep-promises.ts'
import { writeColleagues } from './noorderwiel/colleagues.ts'
import { initiatives as written } from './noorderwiel/initiatives.ts'
import { comments, fromFeedback, ideas, under } from './noorderwiel/later.ts'
import { outcomes } from './noorderwiel/outcomes.ts'
import { countUnder, findUnrouted, setLeft } from './store.ts'

/** What colleagues did among themselves meanwhile, and customers did not see. */
export async function moveOn(deps: Deps, company: Company, initiatives: Map<string, string>, now: Date) {
  const on = (daysAgo: number): Deps => ({ ...deps, clock: () => atWork(daysBefore(now, daysAgo), 2) })
  await moveGoalsOn(deps, company, now)
  await finishInitiatives(on, company, initiatives)
  for (const how of under) {
    const then = on(how.daysAgo)
    const id = how.planned ? await planInitiative(then, company, how, daysBefore(now, -10)) : await beginInitiative(then, company, how, then.clock())
    initiatives.set(how.key, id)
  }
  for (const { goal, title, plan, name, daysAgo } of ideas)
    await proposeInitiative(on(daysAgo), { ...company.owner, who: { kind: 'system' } }, { goalId: idOf(company.goals, goal), title, plan, name })
  for (const { about, by, text, daysAgo } of comments) {
    const aboutId = company.goals.get(about) ?? idOf(initiatives, about)
    await comment(deps.db, memberOf(company, by), { aboutId, text }, on(daysAgo).clock())
  }
  const { by, team, said, ...goal } = fromFeedback
  const feedbackIds = await findUnrouted(deps.db, company.owner, said)
  if (feedbackIds.length > 0)
    await proposeGoalFromFeedback(on(0.2), memberOf(company, by), { ...goal, teamId: idOf(company.teams, team), feedbackIds })
  await handlePromises(on, company, now)
  await sayGoodbye(deps, company, now)
}

/** What led to an outcome, and has nobody left to tell, is finished. */
async function finishInitiatives(on: (daysAgo: number) => Deps, company: Company, initiatives: Map<string, string>) {
  for (const { initiative, published, isDraft } of outcomes) {
    const id = initiative === undefined ? undefined : initiatives.get(initiative)
    const by = written.find(({ key }) => key === initiative)?.by
    if (!id || !by || isDraft || published < 3 || (await countUnder(on(0).db, company.owner, id)) > 0) continue
    await endInitiative(on(published - 2), memberOf(company, by), { id, state: 'finished' })
  }
}

async function sayGoodbye({ db }: Deps, company: Company, now: Date) {
  for (const { key, left } of writeColleagues(createChance(240))) {
    const { who } = memberOf(company, key)
    if (left !== undefined && 'id' in who) await setLeft(db, company.owner, who.id, atWork(daysBefore(now, left), 8).toISOString())
  }
}
