import type { RoutingQuality } from '@klankbord/shared/suggestions'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { addDays, atHour, dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { wilson } from '../routing/learned/may-route.ts'
import { countDecided } from './learning-store.ts'
import { listTaught } from './model-store.ts'

const WEEKS = 12
const MOST_WEEKS = 104
const RECENT_WEEKS = 4
const BEFORE_WEEKS = 12
const MOST_CONFUSED = 50

interface Decided {
  suggested: string
  chosen: string
  day: string
  count: number
}

interface Counts {
  suggested: number
  accepted: number
}

/** How suggestions fared with people, in weeks from a day on; the last twelve weeks unless told. */
export async function readQuality(
  { db, clock }: Deps,
  scope: Scope,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<RoutingQuality> {
  const { timeZone } = await readOrganisation(db, scope)
  const today = dayAt(clock(), timeZone)
  const to = asked.to ?? today
  const from = latest(asked.from ?? addDays(to, 1 - 7 * WEEKS), addDays(to, 1 - 7 * MOST_WEEKS))
  const between = async (first: string, last: string): Promise<Decided[]> => {
    const rows = await countDecided(db, scope, at(first, timeZone), at(addDays(last, 1), timeZone))
    return rows.map(({ suggestedGoalId, goalId, hour, count }) => {
      return { suggested: suggestedGoalId ?? '', chosen: goalId, day: dayAt(new Date(`${hour}:00:00.000Z`), timeZone), count }
    })
  }
  const decided = await between(from, to)
  const titles = new Map((await listTaught(db, scope)).map(({ id, title }) => [id, title]))
  const drifting = await between(addDays(today, 1 - 7 * (RECENT_WEEKS + BEFORE_WEEKS)), today)
  return {
    ...count(decided),
    weeks: weeksOf(from, to).map((week) => ({ from: week, ...count(decided.filter(({ day }) => day >= week && day < addDays(week, 7))) })),
    goals: [...new Set(decided.map(({ suggested }) => suggested))]
      .map((goalId) => ({ goalId, title: titles.get(goalId) ?? '', ...count(decided.filter(({ suggested }) => suggested === goalId)) }))
      .sort((a, b) => b.suggested - a.suggested || (a.goalId < b.goalId ? -1 : 1)),
    confusion: confusionOf(decided, titles),
    drift: driftOf(drifting, addDays(today, 1 - 7 * RECENT_WEEKS)),
  }
}

const at = (day: string, timeZone: string) => atHour(day, 0, timeZone).toISOString()
const latest = (one: string, other: string) => (one > other ? one : other)

function count(decided: readonly Decided[]): Counts {
  const sum = (rows: readonly Decided[]) => rows.reduce((total, row) => total + row.count, 0)
  return { suggested: sum(decided), accepted: sum(decided.filter(({ suggested, chosen }) => suggested === chosen)) }
}

function weeksOf(from: string, to: string): string[] {
  const weeks: string[] = []
  for (let day = from; day <= to && weeks.length <= MOST_WEEKS; day = addDays(day, 7)) weeks.push(day)
  return weeks
}

function confusionOf(decided: readonly Decided[], titles: ReadonlyMap<string, string>): RoutingQuality['confusion'] {
  const pairs = new Map<string, { suggested: string; chosen: string; count: number }>()
  for (const { suggested, chosen, count } of decided) {
    if (suggested === chosen) continue
    const pair = pairs.get(`${suggested} ${chosen}`) ?? { suggested, chosen, count: 0 }
    pair.count += count
    pairs.set(`${suggested} ${chosen}`, pair)
  }
  const named = (id: string) => ({ id, title: titles.get(id) ?? '' })
  return [...pairs.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_CONFUSED)
    .map(({ suggested, chosen, count }) => ({ suggested: named(suggested), chosen: named(chosen), count }))
}

/** Surely below: what is likely at most now is less than what was likely at least before. */
function driftOf(decided: readonly Decided[], since: string): RoutingQuality['drift'] {
  const before = count(decided.filter(({ day }) => day < since))
  const now = count(decided.filter(({ day }) => day >= since))
  if (before.suggested === 0 || now.suggested === 0) return null
  if (wilson(now.accepted, now.suggested).atMost >= wilson(before.accepted, before.suggested).atLeast) return null
  return { before: before.accepted / before.suggested, now: now.accepted / now.suggested }
}
