import { changeEndpoints } from '@klankbord/shared/changes'
import type { Hono } from 'hono'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import type { Settings } from './setting.ts'
import { listChanges } from './store.ts'
import { undoChange } from './undo-change.ts'

/** What was set, by whom, and the way back; of each kind of thing that is in `settings`. */
export function mountChanges(app: Hono<Env>, deps: Deps, settings: Settings) {
  const types = Object.keys(settings)
  serve(app, changeEndpoints.listSettingChanges, async ({ aboutId, cursor, limit }, { scope }) => {
    const after = cursor === undefined ? null : (readCursor(cursor, 1)[0] ?? null)
    const found = await listChanges(deps.db, scope, { types, aboutId, after, limit })
    return pageFrom(
      found,
      limit,
      ({ id }) => [id],
      ({ detail, ...change }) => change,
    )
  })
  serve(app, changeEndpoints.undoSettingChange, ({ id }, { scope }) => undoChange(deps, scope, settings, id))
}
