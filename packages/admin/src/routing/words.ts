import type { RoutingClause, RoutingCondition, RuleWarning } from '@klankbord/shared/routing'
import type { Texts } from '../texts/later-en.ts'

/** A condition as one would say it: `kind is complaint`. */
function conditionWords({ field, op, value }: RoutingCondition, t: Texts): string {
  const { fields, ops } = t.routing
  const name = field.startsWith('attributes.') ? field.slice('attributes.'.length) : (fields[field as keyof typeof fields] ?? field)
  const shown = (one: string) => (field === 'kind' && one in t.kinds ? t.kinds[one as keyof typeof t.kinds].toLowerCase() : one)
  const isList = op === 'in list' || field === 'kind'
  const values = (Array.isArray(value) ? value : isList ? String(value).split(',') : [String(value)]).map((one) => `“${shown(one.trim())}”`)
  return `${name} ${ops[op]} ${listed(values, t.routing.or)}`
}

/** Conditions joined as one would say them; brackets where it would be unclear what belongs together. */
export function clauseWords(clause: RoutingClause, t: Texts): string {
  const { and, or, not } = t.routing
  if ('not' in clause) return `${not} (${clauseWords(clause.not, t)})`
  if ('field' in clause) return conditionWords(clause, t)
  const parts = 'all' in clause ? clause.all : clause.any
  const inside = parts.map((part) => ('all' in part || 'any' in part ? `(${clauseWords(part, t)})` : clauseWords(part, t)))
  return inside.join(` ${'all' in clause ? and : or} `)
}

/** What must hold, as the parts that `and` joins. */
export function whenWords(when: readonly RoutingClause[], t: Texts): string[] {
  return when.map((clause) => ('any' in clause && when.length > 1 ? `(${clauseWords(clause, t)})` : clauseWords(clause, t)))
}

/** What is odd about a rule, as one would say it; `rankOf` is the place of another rule, counted from 1. */
export function warningWords({ kind, ruleIds, certain }: RuleWarning, rankOf: (id: string) => number | undefined, t: Texts): string {
  const { warning } = t.routing
  if (kind === 'matches-nothing' || kind === 'goal-ended') return warning[kind]
  const ranks = ruleIds.map(rankOf).filter((rank) => rank !== undefined)
  const sorted = ranks.toSorted((a, b) => a - b).map(String)
  const named = ranks.length === 0 ? warning.earlier : ranks.length === 1 ? warning.rule(ranks[0] ?? 0) : warning.rules(listed(sorted, t.routing.and))
  return warning[kind][certain ? 'certain' : 'seen'](named, Math.max(1, ranks.length))
}

/** `1, 2 and 5`. */
const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
