import { openCalendar } from '../calendar/open-calendar.ts'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { readOrganisation } from '../members/store.ts'
import { readRouting } from '../rules/store.ts'

type Intake = Awaited<ReturnType<typeof read>>

const read = async (db: Db, scope: Scope, now: Date) => {
  const { locale } = await readOrganisation(db, scope)
  return { calendar: await openCalendar(db, scope, now), language: locale, ...(await readRouting(db, scope)) }
}

/** Items that are committed together are routed by the same rules, so these are read once per transaction. */
const ofTransaction = new WeakMap<object, Map<string, Promise<Intake>>>()

/** What an arriving item needs to know of its organisation: rules and the number of their version, calendar, language. */
export function readIntake(db: Db, scope: Scope, now: Date): Promise<Intake> {
  const known = ofTransaction.get(db) ?? new Map<string, Promise<Intake>>()
  ofTransaction.set(db, known)
  const intake = known.get(scope.organisationId) ?? read(db, scope, now)
  known.set(scope.organisationId, intake)
  return intake
}
