import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { addDays, atHour, dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { closeRound } from './close-round.ts'
import { openRound } from './open-round.ts'
import { findPulse, listDuePulses, listOverRounds, moveOn } from './store.ts'

/** The hour at which rounds open, on the clock of the organisation. */
export const OPENS_AT = 9

/** Closes rounds whose time is over and opens those whose time has come. Any number of processes may ask at once: each round is opened and closed by one. */
export async function turnPulses({ db, clock, log }: Deps): Promise<void> {
  const now = clock()
  for (const { id, organisationId, pulseId } of await listOverRounds(db, now.toISOString()))
    await transact(db, (db) => closeOver(db, systemScope(organisationId), { id, pulseId }, now)).catch((error) =>
      log.error({ roundId: id, organisationId, err: error }, 'pulse round not closed'),
    )
  for (const { id, organisationId, nextAt } of await listDuePulses(db, now.toISOString()))
    await transact(db, (db) => openDue(db, systemScope(organisationId), { id, nextAt: nextAt ?? '' }, now)).catch((error) =>
      log.error({ pulseId: id, organisationId, err: error }, 'pulse round not opened'),
    )
}

async function closeOver(db: Db, scope: Scope, { id, pulseId }: { id: string; pulseId: string }, now: Date) {
  const pulse = await findPulse(db, scope, pulseId)
  if (pulse) await closeRound(db, scope, pulse, id, now)
}

/** After a long stop one round opens, not one for each that was missed. */
async function openDue(db: Db, scope: Scope, { id, nextAt }: { id: string; nextAt: string }, now: Date) {
  const pulse = await findPulse(db, scope, id)
  if (!pulse) return
  const { timeZone } = await readOrganisation(db, scope)
  if (!(await moveOn(db, scope, id, nextAt, openingAfter(nextAt, pulse.everyWeeks, timeZone, now)))) return
  if (pulse.openRound || !(await openRound(db, scope, pulse, now)))
    await record(db, scope, [{ type: 'pulse.skipped', detail: { pulseId: id, reason: pulse.openRound ? 'open' : 'few' } }], now)
}

/** The first opening after now, of those that come every so many weeks: on the same day of the week and at the same hour, whatever the clock did in between. */
export function openingAfter(openedAt: string, everyWeeks: number, timeZone: string, now: Date): string {
  let day = dayAt(new Date(openedAt), timeZone)
  do day = addDays(day, 7 * everyWeeks)
  while (atHour(day, OPENS_AT, timeZone) <= now)
  return atHour(day, OPENS_AT, timeZone).toISOString()
}
