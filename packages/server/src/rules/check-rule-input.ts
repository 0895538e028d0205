import type { RoutingClause, RoutingEffects } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { findGoal } from '../goals/store.ts'
import { existingMembers } from '../members/store.ts'
import { badField, notFoundAt, ProblemError } from '../problem-error.ts'
import { compilePattern } from '../routing/patterns/pattern.ts'
import type { KeptRule } from './store.ts'

/** So many rules, and so many patterns in all of them, an organisation has at most: every item that comes in is tried on them. */
const RULES_MAX = 500
const PATTERNS_MAX = 100

/** Refuses patterns that can't be run, each by its place in `when`. */
export function checkPatterns(clauses: readonly RoutingClause[], path = 'when') {
  clauses.forEach((clause, i) => {
    checkPattern(clause, `${path}.${i}`)
  })
}

function checkPattern(clause: RoutingClause, path: string) {
  if ('all' in clause) return checkPatterns(clause.all, `${path}.all`)
  if ('any' in clause) return checkPatterns(clause.any, `${path}.any`)
  if ('not' in clause) return checkPattern(clause.not, `${path}.not`)
  if (clause.op !== 'matches') return
  for (const written of [clause.value].flat()) {
    const pattern = compilePattern(String(written))
    if ('refused' in pattern) throw badField(`${path}.value`, pattern.refused)
  }
}

/** The goal that a rule is to send feedback to; refused where nothing goes to it any more. */
export async function requireGoal(db: Db, scope: Scope, goalId: string) {
  const goal = await findGoal(db, scope, goalId)
  if (!goal) throw notFoundAt('goalId', 'goal')
  if (goal.endedAt !== null) throw badField('goalId', 'This goal has ended, so no feedback goes to it. Choose another, or take it up again')
  return goal
}

/** Effects without what says nothing; refuses to notify who is not a colleague (any more). */
export async function checkEffects(db: Db, scope: Scope, { priority, notify = [], ask }: RoutingEffects): Promise<RoutingEffects> {
  const ids = [...new Set(notify)]
  const members = await existingMembers(db, scope, ids)
  const stranger = notify.findIndex((id) => !members.has(id))
  if (stranger >= 0) throw notFoundAt(`effects.notify.${stranger}`, 'colleague')
  return { ...(priority && { priority }), ...(ids.length > 0 && { notify: ids }), ...(ask && { ask }) }
}

/** Refuses more rules, or patterns in them, than an item can be tried on in time. */
export function checkAmount(rules: readonly Pick<KeptRule, 'when'>[]) {
  if (rules.length > RULES_MAX) throw new ProblemError('conflict', `There are ${RULES_MAX} rules already. Remove one, or join some by any.`)
  const patterns = rules.reduce((sum, { when }) => sum + countPatterns(when), 0)
  if (patterns > PATTERNS_MAX)
    throw badField('when', `All rules together have at most ${PATTERNS_MAX} patterns. Look for words instead, or remove some`)
}

function countPatterns(clauses: readonly RoutingClause[]): number {
  return clauses.reduce((sum, clause) => {
    if ('all' in clause) return sum + countPatterns(clause.all)
    if ('any' in clause) return sum + countPatterns(clause.any)
    if ('not' in clause) return sum + countPatterns([clause.not])
    return clause.op === 'matches' ? sum + [clause.value].flat().length : sum
  }, 0)
}
