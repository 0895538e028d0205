import type { Kind, Status } from '@klankbord/shared/widget'
import { type Compilable, sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { SuggestionRow } from '../db/suggestion-rows.ts'
import type { Raised } from '../routing/flags.ts'
import type { Made, StoredCandidate, StoredSimilar } from './thread/tasks.ts'

/** Statuses in which an item still waits for its outcome. */
const OPEN = ['received', 'routed', 'in_progress', 'reopened']

export interface StoredSuggestion extends Omit<SuggestionRow, 'candidates' | 'similarItems' | 'flags' | 'terms'> {
  candidates: StoredCandidate[]
  similar: StoredSimilar[]
  flags: Raised[]
  terms: number[]
}

/** Undefined while it is still to come. */
export async function findSuggestion(db: Db, scope: Scope, itemId: string): Promise<StoredSuggestion | undefined> {
  const row = await db
    .within(scope)
    .selectFrom('suggestions')
    .selectAll()
    .where('feedbackItemId', '=', itemId)
    .where('at', '!=', '')
    .executeTakeFirst()
  return row && { ...row, ...parsed(row) }
}

const parsed = (row: Pick<SuggestionRow, 'candidates' | 'similarItems' | 'flags' | 'terms'>) => ({
  candidates: JSON.parse(row.candidates) as StoredCandidate[],
  similar: JSON.parse(row.similarItems) as StoredSimilar[],
  flags: JSON.parse(row.flags) as Raised[],
  terms: JSON.parse(row.terms) as number[],
})

/** Items beside another, short: without what is spam, was merged or was erased. */
export async function listBeside(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .within(scope)
    .selectFrom('feedbackItems')
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .select(['feedbackItems.id', 'kind', 'message', 'status', 'submittedAt', 'goals.id as goalId', 'goals.title'])
    .where('feedbackItems.id', 'in', ids)
    .where('status', 'not in', ['spam', 'merged'])
    .where('erasedAt', 'is', null)
    .execute()
  return rows.map(({ goalId, title, kind, status, ...row }) => ({
    ...row,
    kind: kind as Kind,
    status: status as Status,
    goal: goalId !== null && title !== null ? { id: goalId, title } : null,
  }))
}

/** An item that is to get its suggestion. */
export interface Waiting {
  id: string
  organisationId: string
  seq: number
  kind: Kind
  message: string
  /** False when it had one before: then it keeps its terms. */
  isNew: boolean
}

const SKIPPED = ['spam', 'merged']

const columns = ['feedbackItems.id', 'feedbackItems.organisationId', 'feedbackItems.seq', 'feedbackItems.kind', 'message', 'submittedAt'] as const

const missing = ({ everywhere }: Db) =>
  everywhere
    .selectFrom('feedbackItems')
    .leftJoin('suggestions', 'suggestions.feedbackItemId', 'feedbackItems.id')
    .select(columns)
    .where('suggestions.feedbackItemId', 'is', null)
    .where('feedbackItems.erasedAt', 'is', null)
    .where('feedbackItems.status', 'not in', SKIPPED)

/** Items after a place in the order of arrival that have no suggestion, oldest first. */
export const listAfter = (db: Db, seq: number, limit: number) =>
  db.scan(missing(db).where('feedbackItems.seq', '>', seq).orderBy('feedbackItems.seq').limit(limit))

/** The same between two places, newest first. */
export const listBetween = (db: Db, after: number, upTo: number, limit: number) =>
  db.scan(missing(db).where('feedbackItems.seq', '>', after).where('feedbackItems.seq', '<=', upTo).orderBy('feedbackItems.seq', 'desc').limit(limit))

/** The last place in the order of arrival. */
export async function lastSeq({ everywhere }: Db): Promise<number> {
  const row = await everywhere.selectFrom('feedbackItems').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

/**
 * Takes items in hand that have no suggestion, each by one process. A file has one process, so there nothing needs to be written for it.
 */
export async function claimNew(db: Db, rows: Awaited<ReturnType<typeof listAfter>>, until: string): Promise<Waiting[]> {
  const waiting = rows.map((row): Waiting => ({ ...row, kind: row.kind as Kind, isNew: true }))
  if (db.engine === 'sqlite' || rows.length === 0) return waiting
  const empty = { model: 0, at: '', threshold: 0, candidates: '[]', similarItems: '[]', flags: '[]', terms: '[]', dueAt: until }
  const claimed = await db.everywhere
    .insertInto('suggestions')
    .values(waiting.map(({ id, organisationId, seq }) => ({ ...empty, feedbackItemId: id, organisationId, seq })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('feedbackItemId')
    .execute()
  const ours = new Set(claimed.map(({ feedbackItemId }) => feedbackItemId))
  return waiting.filter(({ id }) => ours.has(id))
}

/** Takes in hand what is to be made again, or was begun by a process that ended. The outer conditions repeat the inner ones, so that none is taken twice. */
export async function claimDue(db: Db, now: string, until: string, limit: number): Promise<Waiting[]> {
  const due = db.everywhere.selectFrom('suggestions').select('feedbackItemId').where('dueAt', 'is not', null).where('dueAt', '<=', now)
  const list = due.orderBy('dueAt').orderBy('seq', 'desc').limit(limit)
  const claimed =
    db.engine === 'sqlite'
      ? await list.execute()
      : await db.everywhere
          .updateTable('suggestions')
          .set({ dueAt: until })
          .where('feedbackItemId', 'in', list)
          .where('dueAt', 'is not', null)
          .where('dueAt', '<=', now)
          .returning('feedbackItemId')
          .execute()
  if (claimed.length === 0) return []
  const rows = await db.everywhere
    .selectFrom('feedbackItems')
    .innerJoin('suggestions', 'suggestions.feedbackItemId', 'feedbackItems.id')
    .select([...columns, 'suggestions.at'])
    .where(
      'feedbackItems.id',
      'in',
      claimed.map(({ feedbackItemId }) => feedbackItemId),
    )
    .execute()
  return rows.map(({ at, kind, ...row }) => ({ ...row, kind: kind as Kind, isNew: at === '' }))
}

/** A suggestion as it is kept. */
export interface Kept {
  item: Waiting
  made: Made
  model: number
  threshold: number
  at: string
}

/** What keeps these: each only while its item is there and was not erased, and nothing of it twice. */
export function keeping(db: Db, kept: readonly Kept[]): Compilable[] {
  const lock = sql`select id from feedback_items where id in (${sql.join(kept.map(({ item }) => item.id))}) order by id for update`
  return [
    // Whoever erases these waits for it, or has been waited for.
    ...(db.engine === 'postgres' ? [{ compile: () => lock.compile(db.everywhere) }] : []),
    ...kept.flatMap((one) => keepingOne(db, one)),
  ]
}

function keepingOne(db: Db, { item, made, model, threshold, at }: Kept): Compilable[] {
  const [first] = made.candidates
  const known = first && first.confidence >= threshold ? first : null
  const terms = JSON.stringify(made.terms)
  const stands = sql`exists (select 1 from feedback_items where id = ${item.id} and erased_at is null)`
  const suggestion = sql`insert into suggestions (feedback_item_id, organisation_id, seq, model, at, threshold, candidates, goal_id, confidence, similar_items, language, kind,
      kind_confidence, flags, terms)
    select ${item.id}, ${item.organisationId}, ${sql.lit(item.seq)}, ${sql.lit(model)}, ${at}, ${number(threshold)}, ${JSON.stringify(made.candidates)},
      ${text(known?.goalId)}, ${number(known?.confidence)}, ${JSON.stringify(made.similar)}, ${text(made.language)}, ${text(made.kind?.kind)},
      ${number(made.kind?.confidence)}, ${JSON.stringify(made.flags)}, ${terms} where ${stands}
    on conflict (feedback_item_id) do update set model = excluded.model, at = excluded.at, threshold = excluded.threshold, candidates = excluded.candidates,
      goal_id = excluded.goal_id, confidence = excluded.confidence, similar_items = excluded.similar_items, language = excluded.language, kind = excluded.kind,
      kind_confidence = excluded.kind_confidence, flags = excluded.flags, due_at = null,
      terms = case when suggestions.at = '' then excluded.terms else suggestions.terms end`
  const listed =
    db.engine === 'postgres' ? sql`json_array_elements_text(cast(${terms} as json)) as listed (value)` : sql`json_each(${terms}) as listed`
  const found = sql`insert into item_terms (organisation_id, term, seq)
    select ${item.organisationId}, cast(listed.value as integer), ${sql.lit(item.seq)} from ${listed} where ${stands}
    on conflict do nothing`
  const flagged = sql`update feedback_items set flagged_at = ${at} where id = ${item.id} and erased_at is null
    and not exists (select 1 from suggestions where feedback_item_id = ${item.id} and looked_at is not null)`
  const queries = [suggestion, ...(item.isNew && made.terms.length > 0 ? [found] : []), ...(made.flags.length > 0 ? [flagged] : [])]
  return queries.map((query) => ({ compile: () => query.compile(db.everywhere) }))
}

/** PostgreSQL can't guess the type of a value that stands in a list of selected ones. */
const text = (value: string | null | undefined) => sql`cast(${value ?? null} as text)`
const number = (value: number | null | undefined) => sql`cast(${value ?? null} as double precision)`

/** Has suggestions made again for items that wait to be routed: the newest, or those among `ids`. */
export function askAgain(db: Db, { organisationId }: Scope, { ids, limit = 1000 }: { ids?: readonly string[]; limit?: number }): Compilable {
  const among = ids ? sql`and id in ${idsIn(db.engine, ids)}` : sql``
  const query = sql`update suggestions set due_at = '' where organisation_id = ${organisationId} and due_at is null and feedback_item_id in
    (select id from feedback_items where organisation_id = ${organisationId} and status = 'received' and goal_id is null and erased_at is null ${among}
      order by submitted_at desc limit ${sql.lit(limit)})`
  return { compile: () => query.compile(db.everywhere) }
}

/** Somebody looked: the flag is down. False when there was none, or somebody had looked. */
export async function setLooked(db: Db, scope: Scope, itemId: string, at: string, by: string | null): Promise<boolean> {
  await db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({ flaggedAt: null, version: eb('version', '+', 1) }))
    .where('id', '=', itemId)
    .execute()
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('suggestions')
    .set({ lookedAt: at, lookedBy: by, dueAt: '' })
    .where('feedbackItemId', '=', itemId)
    .where('lookedAt', 'is', null)
    .where('at', '!=', '')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Items that share terms with one, and how many of these: those that share rare ones come first. `wanted` narrows them. */
export async function listSharing(db: Db, { organisationId }: Scope, terms: readonly number[], { not, waiting }: { not: string; waiting: boolean }) {
  const scope = systemScope(organisationId)
  const found = new Map<number, number>()
  const lists = await Promise.all(terms.map((term) => newestWith(db, scope, term)))
  for (const seqs of lists) for (const seq of seqs) found.set(seq, (found.get(seq) ?? 0) + 1 / Math.log2(2 + seqs.length))
  const best = [...found].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, LOOKED_UP)
  if (best.length === 0) return []
  const rows = await db
    .within(scope)
    .selectFrom('feedbackItems')
    .select(['id', 'message', 'seq'])
    .where(
      'seq',
      'in',
      best.map(([seq]) => seq),
    )
    .where('status', 'in', waiting ? ['received'] : OPEN)
    .where('erasedAt', 'is', null)
    .where('id', '!=', not)
    .execute()
  return rows.sort((a, b) => (found.get(b.seq) ?? 0) - (found.get(a.seq) ?? 0)).slice(0, LOOKED_AT)
}

/** Most items of one term that are looked at, newest first; of all that were found, how many are looked up, and how many compared. */
const NEWEST = 400
const LOOKED_UP = 800
const LOOKED_AT = 80

async function newestWith(db: Db, scope: Scope, term: number): Promise<number[]> {
  const rows = await db.within(scope).selectFrom('itemTerms').select('seq').where('term', '=', term).orderBy('seq', 'desc').limit(NEWEST).execute()
  return rows.map(({ seq }) => seq)
}
