import { performance } from 'node:perf_hooks'

/** From this share of its time on, a process has its hands full. */
const FULL = 0.7
/** However busy it is, something is done once in so long. */
const MOST_WAIT_MS = 5_000

/** How long a process had something to do, and how long nothing, in milliseconds since it began. */
interface Hands {
  active: number
  idle: number
}

/**
 * Lets what people ask go first: false while the process has had its hands full since the last time it was asked, though not for longer than five seconds.
 * What waits is made later; who sends feedback is waiting now.
 */
export function createPace(read: () => Hands = () => performance.eventLoopUtilization()) {
  let before = read()
  let waited = 0
  return (): boolean => {
    const { active, idle } = read()
    const [busy, all] = [active - before.active, active - before.active + idle - before.idle]
    before = { active, idle }
    waited = busy > all * FULL && waited < MOST_WAIT_MS ? waited + all : 0
    return waited === 0
  }
}
