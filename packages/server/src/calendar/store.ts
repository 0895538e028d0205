import type { Calendar } from '@klankbord/shared/calendar'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { CalendarRow } from '../db/promise-rows.ts'
import { type Scope, systemScope } from '../db/scope.ts'

const row = prepared((db, { organisationId }: { organisationId: string }) =>
  db.within(systemScope(organisationId)).selectFrom('calendars').selectAll(),
)

const present = ({ workdays, holidays, ownDays }: Pick<CalendarRow, 'workdays' | 'holidays' | 'ownDays'>): Omit<Calendar, 'timeZone'> => ({
  workdays: JSON.parse(workdays) as number[],
  holidays: holidays === null ? null : (JSON.parse(holidays) as Calendar['holidays']),
  ownDays: JSON.parse(ownDays) as Calendar['ownDays'],
})

/** From Monday to Friday, without any day off: what counts until somebody says otherwise. */
const UNTOUCHED: Omit<Calendar, 'timeZone'> = { workdays: [1, 2, 3, 4, 5], holidays: null, ownDays: [] }

/** When an organisation works, and the last change to it. The time zone is the organisation's. */
export async function findCalendar(db: Db, { organisationId }: Scope) {
  const [found] = await row(db, { organisationId })
  if (!found) return { ...UNTOUCHED, changed: null }
  const { before, changedAt, changedBy } = found
  return { ...present(found), changed: before === null ? null : { at: changedAt, by: changedBy, before: JSON.parse(before) as Calendar } }
}

interface Change {
  before: Calendar
  changedAt: string
  changedBy: string | null
}

export async function upsertCalendar(
  db: Db,
  scope: Scope,
  { workdays, holidays, ownDays }: Omit<Calendar, 'timeZone'>,
  { before, ...change }: Change,
) {
  const row = {
    workdays: JSON.stringify(workdays),
    holidays: holidays && JSON.stringify(holidays),
    ownDays: JSON.stringify(ownDays),
    before: JSON.stringify(before),
    ...change,
  }
  await db
    .within(scope)
    .insertInto('calendars', row)
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(row))
    .execute()
}

/** How many promises were given and are not kept yet. */
export async function countGiven(db: Db, scope: Scope, now: string): Promise<number> {
  const row = await db
    .within(scope)
    .selectFrom('feedbackItems')
    .where('replyBy', '>=', now)
    .where('repliedAt', 'is', null)
    .where('status', 'in', ['received', 'routed', 'in_progress', 'reopened'])
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('given'))
    .executeTakeFirst()
  return row?.given ?? 0
}
