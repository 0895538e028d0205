import type { Candidate } from '@klankbord/shared/routing'
import type { Suggestion } from '@klankbord/shared/suggestions'
import type { Kind } from '@klankbord/shared/widget'
import type * as z from 'zod'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findItem } from '../feedback/store.ts'
import { notFound } from '../problem-error.ts'
import { listTaught, type TaughtGoal } from './model-store.ts'
import { findSuggestion, listBeside, type StoredSuggestion } from './store.ts'
import type { StoredCandidate } from './thread/tasks.ts'

/** What the model thinks of an item; null while that is still to come. */
export async function readSuggestion({ db }: Deps, scope: Scope, { id }: { id: string }): Promise<Suggestion | null> {
  const item = await findItem(db, scope, id)
  if (!item || item.erasedAt !== null) throw notFound('feedback')
  const made = await findSuggestion(db, scope, id)
  if (!made) return null
  const goals = new Map((await listTaught(db, scope)).map((goal) => [goal.id, goal]))
  const candidates = named(made.candidates, goals)
  return {
    model: made.model,
    at: made.at,
    candidates,
    isUnknown: made.goalId === null,
    similar: await similarOf(db, scope, made),
    language: made.language,
    kind: made.kind !== null && made.kindConfidence !== null ? { kind: made.kind as Kind, confidence: made.kindConfidence } : null,
    flags: made.flags,
    looked: made.lookedAt === null ? null : { at: made.lookedAt, by: made.lookedBy },
  }
}

/** Candidates with the names of their goals; those that are there no more are left out. */
export function named(candidates: readonly StoredCandidate[], goals: ReadonlyMap<string, TaughtGoal>): z.infer<typeof Candidate>[] {
  return candidates.flatMap(({ insteadOf, ...candidate }) => {
    const goal = goals.get(candidate.goalId)
    if (!goal) return []
    const ended = insteadOf === null ? undefined : goals.get(insteadOf)
    return [{ ...candidate, title: goal.title, team: goal.team, insteadOf: ended ? { id: ended.id, title: ended.title } : null }]
  })
}

/** With the goal that people gave each: it may have moved since. */
async function similarOf(db: Deps['db'], scope: Scope, { similar }: StoredSuggestion): Promise<Suggestion['similar']> {
  const found = new Map(
    (
      await listBeside(
        db,
        scope,
        similar.map(({ id }) => id),
      )
    ).map((item) => [item.id, item]),
  )
  return similar.flatMap(({ id, similarity }) => {
    const item = found.get(id)
    return item ? [{ ...item, similarity }] : []
  })
}
