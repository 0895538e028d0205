import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { askRebuild } from '../feedback/learning-store.ts'
import { lessonsSince, newestSaid } from './learning-store.ts'
import { findModelNumber, readPart } from './model-store.ts'
import { LearnerThread } from './thread/thread.ts'

/** What the thread of this process holds of an organisation. */
interface Held {
  /** The model's number; 0 for none. */
  number: number
  /** How many decisions it was built from. */
  examples: number
  /** When that began. */
  builtAt: string
  /** Decisions that it was told of beside those, as `id at`: what came since, and some that it may know already. */
  told: Set<string>
}

/** The thread with an organisation in it. */
export interface Learner extends Held {
  thread: LearnerThread
}

/** So many organisations at once; the thread has room for a few more. */
const HELD = 40
/** How many of the newest items tell which words are rare. */
const RECENT = 1000
/** Decisions that were being made while the model was built are told too. */
export const OVERLAP_MS = 5_000

/** A thread takes some 30 MB. One that has nothing to do is ended, and started again in half a second. */
const IDLE_MS = 10_000

let thread: LearnerThread | undefined
let held = new Map<string, Promise<Held>>()

/** The thread of this process, started when it is first needed. */
export function theThread(): LearnerThread {
  if (!thread?.isAlive) {
    thread = new LearnerThread(IDLE_MS)
    held = new Map()
  }
  return thread
}

/** The thread, with the newest model of an organisation in it. */
export async function learnerOf(db: Db, scope: Scope): Promise<Learner> {
  const thread = theThread()
  const newest = await findModelNumber(db, scope)
  const before = held.get(scope.organisationId)
  const loading = (before ?? Promise.resolve(undefined)).then((known) =>
    known && known.number === (newest?.number ?? 0) ? known : load(db, scope, thread, { number: 0, examples: 0, builtAt: '', ...newest }),
  )
  held.delete(scope.organisationId)
  held.set(scope.organisationId, loading)
  for (const [oldest] of held) if (held.size > HELD) held.delete(oldest)
  try {
    return { thread, ...(await loading) }
  } catch (error) {
    held.delete(scope.organisationId)
    throw error
  }
}

async function load(
  db: Db,
  scope: Scope,
  thread: LearnerThread,
  { number, examples, builtAt }: { number: number; examples: number; builtAt: string },
): Promise<Held> {
  const { organisationId } = scope
  for (let part = 0; number > 0; part++) {
    const packed = await readPart(db, scope, number, part)
    if (packed === undefined) break
    await thread.ask('give', { organisationId, part, packed })
  }
  const recent = (await newestSaid(db, scope, RECENT, null)).map(({ message }) => message)
  const since = number > 0 ? await lessonsSince(db, scope, new Date(Date.parse(builtAt) - OVERLAP_MS).toISOString()) : []
  const decided = since.map(({ id, text, goalId }) => ({ id, text, goalId }))
  // A model of another version is made anew.
  if (!(await thread.ask('load', { organisationId, number, recent, decided }))) await askRebuild(db, scope, builtAt)
  return { number, examples, builtAt, told: new Set(since.map(({ id, at }) => `${id} ${at}`)) }
}

const builders = new Set<LearnerThread>()
/** The last that was of use and has nothing to do. */
let resting: LearnerThread | undefined

/** A thread of its own for work of seconds to minutes, so that suggestions don't wait for it; one that just did such work is warm, and taken again. */
export async function inBuilder<Result>(work: (thread: LearnerThread) => Promise<Result>): Promise<Result> {
  const builder = resting?.isAlive ? resting : new LearnerThread()
  resting = undefined
  builders.add(builder)
  try {
    const result = await work(builder)
    await builder.ask('forget', undefined)
    return result
  } catch (error) {
    await builder.end()
    throw error
  } finally {
    builders.delete(builder)
    if (resting || !builder.isAlive) await builder.end()
    else {
      resting = builder
      builder.endAfter(IDLE_MS)
    }
  }
}

/** Ends the threads; others are started when they are needed. */
export async function endLearner() {
  const ending = [...builders, thread, resting].filter((one) => one !== undefined)
  thread = resting = undefined
  held = new Map()
  await Promise.all(ending.map((one) => one.end()))
}
