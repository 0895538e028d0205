import { type Db, transact } from './db.ts'
import { isUnavailable } from './failure.ts'
import { createBlindCommit } from './sqlite/blind-commit.ts'

/** Most changes that one commit takes along, so that none waits long for the others. */
const MOST = 64

/**
 * Commits a change together with others. `blind` promises that it reads nothing of what it writes, and does both by prepared queries only.
 */
export type Commit = <Result>(change: (db: Db) => Promise<Result>, kind?: { blind: boolean }) => Promise<Result>

/** A change, and who waits for it. */
export interface Waiting {
  change: (db: Db) => Promise<unknown>
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/**
 * Runs changes that arrive together in one transaction, so that they share one sync to disk; each is answered only after that commit.
 * When one of a group fails, the group is rolled back and each runs alone, so that nobody pays for another's fault. Blind changes go
 * another way, past whoever else wants to write.
 * PostgreSQL shares syncs by itself; there each change has a transaction of its own.
 */
export function createGroupCommit(db: Db): Commit {
  const { file } = db
  if (!file) return (change) => transact(db, change)
  let waiting: Waiting[] = []

  async function drain() {
    const group = waiting.slice(0, MOST)
    await commit(db, group)
    waiting = waiting.slice(group.length)
    if (waiting.length > 0) setImmediate(drain)
  }

  const commitBlind = createBlindCommit(db, file)
  return (change, { blind } = { blind: false }) =>
    new Promise((resolve, reject) => {
      const one = { change, resolve, reject }
      if (blind) return commitBlind(one)
      waiting.push(one)
      // A turn of the event loop later, so that requests that were read together are committed together; those that come meanwhile are the next group.
      if (waiting.length === 1) setImmediate(drain)
    })
}

async function commit(db: Db, group: Waiting[]) {
  try {
    const results: unknown[] = []
    await transact(db, async (db) => {
      for (const { change } of group) results.push(await change(db))
    })
    group.forEach(({ resolve }, i) => {
      resolve(results[i] as never)
    })
  } catch (error) {
    const only = group[0]
    if (group.length === 1 && only) return only.reject(error)
    // A database that can't be written refuses each of them too; asking one by one would only keep everybody waiting.
    if (isUnavailable(error)) return group.forEach(({ reject }) => void reject(error))
    for (const one of group) await commit(db, [one])
  }
}
