import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { idsIn } from '../../db/ids-in.ts'
import type { Scope } from '../../db/scope.ts'
import { ASKED, FLAGGED } from '../../db/tallies.ts'
import { countDue, countMarked, countPlaces, rareLocales } from './estimate-store.ts'
import type { Sought } from './sought.ts'
import type { Arm } from './walk-store.ts'

/** More ways along indexes than this at once cost more than they save. */
const MOST_ARMS = 40
/** So many items are sorted within a page's time. */
const MOST_SORTED = 3000

/** The ways to what is sought, and, where it is little, the seqs of all of it. `n` is how many there are, infinite when that is not known. */
export interface Ways {
  arms: Arm[]
  n: number
  set: RawBuilder<unknown> | null
}

const armAlong = (index: string, where: RawBuilder<unknown> | null, n = Number.POSITIVE_INFINITY): Arm => ({ index, where, n })

const everything: Ways = { arms: [armAlong('feedback_items_new', null)], n: Number.POSITIVE_INFINITY, set: null }

const seqsBy = ({ engine }: Db, { organisationId }: Scope, { index, where }: Arm) =>
  sql`select seq from feedback_items ${engine === 'sqlite' ? sql`indexed by ${sql.raw(index)}` : sql``} where organisation_id = ${organisationId} and ${where ?? sql`true`}`

/** Chooses by what is counted anyway, so that it costs next to nothing. */
export async function waysTo(db: Db, scope: Scope, sought: Sought): Promise<Ways> {
  const { customerId, initiativeId, due, isAsked, isFlagged, goalIds, statuses, locale } = sought
  const one = (arm: Arm, n: number): Ways => ({ arms: [arm], n, set: n <= MOST_SORTED ? seqsBy(db, scope, arm) : null })
  if (customerId) return one(armAlong('feedback_items_customer', sql`customer_id = ${customerId}`), 0)
  if (isAsked) return one(armAlong('feedback_items_asked', sql`asked_at is not null`), await countMarked(db, scope, ASKED))
  if (isFlagged) return one(armAlong('feedback_items_flagged', sql`flagged_at is not null`), await countMarked(db, scope, FLAGGED))
  if (due) {
    const n = await countDue(db, scope, due)
    const waits = sql`reply_by is not null and replied_at is null and reply_by >= ${due.from} and reply_by < ${due.to}`
    if (n <= MOST_SORTED) return one(armAlong('feedback_items_due', waits), n)
  }
  if (initiativeId) return one(armAlong('feedback_items_initiative', sql`initiative_id = ${initiativeId}`), Number.POSITIVE_INFINITY)
  const ways = goalIds || statuses ? await byPlace(db, scope, sought) : everything
  const rare = locale && ways.n > MOST_SORTED ? await byLocale(db, scope, locale) : null
  return rare && (ways === everything || rare.n <= MOST_SORTED) ? rare : ways
}

/** Null where the language is common. */
async function byLocale(db: Db, scope: Scope, language: string): Promise<Ways | null> {
  const locales = await rareLocales(db, scope, language, MOST_SORTED)
  if (!locales || locales.length > MOST_ARMS) return null
  const along = (where: RawBuilder<unknown>, n: number) => armAlong('feedback_items_locale', where, n > MOST_SORTED ? Number.POSITIVE_INFINITY : n)
  const arms = locales.map(({ locale, n }) => along(sql`locale = ${locale}`, n))
  const n = arms.reduce((sum, arm) => sum + arm.n, 0)
  const all = () => seqsBy(db, scope, along(sql`locale in (${sql.join(locales.map(({ locale }) => locale))})`, n))
  return { arms, n, set: n > 0 && n <= MOST_SORTED ? all() : null }
}

async function byPlace(db: Db, scope: Scope, sought: Sought): Promise<Ways> {
  const places = await countPlaces(db, scope, sought)
  const n = places.reduce((sum, place) => sum + place.n, 0)
  const { goalIds, statuses } = sought
  if (!goalIds)
    return {
      arms: places.map(({ status, n }) => armAlong('feedback_items_status', sql`status = ${status}`, n)),
      n,
      set: n <= MOST_SORTED && n > 0 ? inStatuses(db, scope, places) : null,
    }
  const set = n <= MOST_SORTED ? inGoals(db, scope, goalIds) : null
  if (places.length <= MOST_ARMS) return { arms: places.map(armOf), n, set }
  if (set) return { arms: [], n, set }
  // So many goals hold a good part of all: then the newest of any are walked along, and those of other goals passed over.
  return { ...(statuses ? await byPlace(db, scope, { ...sought, goalIds: null }) : everything), set: null }
}

const armOf = ({ goalId, status, n }: { goalId: string; status: string; n: number }) =>
  armAlong('feedback_items_goal', goalId === '' ? sql`goal_id is null and status = ${status}` : sql`goal_id = ${goalId} and status = ${status}`, n)

const inStatuses = (db: Db, scope: Scope, places: { status: string }[]) =>
  seqsBy(db, scope, armAlong('feedback_items_status', sql`status in (${sql.join(places.map(({ status }) => status))})`))

function inGoals(db: Db, scope: Scope, goalIds: readonly string[]) {
  const named = goalIds.filter((id) => id !== '')
  const parts = [
    ...(named.length > 0 ? [seqsBy(db, scope, armAlong('feedback_items_goal', sql`goal_id in ${idsIn(db.engine, named)}`))] : []),
    ...(named.length < goalIds.length ? [seqsBy(db, scope, armAlong('feedback_items_goal', sql`goal_id is null`))] : []),
  ]
  return sql.join(parts, sql` union all `)
}
