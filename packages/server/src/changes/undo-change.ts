import { isDeepStrictEqual } from 'node:util'
import { transact } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import type { Settings } from './setting.ts'
import { findChange } from './store.ts'

/** Puts a setting back to what it was before one change, as long as nobody changed the same fields since. What others changed beside it stays. */
export function undoChange(deps: Deps, scope: Scope, settings: Settings, id: string): Promise<void> {
  return transact(deps.db, async (db) => {
    await takeTurn(db, scope)
    const change = await findChange(db, scope, Object.keys(settings), id)
    const setting = change && settings[change.type]
    const now = change && ((await setting?.read(db, scope, change.aboutId)) as Record<string, unknown> | undefined)
    if (!setting || !now) throw notFound('change')
    const since = Object.keys(change.to).filter((name) => !isDeepStrictEqual(now[name] ?? null, change.to[name]))
    if (since.length > 0)
      throw new ProblemError('stale', `This was changed again since (${since.join(', ')}). Look at how it is now; nothing was undone.`)
    await setting.change({ ...deps, db }, scope, change.aboutId, change.from)
  })
}
