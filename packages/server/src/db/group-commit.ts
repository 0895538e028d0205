import { type Db, transact } from './db.ts'
import { isUnavailable } from './failure.ts'

/** Most changes that one commit takes along, so that none waits long for the others. */
const MOST = 64

interface Waiting {
  change: (db: Db) => Promise<unknown>
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/**
 * Runs changes that arrive together in one transaction, so that they share one sync to disk; each is answered only after that commit.
 * When one of a group fails, the group is rolled back and each runs alone, so that nobody pays for another's fault.
 * PostgreSQL shares syncs by itself; there each change has a transaction of its own.
 */
export function createGroupCommit(db: Db): <Result>(change: (db: Db) => Promise<Result>) => Promise<Result> {
  if (db.engine === 'postgres') return (change) => transact(db, change)
  let waiting: Waiting[] = []
  let running = false

  async function drain() {
    running = true
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      await commit(db, group)
    }
    running = false
  }

  return (change) =>
    new Promise((resolve, reject) => {
      waiting.push({ change, resolve, reject })
      // A turn of the event loop later, so that requests that were read together are committed together.
      if (!running && waiting.length === 1) setImmediate(drain)
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
