import { type Db, transact } from './db.ts'
import { isUnavailable } from './failure.ts'
import { createBlindDb } from './sqlite/blind-db.ts'
import type { Question } from './sqlite/connection.ts'
import type { SqliteFile } from './sqlite/file.ts'

/** Most changes that one commit takes along, so that none waits long for the others. */
const MOST = 64
/** A request that has arrived takes a few turns of the event loop to come here. */
const QUIET_TURNS = 3

/**
 * Commits a change together with others. `blind` promises that it reads nothing of what it writes, and does both by prepared queries only.
 */
export type Commit = <Result>(change: (db: Db) => Promise<Result>, kind?: { blind: boolean }) => Promise<Result>

interface Waiting {
  change: (db: Db) => Promise<unknown>
  blind: boolean
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/**
 * Runs changes that arrive together in one transaction, so that they share one sync to disk; each is answered only after that commit.
 * When one of a group fails, the group is rolled back and each runs alone, so that nobody pays for another's fault. Blind changes are only
 * written down here, and kept by a thread of its own.
 * PostgreSQL shares syncs by itself; there each change has a transaction of its own.
 */
export function createGroupCommit(db: Db): Commit {
  const { file } = db
  if (!file) return (change) => transact(db, change)
  let waiting: Waiting[] = []

  /** Commits when nothing more comes: a sync to disk costs more than the few turns of the event loop that bring the others. */
  function gather(had: number, quiet: number) {
    if (waiting.length >= MOST || quiet === QUIET_TURNS) drain()
    else setImmediate(() => gather(waiting.length, waiting.length > had ? 0 : quiet + 1))
  }

  async function drain() {
    const group = waiting.slice(0, MOST)
    await commitGroup(db, file as SqliteFile, group)
    waiting = waiting.slice(group.length)
    if (waiting.length > 0) gather(0, 0)
  }

  return (change, { blind } = { blind: false }) =>
    new Promise((resolve, reject) => {
      waiting.push({ change, blind, resolve, reject })
      if (waiting.length === 1) gather(0, 0)
    })
}

async function commitGroup(db: Db, file: SqliteFile, group: Waiting[]) {
  const blind = group.filter(({ blind }) => blind)
  // One alone is not worth the way to the thread and back.
  const inThread = blind.length > 1 ? blind : []
  if (inThread.length > 0) await commitBlind(db, file, inThread)
  const rest = group.filter((one) => !inThread.includes(one))
  if (rest.length > 0) await commit(db, rest)
}

async function commitBlind(db: Db, file: SqliteFile, group: Waiting[]) {
  const book: Question[] = []
  const blind = createBlindDb(file, book)
  const done: { one: Waiting; result: unknown }[] = []
  for (const one of group) {
    const before = book.length
    try {
      done.push({ one, result: await one.change(blind) })
    } catch (error) {
      book.length = before
      one.reject(error)
    }
  }
  try {
    if (book.length > 0) await file.writeAll(book)
    for (const { one, result } of done) one.resolve(result as never)
  } catch (error) {
    if (isUnavailable(error)) return done.forEach(({ one }) => void one.reject(error))
    for (const { one } of done) await commit(db, [one])
  }
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
