import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'

/** One kind of thing that admins set: how one of them stands, by the names of its fields, and the verb that changes it. Both work inside the transaction that `db` is. */
export interface Setting {
  /** Undefined where there is none with this id. */
  read(db: Db, scope: Scope, id: string): Promise<object | undefined>
  /** Takes what `read` gave, or some of it, and holds it against the rules of today; it records the change itself. */
  change(deps: Deps, scope: Scope, id: string, values: Record<string, unknown>): Promise<unknown>
}

/** By the type of the event under which its changes are recorded. */
export type Settings = Readonly<Record<string, Setting>>

/** Refuses (`stale`) a change by who saw the setting as it no longer is. */
export function requireSeen(version: string | undefined, values: object) {
  if (version === undefined || version === versionOfSetting(values)) return
  throw new ProblemError(
    'stale',
    'Somebody changed this since you looked. Look at how it is now, and send it again with its version; nothing was changed.',
  )
}
