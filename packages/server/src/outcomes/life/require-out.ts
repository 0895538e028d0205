import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { findOutcome, type NamedOutcome } from '../store.ts'

/** The outcome, which customers can read now. */
export async function requireOut(db: Db, scope: Scope, id: string): Promise<NamedOutcome> {
  const outcome = await findOutcome(db, scope, id)
  if (!outcome) throw notFound('outcome')
  if (outcome.publishedAt === null) throw new ProblemError('conflict', 'This outcome is not published yet; change the draft.')
  if (outcome.withdrawnAt !== null) throw new ProblemError('conflict', 'This outcome was withdrawn. Write a new one for its items.')
  return outcome
}
