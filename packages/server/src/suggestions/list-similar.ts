import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findItem } from '../feedback/store.ts'
import { notFound } from '../problem-error.ts'
import { learnerOf } from './learner.ts'
import { findSuggestion, listBeside, listSharing } from './store.ts'

/** Less alike than this is chance. */
const ALIKE = 0.12
const MOST = 10

/** The nearest items that still wait for their outcome, nearest first. None while the item itself is not read yet. */
export async function listSimilar({ db }: Deps, scope: Scope, { id }: { id: string }) {
  const item = await findItem(db, scope, id)
  if (!item || item.erasedAt !== null) throw notFound('feedback')
  const made = await findSuggestion(db, scope, id)
  if (!made) return { items: [] }
  const sharing = await listSharing(db, scope, made.terms, { not: id, waiting: false })
  if (sharing.length === 0) return { items: [] }
  const { thread } = await learnerOf(db, scope)
  const others = sharing.map(({ message }) => message)
  const alike = await thread.ask('likeness', { organisationId: scope.organisationId, text: item.message, others })
  const near = sharing
    .map(({ id }, i) => ({ id, similarity: alike[i] ?? 0 }))
    .filter(({ similarity }) => similarity >= ALIKE)
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? 1 : -1))
    .slice(0, MOST)
  const beside = new Map(
    (
      await listBeside(
        db,
        scope,
        near.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  return {
    items: near.flatMap(({ id, similarity }) => {
      const one = beside.get(id)
      return one ? [{ ...one, similarity }] : []
    }),
  }
}
