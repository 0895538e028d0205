import type { GoalTrial, RoutingModelStanding } from '@klankbord/shared/suggestions'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Decision } from '../routing/learned/may-route.ts'
import { countExamples } from './learning-store.ts'
import { findModel, listTaught, readSettings, type Settings, type TaughtGoal } from './model-store.ts'
import { historyOf, verdictOn } from './settle-standing.ts'

/** With fewer than this a share says nothing. */
const FEWEST = 20

/** How the learned model stands: what it was built from, how it did, and with which goals it may route. */
export async function readModel({ db }: Deps, scope: Scope): Promise<RoutingModelStanding> {
  const settings = await readSettings(db, scope)
  const model = await findModel(db, scope)
  const goals = await listTaught(db, scope)
  const live = goals.filter(({ endedAt }) => endedAt === null)
  const titles = new Map(goals.map(({ id, title }) => [id, title]))
  const named = (id: string) => ({ id, title: titles.get(id) ?? '' })
  const history = model ? await historyOf(db, scope, model) : []
  const examples = await countExamples(db, scope)
  return {
    model: model?.number ?? 0,
    builtAt: model?.builtAt ?? null,
    isBuilding: settings.rebuildAt !== null,
    examples: model?.examples ?? 0,
    threshold: settings.threshold,
    target: settings.target,
    curve: model?.history.length ? model.curve : [],
    goals: live.map((goal) => trialOf(goal, history, settings, examples.get(goal.id) ?? 0)),
    twins: (model?.twins ?? [])
      .filter(({ goalIds }) => goalIds.every((id) => live.some((goal) => goal.id === id)))
      .map(({ goalIds, similarity }) => ({ goals: goalIds.map(named), confusion: similarity })),
    silent: live.filter(({ id, intake }) => !intake?.trim() && !examples.get(id)).map(({ id }) => named(id)),
  }
}

function trialOf({ id, title, team }: TaughtGoal, history: readonly Decision[], settings: Settings, examples: number): GoalTrial {
  const { count, right } = verdictOn(history, id, settings)
  const mayRoute = settings.standing[id] === 'on'
  const wanted = settings.wanted.includes(id)
  return {
    goalId: id,
    title,
    team,
    examples,
    tried: count,
    right: count < FEWEST ? null : right / count,
    mayRoute,
    wanted,
    rests: !wanted || mayRoute ? null : whyRests(settings.standing[id] === 'overturned', count),
  }
}

const whyRests = (wasOverturned: boolean, count: number) => {
  if (wasOverturned) return 'overturned'
  return count < FEWEST ? 'too-few' : 'too-often-wrong'
}
