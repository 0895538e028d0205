import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { DEFAULT_BAR, type Decision, mayRoute, type Verdict } from '../routing/learned/may-route.ts'
import { marksSince } from './learning-store.ts'
import { changeSettings, findModel, readSettings, type Settings, type Standing, type StoredModel } from './model-store.ts'

/** What the model would have done, and what it did since it was built, oldest first. */
export async function historyOf(db: Db, scope: Scope, model: Pick<StoredModel, 'history' | 'builtAt'>): Promise<Decision[]> {
  const marks = await marksSince(db, scope, model.builtAt)
  return [
    ...model.history,
    ...marks.map(({ goalId, suggestedGoalId, confidence }) => ({ goalId, suggested: suggestedGoalId, confidence: confidence ?? 0 })),
  ]
}

export const verdictOn = (
  history: readonly Decision[],
  goalId: string,
  { standing, target, threshold }: Pick<Settings, 'standing' | 'target' | 'threshold'>,
) => mayRoute(history, goalId, standing[goalId] === 'on', { ...DEFAULT_BAR, target, threshold })

/** How the model stands with each goal after all that was decided; a goal that it lost to people stays so until it is surely right again. */
export function standingAfter(history: readonly Decision[], settings: Pick<Settings, 'standing' | 'target' | 'threshold'>): Standing {
  const goals = new Set([...Object.keys(settings.standing), ...history.flatMap(({ suggested }) => (suggested === null ? [] : [suggested]))])
  const next: Standing = {}
  for (const goalId of goals) {
    const { mayRoute }: Verdict = verdictOn(history, goalId, settings)
    if (mayRoute) next[goalId] = 'on'
    else if (settings.standing[goalId] !== undefined) next[goalId] = 'overturned'
  }
  return next
}

/** Looks again, after people decided or a model was built, which goals the model may route to. */
export async function settleStanding(db: Db, scope: Scope): Promise<void> {
  const model = await findModel(db, scope)
  if (!model) return
  const settings = await readSettings(db, scope)
  const standing = standingAfter(await historyOf(db, scope, model), settings)
  if (JSON.stringify(standing) !== JSON.stringify(settings.standing)) await changeSettings(db, scope, { standing })
}
