import type { RoutingModelStanding } from '@klankbord/shared/suggestions'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { askRebuild } from '../feedback/learning-store.ts'
import { notFoundAt } from '../problem-error.ts'
import { changeSettings, listTaught, readSettings } from './model-store.ts'
import { readModel } from './read-model.ts'
import { settleStanding } from './settle-standing.ts'

interface Wish {
  threshold?: number | undefined
  target?: number | undefined
  wanted?: { goalId: string; wanted: boolean }[] | undefined
}

/** Moves the threshold, the target, or the goals that the model may route to as long as it does that well enough. */
export async function changeModel(deps: Deps, scope: Scope, { threshold, target, wanted = [] }: Wish): Promise<RoutingModelStanding> {
  await transact(deps.db, async (db) => {
    await takeTurn(db, scope)
    const before = await readSettings(db, scope)
    const goals = new Set((await listTaught(db, scope)).map(({ id }) => id))
    for (const [i, { goalId }] of wanted.entries()) if (!goals.has(goalId)) throw notFoundAt(`wanted.${i}.goalId`, 'goal')
    const chosen = new Set(before.wanted)
    for (const { goalId, wanted: isWanted } of wanted) isWanted ? chosen.add(goalId) : chosen.delete(goalId)
    const change = {
      ...(threshold !== undefined && { threshold }),
      ...(target !== undefined && { target }),
      ...(wanted.length > 0 && { wanted: [...chosen] }),
    }
    await changeSettings(db, scope, change)
    await settleStanding(db, scope)
    await record(db, scope, [{ type: 'routing.model-changed', detail: change }], deps.clock())
  })
  return readModel(deps, scope)
}

/** Has the model built anew, in the background. */
export const rebuildModel = ({ db, clock }: Deps, scope: Scope): Promise<void> => askRebuild(db, scope, clock().toISOString())
