import type { Deps } from '../deps.ts'
import { sleep } from '../outbox/bell.ts'
import { type Rounds, startRounds } from '../outbox/rounds.ts'
import { answerPart, type Step, stepOf } from './answer-part.ts'
import { listAnswering } from './answering-store.ts'
import { followPart } from './life/follow-up.ts'
import { listFollowing } from './life/follow-up-store.ts'

/** So long a part may take: on SQLite whoever writes meanwhile waits for it, elsewhere nobody does. */
const PART_MS = { sqlite: 15, postgres: 200 }
const LEAST = { sqlite: 200, postgres: 500 }
const MOST = 5_000
/** Between two parts others come to their turn. */
const REST_MS = 3

/**
 * Tells and answers the many items of outcomes that are out, and lets them hear of corrections and withdrawals, part by part: nobody who writes meanwhile waits for all of them. Any number of processes may do so; each part is done
 * by one. How far it is stands with the outcome, so that one that is killed goes on where it was.
 */
export function startAnswerer(deps: Deps, { pollMs = 150 }: { pollMs?: number | null } = {}): Rounds {
  const { engine } = deps.db
  const sizes: Record<Step | 'following', number> = {
    ...{ telling: 2 * LEAST[engine], answering: LEAST[engine], ending: LEAST[engine] },
    following: LEAST[engine],
  }

  /** A part of each. */
  async function round(isStopping: () => boolean): Promise<boolean> {
    let goesOn = false
    for (const one of await listAnswering(deps.db)) {
      if (isStopping()) return false
      if (await timed(stepOf(one.answering) ?? 'ending', (size, begins) => answerPart(deps, one, size, begins))) goesOn = true
    }
    for (const one of await listFollowing(deps.db)) {
      if (isStopping()) return false
      if (await timed('following', (size, begins) => followPart(deps, one, size, begins))) goesOn = true
    }
    return goesOn
  }

  /** Does a part, and lets the next one of its kind be as large as fits. */
  async function timed(step: Step | 'following', part: (size: number, begins: () => void) => Promise<boolean>): Promise<boolean> {
    let began = performance.now()
    const begins = () => {
      began = performance.now()
    }
    const isMore = await part(sizes[step], begins)
    sizes[step] = Math.max(LEAST[engine], fitting(sizes[step], performance.now() - began, PART_MS[engine]))
    if (pollMs !== null) await sleep(REST_MS)
    return isMore
  }

  return startRounds(deps, { about: 'answering', pollMs, round })
}

/** As many as would have taken the time that a part may take; it changes slowly, since one part tells little. */
function fitting(size: number, took: number, mayTake: number): number {
  const change = Math.min(1.5, Math.max(0.5, mayTake / Math.max(took, 1)))
  return Math.round(Math.min(MOST, size * change))
}
