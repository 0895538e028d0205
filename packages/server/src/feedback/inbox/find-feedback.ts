import type { FeedbackSort } from '@klankbord/shared/finding'
import type { Db } from '../../db/db.ts'
import type { TextQuery } from '../../db/feedback-search.ts'
import type { Scope } from '../../db/scope.ts'
import { type Ways, waysTo } from './arms-store.ts'
import { estimateHits, lookAtHits } from './estimate-store.ts'
import { type Place, partsOf } from './order.ts'
import type { Sought } from './sought.ts'
import { type Asked, allHits, arrivalOf, findAmong, newestHits, walk, walkArrivals } from './walk-store.ts'

/** A text with more hits than this is common: then its hits are not all looked at. */
const MOST_HITS = 2000
/** By so many PostgreSQL still sorts what it found within a page's time. */
const MOST_SORTED = 20_000
/** Rows that are looked at for one page: as many as take some ten milliseconds. */
const LOOKS = { sqlite: { covered: 25_000, rows: 6_000, texts: 1_000 }, postgres: { covered: 15_000, rows: 15_000, texts: 5_000 } }
/** Looking a text up for one item costs SQLite so many times what looking at a row does. */
const TEXT_COST = 200

export interface Page {
  ids: string[]
  /** Where the list goes on; null at its end. */
  next: Place | null
}

interface Wanted {
  sought: Sought
  sort: FeedbackSort
  after: Place | null
  limit: number
}

/** How the items of a list are found. `hits` are those of a text, all or only the newest; a walk that finds too little takes all hits where it may. */
type Plan =
  | { by: 'hits'; text: TextQuery; isAll: boolean }
  | { by: 'arrivals'; text: TextQuery }
  | { by: 'ways'; ways: Ways; orHits: TextQuery | null }

/** The ids of a page of what is sought, in order. */
export async function findFeedback(db: Db, scope: Scope, wanted: Wanted): Promise<Page> {
  const { sought, sort, after, limit } = wanted
  const { text } = sought
  const plan: Plan = after?.part === 'arrivals' && text ? { by: 'arrivals', text } : await choosePlan(db, scope, wanted)
  if (plan.by === 'arrivals') return byArrival(db, scope, wanted, plan.text)
  const found: { id: string; place: Place }[] = []
  for (const [i, part] of partsOf[sort].entries()) {
    if (typeof after?.part === 'number' && i < after.part) continue
    const asked = { sought, part, after: after?.part === i ? after.keys : null, limit: limit + 1 - found.length }
    const looked = await findIn(db, scope, plan, asked)
    found.push(...looked.found.map(({ id, keys }) => ({ id, place: { part: i, keys } })))
    if (found.length > limit) break
    if (looked.until) return { ids: found.map(({ id }) => id), next: { part: i, keys: looked.until } }
  }
  const shown = found.slice(0, limit)
  return { ids: shown.map(({ id }) => id), next: found.length > limit ? (shown.at(-1)?.place ?? null) : null }
}

async function choosePlan(db: Db, scope: Scope, { sought, sort, limit }: Wanted): Promise<Plan> {
  const { text } = sought
  if (!text || text.words.length + text.phrases.length === 0) return { by: 'ways', ways: await waysTo(db, scope, sought), orHits: null }
  if (db.engine === 'postgres') {
    const hits = await estimateHits(db, scope, text)
    if (hits <= MOST_HITS || sort !== 'new') return { by: 'hits', text, isAll: hits <= MOST_SORTED }
    return { by: 'ways', ways: await waysTo(db, scope, sought), orHits: hits <= MOST_SORTED ? text : null }
  }
  const common = await lookAtHits(db, text, MOST_HITS)
  if (!common || sort !== 'new') return { by: 'hits', text, isAll: !common }
  const ways = await waysTo(db, scope, sought)
  const alongWays = limit * common.rowsPerHit * TEXT_COST
  const alongHits = limit * (common.rows / Math.max(1, Math.min(ways.n, common.rows)))
  return alongWays < alongHits ? { by: 'ways', ways, orHits: null } : { by: 'arrivals', text }
}

async function findIn(db: Db, scope: Scope, plan: Exclude<Plan, { by: 'arrivals' }>, asked: Asked) {
  if (plan.by === 'hits') {
    const hits = plan.isAll ? allHits(db, scope, plan.text) : newestHits(db, scope, plan.text, MOST_HITS)
    return { found: await findAmong(db, scope, hits, asked, true), until: null }
  }
  const { ways, orHits } = plan
  const isNewest = asked.part.index === 'feedback_items_new'
  if (ways.set && (!isNewest || ways.arms.length === 0)) return { found: await findAmong(db, scope, ways.set, asked, false), until: null }
  if (ways.n === 0 && ways.arms.length === 0) return { found: [], until: null }
  const looks = LOOKS[db.engine]
  const arms = isNewest ? ways.arms : [{ index: asked.part.index, where: null, n: Number.POSITIVE_INFINITY }]
  const isCovered = arms.every(({ index }) => index === 'feedback_items_new')
  const looked = await walk(db, scope, arms, asked, asked.sought.text ? looks.texts : isCovered ? looks.covered : looks.rows)
  if (looked.until === null || !orHits) return looked
  return { found: await findAmong(db, scope, allHits(db, scope, orHits), asked, true), until: null }
}

async function byArrival(db: Db, scope: Scope, { sought, after, limit }: Wanted, text: TextQuery): Promise<Page> {
  const from = after?.part === 'arrivals' ? Number(after.keys[0]) : after ? await arrivalOf(db, scope, String(after.keys.at(-1))) : null
  const { found, until } = await walkArrivals(db, scope, sought, text, from, limit + 1, LOOKS.sqlite.rows)
  const last = found.length > limit ? (found[limit - 1]?.keys ?? null) : until
  return { ids: found.slice(0, limit).map(({ id }) => id), next: last && { part: 'arrivals', keys: last } }
}
