import { goalEndpoints } from '@klankbord/shared/goals'
import { initiativeEndpoints } from '@klankbord/shared/initiatives'
import type { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { resumeGoal } from '../../goals/end-goal.ts'
import type { Env } from '../../http/context.ts'
import { serve } from '../../http/serve.ts'
import { decideWithFeedback } from './decide-proposal.ts'
import { endGoalOfFeedback } from './end-goal.ts'
import { proposeGoalFromFeedback } from './propose-goal.ts'
import { startInitiative } from './start-initiative.ts'

/** What moves feedback along with a goal or an initiative. */
export function mountGoalsFeedback(app: Hono<Env>, deps: Deps) {
  serve(app, goalEndpoints.proposeGoalFromFeedback, (input, { scope }) => proposeGoalFromFeedback(deps, scope, input))
  serve(app, goalEndpoints.decideGoalProposal, (input, { scope }) => decideWithFeedback(deps, scope, input))
  serve(app, goalEndpoints.endGoal, (input, { scope }) => endGoalOfFeedback(deps, scope, input))
  serve(app, goalEndpoints.resumeGoal, (input, { scope }) => resumeGoal(deps, scope, input))
  serve(app, initiativeEndpoints.startInitiative, (input, { scope }) => startInitiative(deps, scope, input))
}
