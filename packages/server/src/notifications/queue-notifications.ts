import { openCalendar } from '../calendar/open-calendar.ts'
import { type WorkingCalendar, workdayFrom } from '../calendar/working-time.ts'
import { type Db, transact } from '../db/db.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { atHour, dayAt } from '../members/local-time.ts'
import { enqueue } from '../outbox/outbox.ts'
import { UNTOUCHED } from './choice-store.ts'
import { claimForMail, listUnmailed, listWaiting } from './mail-store.ts'

/** Who looks more often finds nothing more. */
const LOOK_EVERY_MS = 5_000

const lookedAt = new WeakMap<Db, number>()

/** Queues the mails of what colleagues were told and have not read. Any number of processes may ask at once: each notification goes into one mail. */
export async function queueNotifications({ db, clock, log }: Deps): Promise<void> {
  const now = clock()
  if (Math.abs(now.getTime() - (lookedAt.get(db) ?? 0)) < LOOK_EVERY_MS) return
  lookedAt.set(db, now.getTime())
  for (const { id } of await listWaiting(db))
    await queueOf(db, systemScope(id), now).catch((error) => log.error({ organisationId: id, err: error }, 'notifications not queued'))
}

async function queueOf(db: Db, scope: Scope, now: Date) {
  const calendar = await openCalendar(db, scope, now)
  for (const reader of await listUnmailed(db, scope)) {
    const mail = reader.deactivatedAt === null ? (reader.mail ?? UNTOUCHED.mail) : 'none'
    const until = mail === 'daily' ? lastHour(calendar, reader.hour ?? UNTOUCHED.hour, now) : now
    await transact(db, (db) => queueFor(db, scope, { ...reader, mail }, until, now))
  }
}

/** Who wants none has what they were told taken aside, so that a mail which they ask for later begins then. */
async function queueFor(db: Db, scope: Scope, { id, email, mail }: { id: string; email: string; mail: string }, until: Date, now: Date) {
  const mailedAt = now.toISOString()
  if (!(await claimForMail(db, scope, id, until.toISOString(), mailedAt)) || mail === 'none') return
  const payload = { memberId: id, mailedAt, daily: mail === 'daily' }
  const delivery = { id: `notifications:${id}:${mailedAt}`, kind: 'notifications' as const, payload, aboutId: id, customerId: null, receiver: email }
  await enqueue(db, scope, [delivery], now)
}

/** When the last letter of a day was to leave: on a working day, at this hour. */
export function lastHour(calendar: WorkingCalendar, hour: number, now: Date): Date {
  const today = dayAt(now, calendar.timeZone)
  const at = atHour(today, hour, calendar.timeZone)
  return calendar.isWorkday(today) && at <= now ? at : atHour(workdayFrom(calendar, today, -1), hour, calendar.timeZone)
}
