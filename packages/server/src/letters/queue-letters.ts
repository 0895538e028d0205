import { setImmediate } from 'node:timers/promises'
import type { LetterChoice } from '@klankbord/shared/letters'
import { type Db, transact } from '../db/db.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { addDays, atHour, dayAt, weekdayOf, weekOf } from '../members/local-time.ts'
import { enqueue } from '../outbox/outbox.ts'
import { type KnownChoice, listChoices, listWithLetters, untouched } from './choice-store.ts'
import { claimLetters, insertRun, listReceivers, listRuns, listTeams, type Receiver, removeOldRuns } from './store.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** A letter that could not leave at its hour still leaves within a day; after that the week is let go. */
const LATE_MS = DAY_MS
/** The shortest time between two letters to one person, also when a team moves its letter to another day. */
const QUIET_MS = 4 * DAY_MS
/** The longest that a letter looks back. */
const LONGEST_MS = 14 * DAY_MS
/** Letters in one transaction. */
const AT_ONCE = 500
/** Who looks more often finds nothing more: a letter comes at a whole hour. */
const LOOK_EVERY_MS = 5_000

const lookedAt = new WeakMap<Db, number>()

/** Queues the letters whose hour has come. Any number of processes may ask at once: each member gets one a week. */
export async function queueLetters({ db, clock, log }: Deps): Promise<void> {
  const now = clock()
  if (Math.abs(now.getTime() - (lookedAt.get(db) ?? 0)) < LOOK_EVERY_MS) return
  lookedAt.set(db, now.getTime())
  for (const organisation of await listWithLetters(db)) {
    const scope = systemScope(organisation.id)
    const all = await listDue(db, scope, organisation, now)
    if (all.length > 0) await removeOldRuns(db, scope, weekOf(dayAt(new Date(now.getTime() - LONGEST_MS), 'UTC')))
    for (const due of all)
      await queueTeam(db, scope, due, now).catch((error) =>
        log.error({ teamId: due.teamId, organisationId: organisation.id, err: error }, 'letters not queued'),
      )
  }
}

interface Due {
  teamId: string
  week: string
}

interface Place {
  timeZone: string
  locale: string
}

async function listDue(db: Db, scope: Scope, { timeZone, locale }: Place, now: Date): Promise<Due[]> {
  const choices = await listChoices(db, scope)
  const all = choices.get(scope.organisationId) ?? untouched(locale)
  const dueWeek = rememberingWeeks(timeZone, now)
  if (![all, ...choices.values()].some((choice) => choice.on && dueWeek(choice))) return []
  const due: Due[] = []
  for (const { id } of await listTeams(db, scope)) {
    const choice = choices.get(id) ?? all
    const week = choice.on ? dueWeek(choice) : null
    if (week) due.push({ teamId: id, week })
  }
  if (due.length === 0) return []
  const done = await listRuns(db, scope, [...new Set(due.map(({ week }) => week))])
  return due.filter(({ teamId, week }) => !done.has(`${teamId} ${week}`))
}

/** The week whose letter is due for a choice, or null; worked out once for all teams that chose the same. */
function rememberingWeeks(timeZone: string, now: Date) {
  const known = new Map<string, string | null>()
  return (choice: KnownChoice): string | null => {
    const key = `${choice.weekday} ${choice.hour} ${choice.changedAt}`
    const week = known.has(key) ? (known.get(key) ?? null) : dueWeekOf(choice, timeZone, now)
    known.set(key, week)
    return week
  }
}

/** The hour of the letter was less than a day ago, and after it was chosen. Never two weeks at once: the last hour that came is the one that counts. */
export function dueWeekOf(choice: KnownChoice, timeZone: string, now: Date): string | null {
  const { at, week } = lastLetter(choice, timeZone, now)
  const late = now.getTime() - at.getTime()
  return late < LATE_MS && at.toISOString() > choice.changedAt ? week : null
}

type When = Pick<LetterChoice, 'weekday' | 'hour'>

/** The last moment until now at which a letter was to leave, and the week that it was of. */
function lastLetter(when: When, timeZone: string, now: Date) {
  const monday = mondayAt(now, timeZone)
  const at = momentIn(monday, when, timeZone)
  if (at <= now) return { at, week: weekOf(monday) }
  const before = addDays(monday, -7)
  return { at: momentIn(before, when, timeZone), week: weekOf(before) }
}

/** When the next letter leaves. */
export function nextLetter(when: When, timeZone: string, now: Date): string {
  const monday = mondayAt(now, timeZone)
  const at = momentIn(monday, when, timeZone)
  return (at > now ? at : momentIn(addDays(monday, 7), when, timeZone)).toISOString()
}

const momentIn = (monday: string, { weekday, hour }: When, timeZone: string) => atHour(addDays(monday, weekday - 1), hour, timeZone)

function mondayAt(now: Date, timeZone: string): string {
  const today = dayAt(now, timeZone)
  return addDays(today, 1 - weekdayOf(today))
}

/** In pieces that let others write in between; the run is written down with the last, so that a process that dies half-way leaves the others still to come. */
async function queueTeam(db: Db, scope: Scope, { teamId, week }: Due, now: Date) {
  let after = ''
  for (;;) {
    const receivers = await listReceivers(db, scope, { teamId, after, limit: AT_ONCE })
    const isLast = receivers.length < AT_ONCE
    await transact(db, async (db) => {
      if (receivers.length > 0) await queueSome(db, scope, receivers, week, now)
      if (isLast) await insertRun(db, scope, teamId, week)
    })
    if (isLast) return
    after = receivers.at(-1)?.id ?? after
    await setImmediate()
  }
}

async function queueSome(db: Db, scope: Scope, receivers: Receiver[], week: string, now: Date) {
  const at = now.toISOString()
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
  const claimed = await claimLetters(
    db,
    scope,
    receivers.map(({ id }) => ({ memberId: id, week, queuedAt: at })),
    before(QUIET_MS),
  )
  const mails = receivers
    .filter(({ id }) => claimed.has(id))
    .map(({ id, email, queuedAt }) => {
      // What happened since the last letter, so that nothing is told twice or left out.
      const since = queuedAt && queuedAt > before(LONGEST_MS) ? queuedAt : before(7 * DAY_MS)
      const payload = { memberId: id, since, until: at }
      return { id: `letter:${week}:${id}`, kind: 'letter' as const, payload, aboutId: id, customerId: null, receiver: email }
    })
  await enqueue(db, scope, mails, now)
}
