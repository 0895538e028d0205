import type { Db } from './db.ts'
import { versionOf } from './version.ts'

interface Kept<Result> {
  version: number
  /** Versions of two files say nothing of each other. */
  db: WeakRef<Db>
  result: Promise<Result>
}

/** So many results: each of an organisation, or of a part of one. */
const MOST = 20

/**
 * Keeps what takes long to read of a large organisation, by a key that names the organisation and what of it: the last result again only where nothing at all has changed in the database since. What
 * is kept is shared by all who ask, so it is not to be changed.
 */
export function whileUnchanged<Result>() {
  const results = new Map<string, Kept<Result>>()
  return (db: Db, key: string, read: () => Promise<Result>): Promise<Result> => {
    const version = versionOf(db)
    const last = results.get(key)
    if (last && last.version === version && last.db.deref() === db) return last.result
    const result = read()
    if (version !== null) {
      if (results.size >= MOST) results.clear()
      results.set(key, { version, db: new WeakRef(db), result })
      result.catch(() => results.delete(key))
    }
    return result
  }
}
