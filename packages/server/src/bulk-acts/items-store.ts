import type { RoutingDecision } from '@klankbord/shared/routing'
import type { Status } from '@klankbord/shared/widget'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import { type Columns, rowsIn } from '../db/rows-in.ts'
import type { Scope } from '../db/scope.ts'
import type { RoutingDecisionRow } from '../db/suggestion-rows.ts'
import type { StoredItem } from '../feedback/store.ts'

/** All of an item that an act may change, and that is put back when it is undone. */
const standing = {
  ...{ status: 'status', goalId: 'goal_id', initiativeId: 'initiative_id', plan: 'plan', outcomeId: 'outcome_id', routing: 'routing' },
  ...{ mergedIntoId: 'merged_into_id', mergedFrom: 'merged_from', replyBy: 'reply_by', replyByAlone: 'reply_by_alone', repliedAt: 'replied_at' },
  ...{ pausedReplyBy: 'paused_reply_by', askedAt: 'asked_at', escalation: 'escalation' },
  ...{ helped: 'helped', reactionReasons: 'reaction_reasons', reactionText: 'reaction_text', reactedAt: 'reacted_at' },
} as const
type Standing = { [Column in keyof typeof standing]: StoredItem[Column] }
const names = Object.keys(standing) as (keyof Standing)[]

/** How an item stands, as it is written down to be put back. */
export const standingOf = (item: StoredItem): Standing => Object.fromEntries(names.map((name) => [name, item[name]])) as Standing

/** Reads these items and holds them until the transaction ends, always in the same order. */
export async function readItems(db: Db, scope: Scope, ids: readonly string[]): Promise<StoredItem[]> {
  const query = db.named(scope).selectFrom('feedbackItems').selectAll().where('id', 'in', idsIn(db.engine, ids)).orderBy('id')
  // On SQLite whoever writes is alone.
  const rows = await (db.engine === 'postgres' ? query.forUpdate() : query).execute()
  return rows.map((row) => ({ ...row, status: row.status as Status, routing: JSON.parse(row.routing) as RoutingDecision }))
}

/** Which of these items others were merged into. */
export async function listWithMerged(db: Db, scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .named(scope)
    .selectFrom('feedbackItems')
    .select('mergedIntoId')
    .distinct()
    .where('mergedIntoId', 'in', idsIn(db.engine, ids))
    .execute()
  return new Set(rows.map(({ mergedIntoId }) => String(mergedIntoId)))
}

/** An item that is changed, as it stands from now on; `news` is how many things more, or less, its customer has not seen. */
export interface Changed {
  id: string
  stands: Standing
  news: number
}

const columns: Columns = {
  id: 'text',
  news: 'integer',
  ...Object.fromEntries(names.map((name) => [standing[name], name === 'escalation' ? 'integer' : ('text' as const)])),
}

/** Writes how these items stand from now on. They are held. */
export async function writeItems(db: Db, { organisationId }: Scope, changed: readonly Changed[]) {
  if (changed.length === 0) return
  const rows = changed.map(({ id, news, stands }) => ({
    ...{ id, news },
    ...Object.fromEntries(names.map((name) => [standing[name], name === 'routing' ? JSON.stringify(stands.routing) : stands[name]])),
  }))
  const set = sql.raw(names.map((name) => `${standing[name]} = given.${standing[name]}`).join(', '))
  await sql`update feedback_items set ${set}, version = feedback_items.version + 1,
      news = case when feedback_items.news + given.news < 0 then 0 else feedback_items.news + given.news end
    from ${rowsIn(db.engine, columns, rows)} as given
    where feedback_items.id = given.id and feedback_items.organisation_id || '' = ${organisationId}`.execute(db.everywhere)
}

export interface Done {
  id: string
  version: number | null
  reason: string | null
  before: string | null
}

/** Writes down what was done to each item of a part, and how it stood before. */
export async function insertDone(db: Db, { organisationId }: Scope, bulkActId: string, part: number, done: readonly Done[]) {
  if (done.length === 0) return
  const given = rowsIn(
    db.engine,
    { id: 'text', version: 'integer', reason: 'text', before: 'text' },
    done as readonly (Done & Record<string, unknown>)[],
  )
  await sql`insert into bulk_act_items (organisation_id, bulk_act_id, part, feedback_item_id, version, reason, before)
    select cast(${organisationId} as text), cast(${bulkActId} as text), cast(${part} as integer), id, version, reason, before from ${given} as given`.execute(
    db.everywhere,
  )
}

/** Taken out of one column, so that the events of many are written in one statement. */
export interface ItemEvent {
  id: string
  item: string
  type: string
  detail: string
}

/** Adds to the history of many items at once. */
export async function insertEvents(db: Db, { organisationId, who }: Scope, events: readonly ItemEvent[], at: string) {
  if (events.length === 0) return
  const given = rowsIn(
    db.engine,
    { id: 'text', item: 'text', type: 'text', detail: 'text' },
    events as readonly (ItemEvent & Record<string, unknown>)[],
  )
  const [id, name] = ['id' in who ? who.id : null, 'name' in who ? who.name : null]
  await sql`insert into events (organisation_id, id, feedback_item_id, type, actor_kind, actor_id, actor_name, detail, created_at)
    select cast(${organisationId} as text), id, item, type, cast(${who.kind} as text), cast(${id} as text), cast(${name} as text), detail, cast(${at} as text)
    from ${given} as given`.execute(db.everywhere)
}

export type Decision = Omit<RoutingDecisionRow, 'organisationId'>

/** What people decided about these items so far. */
export async function listDecisions(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, Decision>> {
  const rows = await db.named(scope).selectFrom('routingDecisions').selectAll().where('feedbackItemId', 'in', idsIn(db.engine, ids)).execute()
  return new Map(rows.map(({ organisationId, ...row }) => [row.feedbackItemId, row]))
}

/** What was suggested for these items. */
export async function listSuggested(db: Db, scope: Scope, ids: readonly string[]) {
  const rows = await db
    .named(scope)
    .selectFrom('suggestions')
    .select(['feedbackItemId', 'goalId', 'confidence'])
    .where('feedbackItemId', 'in', idsIn(db.engine, ids))
    .where('goalId', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.feedbackItemId, row]))
}

/** Writes down what people decided about these items, in the place of what stood there. */
export async function putDecisions(db: Db, scope: Scope, decisions: readonly Decision[], gone: readonly string[] = []) {
  const ids = [...decisions.map(({ feedbackItemId }) => feedbackItemId), ...gone]
  if (ids.length === 0) return
  await db.named(scope).deleteFrom('routingDecisions').where('feedbackItemId', 'in', idsIn(db.engine, ids)).execute()
  if (decisions.length > 0)
    await db
      .within(scope)
      .insertInto('routingDecisions', [...decisions])
      .execute()
}
