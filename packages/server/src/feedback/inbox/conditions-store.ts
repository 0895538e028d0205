import type { LoopStanding } from '@klankbord/shared/finding'
import { type RawBuilder, sql } from 'kysely'
import type { Engine } from '../../db/db.ts'
import { ftsOf, type TextQuery, tsqueryOf, unwantedInFts } from '../../db/feedback-search.ts'
import { idsIn } from '../../db/ids-in.ts'
import type { Scope } from '../../db/scope.ts'
import { as, loopConditions } from '../../db/tallies.ts'
import type { Sought } from './sought.ts'

type Condition = RawBuilder<unknown>

/** CSAT, NPS and CES by how good they are. */
const BANDS = {
  low: `((item.rating_scale = 'csat' and item.rating_value <= 2) or (item.rating_scale = 'nps' and item.rating_value <= 6)
    or (item.rating_scale = 'ces' and item.rating_value <= 3))`,
  middle: `((item.rating_scale = 'csat' and item.rating_value = 3) or (item.rating_scale = 'nps' and item.rating_value in (7, 8))
    or (item.rating_scale = 'ces' and item.rating_value = 4))`,
  high: `((item.rating_scale = 'csat' and item.rating_value >= 4) or (item.rating_scale = 'nps' and item.rating_value >= 9)
    or (item.rating_scale = 'ces' and item.rating_value >= 5))`,
  any: 'item.rating_value is not null',
  none: 'item.rating_value is null',
}

const among = (engine: Engine, column: Condition, ids: readonly string[]) => {
  const named = ids.filter((id) => id !== '')
  const some = named.length === 1 ? sql`${column} = ${named[0]}` : sql`${column} in ${idsIn(engine, named)}`
  if (named.length === ids.length) return some
  return named.length === 0 ? sql`${column} is null` : sql`(${column} is null or ${some})`
}

/** `fr` is `fr-BE` too. */
export const inLanguage = (column: string, language: string): Condition =>
  sql`(${sql.raw(column)} = ${language} or ${sql.raw(column)} like ${`${language}-%`})`

/** Where an item stands: in the index of what is due too. */
export function placeConditions(engine: Engine, { statuses, goalIds }: Sought, row: 'item' | 'thin'): Condition[] {
  const status = sql.raw(`${row}.status`)
  return [
    statuses ? sql`${status} in (${sql.join(statuses)})` : sql`${status} <> 'spam'`,
    ...(goalIds ? [among(engine, sql.raw(`${row}.goal_id`), goalIds)] : []),
  ]
}

/** What stands in the index of the newest too: looking at it there costs least. */
export function coveredConditions(engine: Engine, { kind, siteIds, locale, rating, from, to }: Sought, row: 'item' | 'thin'): Condition[] {
  const column = (name: string) => sql.raw(`${row}.${name}`)
  const found: Condition[] = []
  if (kind) found.push(sql`${column('kind')} = ${kind}`)
  if (siteIds) found.push(among(engine, column('site_id'), siteIds))
  if (locale) found.push(inLanguage(`${row}.locale`, locale))
  if (rating) found.push(sql.raw(BANDS[rating].replaceAll('item.', `${row}.`)))
  if (from) found.push(sql`${column('submitted_at')} >= ${from}`)
  if (to) found.push(sql`${column('submitted_at')} < ${to}`)
  return found
}

const hasAddress = sql`exists (select 1 from customers where customers.id = item.customer_id and customers.email is not null)`
const hasPicture = sql`exists (select 1 from attachments where attachments.feedback_item_id = item.id and attachments.removed_at is null)`

const hasAttribute = (engine: Engine, { name, value }: NonNullable<Sought['attribute']>) =>
  engine === 'sqlite'
    ? sql`exists (select 1 from json_each(item.attributes) as one where one.key = ${name} and one.value = ${value})`
    : sql`item.attributes::json ->> ${name}::text = ${value}`

const isDue = ({ from, to }: NonNullable<Sought['due']>) =>
  sql`(item.reply_by is not null and item.replied_at is null and item.reply_by >= ${from} and item.reply_by < ${to})`

const inLoop = (condition: string) => `(${as('item', condition)})`

/** As the sums of the loop count them: each list holds what its number counts, but for what a customer erased. */
const IN_LOOP: Record<LoopStanding, string> = {
  routed: inLoop(loopConditions.routed),
  replied: inLoop(loopConditions.replied),
  answered: inLoop(loopConditions.answered),
  told: inLoop(loopConditions.told),
  untold: inLoop(`${loopConditions.answered} and not coalesce(${loopConditions.told}, false)`),
  no_address: inLoop(loopConditions.no_address),
  reacted: inLoop(loopConditions.reactions),
  helped: inLoop(loopConditions.helped),
  kept: inLoop(loopConditions.promises_kept),
  missed: `(item.status <> 'merged' and item.reply_by is not null and (item.missed_at is not null or item.replied_at > item.reply_by))`,
}

/** What an item must be beside its text and what is covered. What a customer erased is a number only: there is nothing in it to read or to answer. */
export function conditionsOf(engine: Engine, scope: Scope, sought: Sought): Condition[] {
  const { customerId, initiativeId, due, email, attribute, isFlagged, isAsked } = sought
  const found: Condition[] = [sql`item.organisation_id = ${scope.organisationId}`, sql`item.erased_at is null`]
  found.push(...placeConditions(engine, sought, 'item'))
  if (customerId) found.push(sql`item.customer_id = ${customerId}`)
  if (initiativeId) found.push(sql`item.initiative_id = ${initiativeId}`)
  if (due) found.push(isDue(due))
  if (isFlagged) found.push(sql`item.flagged_at is not null`)
  if (isAsked) found.push(sql`item.asked_at is not null`)
  if (sought.loop) found.push(sql.raw(IN_LOOP[sought.loop]))
  if (attribute) found.push(hasAttribute(engine, attribute))
  if (email !== null) found.push(email ? hasAddress : sql`not ${hasAddress}`)
  if (sought.hasPicture) found.push(hasPicture)
  return found
}

/** What the text must be, looked at for one item at a time. `isFound` when the item was found by its text: then only what must not be there is left. */
export function textConditions(engine: Engine, text: TextQuery | null, isFound: boolean): Condition[] {
  if (!text) return []
  if (engine === 'postgres') return isFound ? [] : [sql`item.search @@ to_tsquery('simple', ${tsqueryOf(text)})`]
  const [wanted, unwanted] = [isFound ? null : ftsOf(text), unwantedInFts(text)]
  const holds = (query: string) =>
    sql`exists (select 1 from feedback_search where feedback_search match ${query} and feedback_search.rowid = item.seq)`
  return [...(wanted ? [holds(wanted)] : []), ...(unwanted ? [sql`not ${holds(unwanted)}`] : [])]
}

export const all = (conditions: Condition[]) => sql.join(conditions, sql` and `)
