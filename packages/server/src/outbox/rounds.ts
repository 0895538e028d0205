import type { Deps } from '../deps.ts'
import { sleep } from './bell.ts'

/** Work in the background, a round after the other. */
export interface Rounds {
  /** Begins no further round, and waits for the one under way. */
  stop(): Promise<void>
  /** For tests: does all that there is to do and waits for it. */
  runOnce(): Promise<void>
}

interface Work {
  /** What it is about, for the log. */
  about: string
  /** The rest when nothing was left to do, in milliseconds; null for rounds only when `runOnce` is called. */
  pollMs: number | null
  /** Does a part of what there is. True when there may be more to do at once. */
  round(isStopping: () => boolean): Promise<boolean>
  /** A round broke. */
  onFault?(): void
}

const FAULT_MS = 2_000

export function startRounds({ log }: Pick<Deps, 'log'>, { about, pollMs, round, onFault }: Work): Rounds {
  let stopping = false
  const isStopping = () => stopping

  async function poll(everyMs: number) {
    while (!stopping) {
      let pause = everyMs
      try {
        if (await round(isStopping)) pause = 0
      } catch (error) {
        if (!stopping) log.error({ err: error }, about)
        onFault?.()
        pause = FAULT_MS
      }
      if (pause > 0 && !stopping) await sleep(pause)
    }
  }

  const polling = pollMs === null ? Promise.resolve() : poll(pollMs)
  return {
    async runOnce() {
      while (await round(isStopping));
    },
    async stop() {
      stopping = true
      await polling
    },
  }
}
