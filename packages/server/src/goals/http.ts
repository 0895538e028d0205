import { goalEndpoints } from '@klankbord/shared/goals'
import { teamEndpoints } from '@klankbord/shared/teams'
import type { Hono } from 'hono'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { comment, readComments, readHistory } from './about.ts'
import { changeGoal } from './change-goal.ts'
import { createGoal } from './create-goal.ts'
import { proposeChange } from './propose-change.ts'
import { readGoal } from './read-goal.ts'
import { readTree } from './read-tree.ts'
import { type LeaveTeam, removeTeam } from './remove-team.ts'
import { findGoal, listGoals } from './store.ts'

export function mountGoals(app: Hono<Env>, deps: Deps, leaves: readonly LeaveTeam[] = []) {
  const requireGoal = async (scope: Scope, id: string) => {
    if (!(await findGoal(deps.db, scope, id))) throw notFound('goal')
  }
  serve(app, goalEndpoints.listGoals, async (asked, { scope }) => ({ items: await listGoals(deps.db, scope, asked), next: null }))
  serve(app, goalEndpoints.readGoalTree, (_, { scope }) => readTree(deps, scope))
  serve(app, goalEndpoints.createGoal, (input, { scope }) => createGoal(deps, scope, input))
  serve(app, goalEndpoints.readGoal, ({ id }, { scope }) => readGoal(deps, scope, id))
  serve(app, goalEndpoints.changeGoal, (input, { scope }) => changeGoal(deps, scope, input))
  serve(app, goalEndpoints.proposeGoalChange, (input, { scope }) => proposeChange(deps, scope, input))
  serve(app, goalEndpoints.listGoalEvents, async ({ id, ...page }, { scope }) => {
    await requireGoal(scope, id)
    return readHistory(deps.db, scope, id, page)
  })
  serve(app, goalEndpoints.listGoalComments, async ({ id, ...page }, { scope }) => {
    await requireGoal(scope, id)
    return readComments(deps.db, scope, id, page)
  })
  serve(app, goalEndpoints.commentOnGoal, async ({ id, text }, { scope }) => {
    await requireGoal(scope, id)
    return comment(deps.db, scope, { aboutId: id, text }, deps.clock())
  })
  serve(app, teamEndpoints.removeTeam, (input, { scope }) => removeTeam(deps, scope, input, leaves))
}
