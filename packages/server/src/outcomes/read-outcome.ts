import type { GoalPublic } from '@klankbord/shared/goals'
import type { Outcome, OutcomeState, PublicOutcome } from '@klankbord/shared/outcomes'
import type { Page, PageQuery } from '@klankbord/shared/page'
import type { Kind, OutcomeKind } from '@klankbord/shared/widget'
import { mailVoiceOf } from '../customers/addressee.ts'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { describedElsewhere, picturesFor, shownAt } from '../feedback/outcome-pictures.ts'
import { noteBeside, wordsFor } from '../feedback/outcome-words.ts'
import { publicTitle } from '../goals/public-title.ts'
import { findLook } from '../mail/look-store.ts'
import { movementsOf } from '../measures/movement.ts'
import { readOrganisation } from '../members/store.ts'
import { notFound } from '../problem-error.ts'
import { countAnswered, findOutcome, itemsOf, listAbout, listOutcomes, listPublished, type NamedOutcome, type Shown } from './store.ts'

export async function readOutcome({ db }: Pick<Deps, 'db'>, scope: Scope, id: string): Promise<Outcome> {
  const row = await findOutcome(db, scope, id)
  if (!row) throw notFound('outcome')
  return present(row, (await itemsOf(db, scope, [id])).get(id) ?? [], scope)
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
    (row) => present(row, items.get(row.id) ?? [], scope),
  )
}

const afterOf = ({ cursor }: PageQuery) => (cursor === undefined ? null : readCursor(cursor, 2))

function present(row: NamedOutcome, feedbackIds: string[], scope: Scope): Outcome {
  const { id, goalId, goal, team, title, did, better, next, locale, publicAt, createdAt, publishAt, publishedAt } = row
  const { reviewAskedAt, reviewNote, correctedAt, withdrawnAt, withdrawnBecause } = row
  return {
    ...{ id, goalId, goal, team, kind: row.kind as OutcomeKind, title, did, better, next },
    nothingMore: row.nothingMoreAt !== null,
    state: stateOf(row),
    locale,
    translations: JSON.parse(row.translations) as Outcome['translations'],
    pictures: JSON.parse(row.pictures) as Outcome['pictures'],
    public: publicAt !== null,
    feedbackIds,
    ...{ createdAt, publishAt, publishedAt, reviewAskedAt, reviewNote, correctedAt, withdrawnAt, withdrawnBecause },
    needsAnother: needsAnother(row, scope),
  }
}

function stateOf({ withdrawnAt, correctedAt, publishedAt, publishAt, reviewAskedAt }: NamedOutcome): OutcomeState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (publishedAt !== null) return correctedAt === null ? 'published' : 'corrected'
  if (publishAt !== null) return 'scheduled'
  return reviewAskedAt === null ? 'draft' : 'review'
}

/** Whoever wrote an outcome last can't be its second reader; an API key is nobody's eyes. */
export const needsAnother = ({ outcomeReviewAt, editedBy }: Pick<NamedOutcome, 'outcomeReviewAt' | 'editedBy'>, { who }: Scope) =>
  outcomeReviewAt !== null && who.kind !== 'system' && (who.kind !== 'member' || who.id === editedBy)

/** What everyone may read of "what we did with your feedback", newest first, or what fits `q` best first, in the language of `reader` where it was translated, else in the words it was written in. */
export async function readPublicOutcomes(
  deps: Deps,
  scope: Scope,
  query: PageQuery & Shown & { q?: string | undefined; reader?: string | null },
): Promise<Page<PublicOutcome>> {
  const { db } = deps
  const { limit, q, reader = null } = query
  if (q) return { items: await presentPublic(deps, scope, await listAbout(db, scope, q, limit, query), reader), next: null }
  const rows = await listPublished(db, scope, { ...query, limit, after: afterOf(query) })
  const items = await presentPublic(deps, scope, rows.slice(0, limit), reader)
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

async function presentPublic(deps: Deps, scope: Scope, rows: NamedOutcome[], reader: string | null): Promise<PublicOutcome[]> {
  const ids = rows.map(({ id }) => id)
  const [counts, movements] = [await countAnswered(deps.db, scope, ids), await movementsOf(deps, scope, ids)]
  const { locale: organisationLocale, timeZone } = await readOrganisation(deps.db, scope)
  const { tone } = await findLook(deps.db, scope)
  const voice = mailVoiceOf(deps, reader, tone, { organisationLocale, timeZone })
  return rows.map((row) => {
    const { id, kind, team, publishedAt, correctedAt } = row
    const words = wordsFor(row, reader)
    const pictures = picturesFor(row, words)
    const elsewhere = describedElsewhere(pictures, words)
    const answered = counts.filter(({ outcomeId }) => outcomeId === id)
    return {
      id,
      kind: kind as OutcomeKind,
      ...words,
      team,
      goal: publicTitle({ title: row.goal, public: JSON.parse(row.goalPublic) as GoalPublic, team, state: row.goalState }),
      publishedAt: publishedAt ?? '',
      correctedAt,
      withdrawnAt: null,
      note: correctedAt === null && reader === null ? null : noteBeside(words, correctedAt, reader, voice, elsewhere),
      pictures: shownAt(pictures, (picture) => `${deps.config.publicUrl}/outcomes/pictures/${picture}`),
      measure: movements.get(id) ?? null,
      kinds: answered.map(({ kind }) => kind as Kind),
      answered: answered.reduce((sum, { items }) => sum + items, 0),
    }
  })
}
