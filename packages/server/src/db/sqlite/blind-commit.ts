import { type Db, transact } from '../db.ts'
import { isUnavailable } from '../failure.ts'
import type { Waiting } from '../group-commit.ts'
import { blindDbsOf } from './blind-db.ts'
import type { Question } from './connection.ts'
import type { SqliteFile } from './file.ts'

/** Most changes that one commit takes along, so that none waits long for the others. */
const MOST = 128

/** What was written down for one commit. */
interface Group {
  db: Db
  book: Question[]
  done: { one: Waiting; result: unknown }[]
}

/**
 * Keeps blind changes: those that come in one turn of the event loop are written down together and go as a group to the thread that writes,
 * which is never waited for: while it keeps one group the next are written down.
 */
export function createBlindCommit(db: Db, file: SqliteFile): (one: Waiting) => void {
  let waiting: Waiting[] = []
  const blindDb = blindDbsOf(file)

  async function writeDown() {
    const coming = waiting.slice(0, MOST)
    const book: Question[] = []
    const group: Group = { db: blindDb(book), book, done: [] }
    try {
      await file.inOneView(async () => {
        for (const one of coming) await writeOne(group, one)
      })
    } catch (error) {
      for (const { reject } of coming) reject(error)
      group.done = []
    }
    waiting = waiting.slice(coming.length)
    if (waiting.length > 0) setImmediate(writeDown)
    if (group.done.length > 0) keep(db, file, group)
  }

  return (one) => {
    waiting.push(one)
    // A turn of the event loop later, so that requests that were read together go together.
    if (waiting.length === 1) setImmediate(writeDown)
  }
}

function keep(db: Db, file: SqliteFile, group: Group) {
  const kept = group.done.length > 1 ? file.writeInThread(group.book) : file.writeAll(group.book)
  kept.then(
    () => answerAll(group),
    (error) => refuse(db, group, error),
  )
}

async function writeOne({ db, book, done }: Group, one: Waiting) {
  const before = book.length
  try {
    done.push({ one, result: await one.change(db) })
  } catch (error) {
    book.length = before
    one.reject(error)
  }
}

function answerAll({ done }: Group) {
  for (const { one, result } of done) one.resolve(result as never)
}

/** A database that can't be written refuses all; else one of them is at fault, and each is tried alone. */
async function refuse(db: Db, { done }: Group, error: unknown) {
  for (const { one } of done) {
    if (isUnavailable(error)) one.reject(error)
    else await transact(db, one.change).then(one.resolve as (result: unknown) => void, one.reject)
  }
}
