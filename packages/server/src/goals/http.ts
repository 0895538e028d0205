import { goalEndpoints } from '@klankbord/shared/goals'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { changeGoal } from './change-goal.ts'
import { createGoal } from './create-goal.ts'
import { findGoal, listGoals } from './store.ts'

export function mountGoals(app: Hono<Env>, deps: Deps) {
  serve(app, goalEndpoints.listGoals, async (_, { scope }) => ({ items: await listGoals(deps.db, scope), next: null }))
  serve(app, goalEndpoints.createGoal, (input, { scope }) => createGoal(deps, scope, input))
  serve(app, goalEndpoints.readGoal, async ({ id }, { scope }) => {
    const goal = await findGoal(deps.db, scope, id)
    if (!goal) throw notFound('goal')
    return goal
  })
  serve(app, goalEndpoints.changeGoal, (input, { scope }) => changeGoal(deps, scope, input))
}
