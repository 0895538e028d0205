const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const WAITS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR]
const LONGEST_WAIT = 24 * HOUR
const GIVE_UP_AFTER = 72 * HOUR

/**
 * When to try again after attempt number `attempts` failed for now: 10 s, 1 min, 5 min, 30 min, 2 h, 6 h, 12 h, then daily, each a fifth longer or shorter so that
 * many do not come back at one moment. Null when that would be more than three days after it was queued.
 */
export function nextAttempt(attempts: number, queuedAt: Date, now: Date, chance = Math.random()): Date | null {
  const wait = WAITS[attempts - 1] ?? LONGEST_WAIT
  const at = new Date(now.getTime() + Math.round(wait * (0.8 + 0.4 * chance)))
  return at.getTime() - queuedAt.getTime() > GIVE_UP_AFTER ? null : at
}
