import type { RoutingClause } from '@klankbord/shared/routing'
import { type Literal, literalImplies, literalsOf } from './literal.ts'

/** Clauses with what is not pushed down to single comparisons. */
export type Normal = Literal | { all: Normal[] } | { any: Normal[] }

/** What all of these say together. */
export const normalOf = (clauses: readonly RoutingClause[]): Normal =>
  joined(
    'all',
    clauses.map((clause) => normal(clause, false)),
  )

function normal(clause: RoutingClause, isNot: boolean): Normal {
  if ('not' in clause) return normal(clause.not, !isNot)
  if ('all' in clause)
    return joined(
      isNot ? 'any' : 'all',
      clause.all.map((one) => normal(one, isNot)),
    )
  if ('any' in clause)
    return joined(
      isNot ? 'all' : 'any',
      clause.any.map((one) => normal(one, isNot)),
    )
  const { literals, any } = literalsOf(clause, isNot)
  return joined(any ? 'any' : 'all', literals)
}

/** Joins, without a join of one and without a join within one of its kind. */
function joined(how: 'all' | 'any', parts: Normal[]): Normal {
  const flat = parts.flatMap((part) => (how in part ? (part as Record<typeof how, Normal[]>)[how] : [part]))
  const [only] = flat
  if (flat.length === 1 && only) return only
  return how === 'all' ? { all: flat } : { any: flat }
}

/** So many comparisons are tried before it is left open: every choice within a choice multiplies them. */
const PATIENCE = 20_000

/**
 * The rules of `earlier` that take, between them, all that `clauses` would, if that follows from what they say; else null. It may miss some, and never says so of what another
 * rule leaves.
 */
export function takenBy<Rule extends { clauses: Normal }>(clauses: Normal, earlier: readonly Rule[]): Rule[] | null {
  const patience = { left: PATIENCE }
  const found = new Set<Rule>()
  return isTaken(clauses, earlier, found, patience) && patience.left > 0 ? earlier.filter((rule) => found.has(rule)) : null
}

interface Patience {
  left: number
}

function isTaken<Rule extends { clauses: Normal }>(clauses: Normal, earlier: readonly Rule[], found: Set<Rule>, patience: Patience): boolean {
  const whole = earlier.find((rule) => implies(clauses, rule.clauses, patience))
  if (whole) {
    found.add(whole)
    return true
  }
  const cases = casesOf(clauses)
  return cases !== null && patience.left > 0 && cases.every((one) => isTaken(one, earlier, found, patience))
}

/** Whether the second holds wherever the first does. False too where it was not found out. */
export function implies(a: Normal, b: Normal, patience: Patience = { left: PATIENCE }): boolean {
  if (patience.left-- <= 0) return false
  if ('all' in b) return b.all.every((part) => implies(a, part, patience))
  if ('any' in a) return a.any.every((part) => implies(part, b, patience))
  if ('any' in b && b.any.some((part) => implies(a, part, patience))) return true
  if ('all' in a) {
    if (!('any' in b) && a.all.some((part) => implies(part, b, patience))) return true
    const cases = casesOf(a)
    return cases?.every((one) => implies(one, b, patience)) ?? false
  }
  return 'any' in b ? false : literalImplies(a, b)
}

/** The cases of a clause of which one has to hold: those of its first choice, each with the rest. Null where there is nothing to choose. */
function casesOf(clauses: Normal): Normal[] | null {
  if ('any' in clauses) return clauses.any
  if (!('all' in clauses)) return null
  const at = clauses.all.findIndex((part) => 'any' in part)
  const choice = clauses.all[at]
  if (!choice || !('any' in choice)) return null
  const rest = clauses.all.filter((_, i) => i !== at)
  return choice.any.map((one) => joined('all', [one, ...rest]))
}
