import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { sleep } from '../outbox/bell.ts'
import { buildModel, buildsUnderWay } from './build-model.ts'
import { createFollower } from './follow-decisions.ts'
import { endLearner } from './learner.ts'
import { listToBuild } from './model-store.ts'
import { createPace } from './pace.ts'
import { claimDue, claimNew, lastSeq, listAfter, listBetween, type Waiting } from './store.ts'
import { suggestFor } from './turn-suggestions.ts'

export interface Suggester {
  /** Takes nothing new, waits for what is in hand, and ends the thread. A build that is under way is given up; another process takes it up, or this one when it is back. */
  stop(): Promise<void>
  /** For tests: does all that there is to do and waits for it. */
  runOnce(): Promise<void>
}

/** So many at a time: what arrives meanwhile does not wait long, and their writing holds up no one else's. */
const AT_ONCE = 20
/** What a process that ended had in hand is taken up again after this. */
const LEASE_MS = 15_000
/** On PostgreSQL an item can be committed after one that came later: so long its place is looked at again. */
const LATE_MS = 10_000
/** Places in the order of arrival that are looked through at a time for items of before, newest first. */
const STRIDE = 1000
const FAULT_MS = 3_000
/** What was left out when it came (it was spam then) is found when all is looked through again. */
const LOOK_THROUGH_MS = 60 * 60_000
/** Between two batches, so that a long pile leaves the machine to others half of the time. */
const LEAST_REST_MS = 10
const MOST_REST_MS = 300

/**
 * Makes suggestions in the background for whatever has none: what arrives within a second or so, then what was there before. Any number of processes may do so. Nothing
 * remembers how far it came: what is missing shows what is to do.
 */
export function startSuggester(deps: Deps, { pollMs = 400 }: { pollMs?: number | null } = {}): Suggester {
  const follow = createFollower()
  let next = createQueue(deps)
  let stopping = false
  let building: Promise<unknown> | undefined

  async function build(): Promise<boolean> {
    const [due] = await listToBuild(deps.db, deps.clock().toISOString())
    return due ? buildModel(deps, systemScope(due.organisationId)) : false
  }

  /** True when there may be more to do at once. */
  async function turn(): Promise<boolean> {
    await follow(deps)
    // Nobody waits for it: what goes wrong is told here, and tried again at the next turn.
    building ??= build()
      .catch((error) => deps.log.error({ err: error }, 'model not built'))
      .finally(() => {
        building = undefined
      })
    const items = await next()
    if (items === null) return false
    if (items.length > 0) await suggestFor(deps, items)
    return true
  }

  async function poll(everyMs: number) {
    const isOurTurn = createPace()
    while (!stopping) {
      const began = performance.now()
      let pause = everyMs
      try {
        if (isOurTurn() && (await turn())) pause = Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, performance.now() - began))
      } catch (error) {
        if (!stopping) deps.log.error({ err: error }, 'suggestions')
        // What was in hand is missing still, and found again.
        next = createQueue(deps)
        pause = FAULT_MS
      }
      if (!stopping) await sleep(pause)
    }
  }

  const polling = pollMs === null ? Promise.resolve() : poll(pollMs)
  return {
    async runOnce() {
      await follow(deps)
      while (await build());
      while (await turn()) await Promise.all([building, buildsUnderWay()])
      await Promise.all([building, buildsUnderWay()])
    },
    async stop() {
      stopping = true
      await Promise.race([polling, sleep(2_000)])
      await endLearner()
      await Promise.all([polling, building, buildsUnderWay()])
    },
  }
}

/** Takes the next items in hand: what must be made again, what arrived, then what was there before, from the newest back. Null when there are none. */
function createQueue({ db, clock }: Deps) {
  let head: number | null = null
  let tail = 0
  let lookedAt = performance.now()
  return async (): Promise<Waiting[] | null> => {
    if (head === null) head = tail = await lastSeq(db)
    if (tail === 0 && performance.now() > lookedAt + LOOK_THROUGH_MS) {
      lookedAt = performance.now()
      tail = head
    }
    const now = clock()
    const until = new Date(now.getTime() + LEASE_MS).toISOString()
    const again = await claimDue(db, now.toISOString(), until, AT_ONCE)
    if (again.length > 0) return again
    const arrived = await listAfter(db, head, AT_ONCE)
    if (arrived.length > 0) {
      const claimed = await claimNew(db, arrived, until)
      const late = db.engine === 'postgres' ? new Date(now.getTime() - LATE_MS).toISOString() : '9'
      for (const { seq, submittedAt } of arrived) if (submittedAt < late) head = Math.max(head, seq)
      return claimed
    }
    if (tail === 0) return null
    const before = await listBetween(db, Math.max(0, tail - STRIDE), tail, AT_ONCE)
    if (before.length < AT_ONCE) tail = Math.max(0, tail - STRIDE)
    return claimNew(db, before, until)
  }
}
