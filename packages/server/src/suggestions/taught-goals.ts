import { createHash } from 'node:crypto'
import type { LearnableGoal } from '../routing/learned/model.ts'
import type { TaughtGoal } from './model-store.ts'
import type { Standins } from './thread/tasks.ts'

/** The goal that takes the items of each: itself while it is pursued, then the nearest above it that is. */
export function standinsOf(goals: readonly TaughtGoal[]): Standins {
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  const liveFrom = (id: string | null, left = 50): string | null => {
    const goal = id === null || left === 0 ? undefined : byId.get(id)
    if (!goal) return null
    return takesFeedback(goal) ? goal.id : liveFrom(goal.parentId, left - 1)
  }
  return Object.fromEntries(goals.map(({ id }) => [id, liveFrom(id)]))
}

/** What ended takes no feedback. */
const takesFeedback = ({ endedAt }: TaughtGoal) => endedAt === null

/** What the model is taught of each goal. One that ended is known by its examples only. */
export function learnable(
  goals: readonly TaughtGoal[],
  texts: ReadonlyMap<string, { title?: string; intake?: string }> = new Map(),
): LearnableGoal[] {
  const standins = standinsOf(goals)
  return goals
    .filter(({ id }) => standins[id] !== null)
    .map((goal) => {
      const { title = goal.title, intake = goal.intake ?? '' } = texts.get(goal.id) ?? {}
      return { id: goal.id, texts: takesFeedback(goal) ? [title, intake].filter((text) => text.trim() !== '') : [] }
    })
}

/** Changes when a model that was built for these goals no longer fits them. */
export const fingerprintOf = (goals: readonly TaughtGoal[]) =>
  createHash('sha256')
    .update(JSON.stringify(learnable(goals)))
    .digest('base64url')
