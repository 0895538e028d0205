import type { RoutingClause, RoutingCondition } from '@klankbord/shared/routing'
import type { Kind } from '@klankbord/shared/widget'
import { compileCondition, wantedOf } from './condition.ts'
import { fold } from './fold.ts'
import { clip, type Texts } from './words.ts'

/** Reads the folded values that a field of an item goes by; none where the item does not have it. */
export type Read = (field: string) => readonly string[]

/** A clause that was compiled. */
export interface Compiled {
  holds(read: Read): boolean
  /** Why it holds, in words; only to be asked where it does. */
  reasons(read: Read, texts: Texts): string[]
}

/** Compiles what all has to hold. */
export function compileClauses(clauses: readonly RoutingClause[]): Compiled {
  const parts = clauses.map(compileClause)
  const [only] = parts
  if (parts.length === 1 && only) return only
  return {
    holds(read) {
      for (const part of parts) if (!part.holds(read)) return false
      return true
    },
    reasons: (read, texts) => parts.flatMap((part) => part.reasons(read, texts)),
  }
}

function compileClause(clause: RoutingClause): Compiled {
  if ('all' in clause) return compileClauses(clause.all)
  if ('any' in clause) return compileAny(clause.any.map(compileClause))
  if ('not' in clause) {
    const { holds } = compileClause(clause.not)
    return { holds: (read) => !holds(read), reasons: (_, texts) => [texts.not(inWords(clause.not, texts))] }
  }
  const { field } = clause
  const fitting = compileCondition(clause)
  return {
    holds: (read) => fitting(read(field)) !== null,
    reasons: (read, texts) => [sentence(clause, [fitting(read(field)) ?? ''], texts)],
  }
}

/** Of several that hold the first gives the reason. */
function compileAny(parts: Compiled[]): Compiled {
  return {
    holds(read) {
      for (const part of parts) if (part.holds(read)) return true
      return false
    },
    reasons: (read, texts) => parts.find((part) => part.holds(read))?.reasons(read, texts) ?? [],
  }
}

/** Each list of clauses is compiled once, however often it is asked. */
const known = new WeakMap<readonly RoutingClause[], Compiled>()

export function compiled(clauses: readonly RoutingClause[]): Compiled {
  const found = known.get(clauses)
  if (found) return found
  const made = compileClauses(clauses)
  known.set(clauses, made)
  return made
}

function sentence({ field, op }: RoutingCondition, values: readonly string[], texts: Texts): string {
  const name = field in texts.fields ? texts.fields[field as keyof typeof texts.fields] : texts.attribute(field.slice('attributes.'.length))
  const shown = field === 'kind' ? values.map((value) => texts.kinds[fold(value) as Kind] ?? value) : values
  return texts.ops[op](name, clip(shown.join(', ')))
}

/** A clause in words, whether it holds or not. */
function inWords(clause: RoutingClause, texts: Texts): string {
  if ('all' in clause) return joined(clause.all, texts.and, texts)
  if ('any' in clause) return joined(clause.any, texts.or, texts)
  if ('not' in clause) return texts.not(inWords(clause.not, texts))
  return sentence(clause, wantedOf(clause), texts)
}

const joined = (clauses: RoutingClause[], word: string, texts: Texts) => {
  const within = (clause: RoutingClause) => ('field' in clause || clauses.length === 1 ? inWords(clause, texts) : `(${inWords(clause, texts)})`)
  return clauses.map(within).join(` ${word} `)
}
