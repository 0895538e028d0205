import type { RoutingCondition } from '@klankbord/shared/routing'
import { flagReader } from '../../routing/flags.ts'
import type { RoutingModel } from '../../routing/learned/model.ts'
import { suggest } from '../../routing/learned/suggest.ts'
import { routeToGoal } from '../../routing/route-to-goal.ts'
import { rehearsedModels } from './build.ts'
import { holds, mindOf } from './mind.ts'
import { standIn } from './stand-in.ts'
import type { DryRunInput, Move, Standins, TriedItem, Way } from './tasks.ts'

const EXAMPLES = 5

interface Place {
  goalId: string | null
  by: Move['by']
}

/** Routes each item the way it goes now and the way it would, and counts what changes, most items first. */
export function dryRun({ organisationId, items, standins, now, draft, flagWords, isRebuilt }: DryRunInput): Move[] {
  const present = holds(organisationId) ? mindOf(organisationId).model : undefined
  const models = isRebuilt ? rehearsedModels() : { now: present, draft: present }
  const flagsOf = flagReader(flagWords)
  const moves = new Map<string, Move>()
  for (const item of items) {
    const isFlagged = flagsOf(item.message).length > 0
    const from = placeOf(item, now, models.now, standins, isFlagged)
    const to = placeOf(item, draft, models.draft, standins, isFlagged)
    if (from.goalId === to.goalId) continue
    const key = `${from.goalId} ${to.goalId} ${to.by}`
    const move = moves.get(key) ?? { from: from.goalId, to: to.goalId, by: to.by, count: 0, examples: [] }
    move.count++
    if (move.examples.length < EXAMPLES) move.examples.push(item.id)
    moves.set(key, move)
  }
  return [...moves.values()].sort((a, b) => b.count - a.count)
}

/** The rules first, then the model for what is left, and never for what a person must look at. */
function placeOf(item: TriedItem, { rules, threshold, routes }: Way, model: RoutingModel | undefined, standins: Standins, isFlagged: boolean): Place {
  const { goalId } = routeToGoal(item, rules as { id: string; goalId: string | null; when: RoutingCondition[] }[], 'en')
  if (goalId !== null) return { goalId, by: 'rule' }
  if (!model || isFlagged || routes.length === 0) return { goalId: null, by: 'none' }
  const [first] = standIn(suggest(model, item.message, { isOpen: (id) => standins[id] != null }).candidates, standins)
  const goes = first && first.confidence >= threshold && routes.includes(first.goalId)
  return goes ? { goalId: first.goalId, by: 'model' } : { goalId: null, by: 'none' }
}
