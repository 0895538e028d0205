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
 * Keeps blind changes: they are written down as they come, and kept in groups by the thread that writes. While it keeps one group the next
 * is written down, and goes to it before the first is answered, so that neither waits for the other.
 */
export function createBlindCommit(db: Db, file: SqliteFile): (one: Waiting) => void {
  const waiting: Waiting[] = []
  const blindDb = blindDbsOf(file)
  const newGroup = (book: Question[] = []): Group => ({ db: blindDb(book), book, done: [] })
  let group = newGroup()
  let writing = false
  let keeping = false

  async function writeDown() {
    if (writing) return
    writing = true
    try {
      await file.inOneView(async () => {
        while (waiting.length > 0 && group.done.length < MOST) await writeOne(group, waiting.shift() as Waiting)
      })
    } catch (error) {
      for (const { reject } of waiting.splice(0)) reject(error)
    }
    writing = false
    // One may have come when the loop was over already.
    if (waiting.length > 0 && group.done.length < MOST) setImmediate(writeDown)
    if (!keeping) keep()
  }

  async function keep() {
    // A change that is half written down is not to be parted.
    if (writing || group.done.length === 0) return
    keeping = true
    const kept = group
    group = newGroup()
    const answer = await file.writeAll(kept.book, kept.done.length > 1).then(
      () => () => answerAll(kept),
      (error) => () => refuse(db, kept, error),
    )
    keeping = false
    keep()
    answer()
    if (waiting.length > 0) writeDown()
  }

  return (one) => {
    waiting.push(one)
    // A turn of the event loop later, so that requests that were read together go together.
    if (waiting.length === 1 && !writing) setImmediate(writeDown)
  }
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
