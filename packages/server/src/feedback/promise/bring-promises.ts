import type { NotificationKind, PromiseStep } from '@klankbord/shared/notifications'
import { openCalendar } from '../../calendar/open-calendar.ts'
import { endOf, startOf, type WorkingCalendar, workdayBefore, workdayFrom } from '../../calendar/working-time.ts'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import { type Scope, systemScope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { answerableFor } from '../../goals/answerable.ts'
import { dayAt } from '../../members/local-time.ts'
import { notify, notifyOfMore, type Told } from '../../notifications/notify.ts'
import { listAdmins, namesOf } from '../../notifications/store.ts'
import { giveBackStrays } from '../goals/end-goal.ts'
import { claimDue, claimUnrouted, type Due, listOrganisations } from './escalation-store.ts'

/** Who looks more often finds nothing more. */
const LOOK_EVERY_MS = 10_000

const lookedAt = new WeakMap<Db, number>()

/**
 * Brings promises that are due soon, or have passed, to those who answer for them, and items that nobody routes, or whose goal has ended, to the admins. Any number of processes may ask at
 * once: each step of each item happens once.
 */
export async function bringPromises({ db, clock, log }: Deps): Promise<void> {
  const now = clock()
  if (Math.abs(now.getTime() - (lookedAt.get(db) ?? 0)) < LOOK_EVERY_MS) return
  lookedAt.set(db, now.getTime())
  for (const { id } of await listOrganisations(db))
    await bringOf(db, systemScope(id), now).catch((error) => log.error({ organisationId: id, err: error }, 'promises not brought'))
}

async function bringOf(db: Db, scope: Scope, now: Date) {
  await giveBackStrays(db, scope, now)
  const calendar = await openCalendar(db, scope, now)
  for (const step of stepsAt(calendar, now)) await transact(db, (db) => bring(db, scope, step, now))
  await transact(db, (db) => alarm(db, scope, workdayBefore(calendar, now), now))
}

interface Step {
  kind: NotificationKind
  step: PromiseStep
  due: Due
}

/**
 * What is due at a moment: soon from the beginning of the working day before the last one; then, once it has passed, at once to the owner, a working day later to the lead,
 * and another later to the owner above.
 */
export function stepsAt(calendar: WorkingCalendar, now: Date): Step[] {
  const today = dayAt(now, calendar.timeZone)
  const isWorkday = calendar.isWorkday(today)
  const begun = isWorkday && startOf(calendar, today) <= now ? today : workdayFrom(calendar, today, -1)
  const over = isWorkday && endOf(calendar, today) <= now ? today : workdayFrom(calendar, today, -1)
  const end = (from: string, days: number) => endOf(calendar, workdayFrom(calendar, from, days)).toISOString()
  const at = now.toISOString()
  const passed = (from: number[], to: number, until: string) => ({ from, to, until, after: '', madeBefore: at, soonest: at })
  return [
    {
      kind: 'due-soon',
      step: 'owner',
      due: { from: [0], to: 1, until: end(begun, 1), after: at, madeBefore: startOf(calendar, begun).toISOString(), soonest: end(begun, 0) },
    },
    { kind: 'overdue', step: 'owner', due: passed([0, 1], 2, at) },
    { kind: 'overdue', step: 'lead', due: passed([2], 3, end(over, -1)) },
    { kind: 'overdue', step: 'above', due: passed([3], 4, end(over, -2)) },
  ]
}

async function bring(db: Db, scope: Scope, { kind, step, due }: Step, now: Date) {
  const items = await claimDue(db, scope, due)
  const people = new Map<string, string[]>()
  const told: Told[] = []
  const events = []
  for (const { id, goalId, replyBy } of items) {
    const to = people.get(goalId ?? '') ?? (await answering(db, scope, goalId, step))
    people.set(goalId ?? '', to)
    told.push(...to.map((memberId) => ({ memberId, kind, step, feedbackItemId: id, about: `${kind}:${step}:${id}:${replyBy}` })))
    const detail = { step: kind === 'due-soon' ? kind : step, to: await namesOf(db, scope, to), replyBy }
    if (to.length > 0) events.push({ type: 'promise.brought', feedbackItemId: id, detail })
  }
  await notify(db, scope, told, now)
  await record(db, scope, events, now)
}

/** At the top there is always somebody: the owners and admins. They are also who keeps a promise that a goal left behind, so nobody is above them. */
async function answering(db: Db, scope: Scope, goalId: string | null, step: PromiseStep): Promise<string[]> {
  if (goalId === null) return step === 'owner' ? listAdmins(db, scope) : []
  const people = await answerableFor(db, scope, goalId, step)
  return people.length > 0 || step !== 'above' ? people : listAdmins(db, scope)
}

async function alarm(db: Db, scope: Scope, since: Date, now: Date) {
  const ids = await claimUnrouted(db, scope, since.toISOString(), now.toISOString())
  if (ids.length === 0) return
  const admins = await listAdmins(db, scope)
  await notifyOfMore(db, scope, admins, { kind: 'to-route', count: ids.length }, now)
  const detail = { step: 'to-route', to: await namesOf(db, scope, admins) }
  await record(
    db,
    scope,
    ids.map((feedbackItemId) => ({ type: 'promise.brought', feedbackItemId, detail })),
    now,
  )
}
