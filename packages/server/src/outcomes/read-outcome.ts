import type { GoalPublic } from '@klankbord/shared/goals'
import type { Outcome, PublicOutcome } from '@klankbord/shared/outcomes'
import type { Page, PageQuery } from '@klankbord/shared/page'
import type { Kind, OutcomeKind } from '@klankbord/shared/widget'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { publicTitle } from '../goals/public-title.ts'
import { movementsOf } from '../measures/movement.ts'
import { notFound } from '../problem-error.ts'
import { countAnswered, findOutcome, itemsOf, listAbout, listOutcomes, listPublished, type NamedOutcome } from './store.ts'

export async function readOutcome({ db }: Pick<Deps, 'db'>, scope: Scope, id: string): Promise<Outcome> {
  const row = await findOutcome(db, scope, id)
  if (!row) throw notFound('outcome')
  return present(row, (await itemsOf(db, scope, [id])).get(id) ?? [])
}

export async function readOutcomes({ db }: Deps, scope: Scope, query: PageQuery & { goalId?: string | undefined }): Promise<Page<Outcome>> {
  const { limit, goalId } = query
  const rows = await listOutcomes(db, scope, { limit, goalId, after: afterOf(query) })
  const ids = rows.slice(0, limit).map(({ id }) => id)
  const items = await itemsOf(db, scope, ids)
  return pageFrom(
    rows,
    limit,
    ({ createdAt, id }) => [createdAt, id],
    (row) => present(row, items.get(row.id) ?? []),
  )
}

const afterOf = ({ cursor }: PageQuery) => (cursor === undefined ? null : readCursor(cursor, 2))

function present(row: NamedOutcome, feedbackIds: string[]): Outcome {
  const { id, goalId, goal, team, title, did, better, next, locale, publicAt, createdAt, publishAt, publishedAt } = row
  return {
    id,
    goalId,
    goal,
    team,
    kind: row.kind as OutcomeKind,
    title,
    did,
    better,
    next,
    locale,
    translations: JSON.parse(row.translations) as Outcome['translations'],
    public: publicAt !== null,
    feedbackIds,
    createdAt,
    publishAt,
    publishedAt,
  }
}

/** What everyone may read of "what we did with your feedback", newest first, or what fits `q` best first, in the words it was written in. */
export async function readPublicOutcomes(deps: Deps, scope: Scope, query: PageQuery & { q?: string | undefined }): Promise<Page<PublicOutcome>> {
  const { db } = deps
  const { limit, q } = query
  if (q) return { items: await presentPublic(deps, scope, await listAbout(db, scope, q, limit)), next: null }
  const rows = await listPublished(db, scope, { limit, after: afterOf(query) })
  const items = await presentPublic(deps, scope, rows.slice(0, limit))
  return {
    ...pageFrom(
      rows,
      limit,
      ({ publishedAt, id }) => [publishedAt ?? '', id],
      () => null,
    ),
    items,
  }
}

async function presentPublic(deps: Deps, scope: Scope, rows: NamedOutcome[]): Promise<PublicOutcome[]> {
  const ids = rows.map(({ id }) => id)
  const [counts, movements] = [await countAnswered(deps.db, scope, ids), await movementsOf(deps, scope, ids)]
  return rows.map((row) => {
    const { id, kind, title, did, better, next, team, publishedAt } = row
    const answered = counts.filter(({ outcomeId }) => outcomeId === id)
    return {
      id,
      kind: kind as OutcomeKind,
      title,
      did,
      better,
      next,
      team,
      goal: publicTitle({ title: row.goal, public: JSON.parse(row.goalPublic) as GoalPublic, team, state: row.goalState }),
      publishedAt: publishedAt ?? '',
      measure: movements.get(id) ?? null,
      kinds: answered.map(({ kind }) => kind as Kind),
      answered: answered.reduce((sum, { items }) => sum + items, 0),
    }
  })
}
