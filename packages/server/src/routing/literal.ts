import type { RoutingCondition } from '@klankbord/shared/routing'
import { kinds } from '@klankbord/shared/widget'
import { compare, compileCondition, testOf, wantedOf } from './condition.ts'
import { containsWord, fold } from './fold.ts'

/** A condition with one value, or that it does not hold. */
export interface Literal {
  field: string
  op: Exclude<RoutingCondition['op'], 'is not' | 'in list'>
  /** As the rule spells it. */
  value: string
  isNot: boolean
}

/** A condition as literals of which one has to hold, or all where it says what is not. */
export function literalsOf(condition: RoutingCondition, isNot: boolean): { literals: Literal[]; any: boolean } {
  const { field, op } = condition
  const negated = isNot !== (op === 'is not')
  const taken = field === 'kind' ? kinds.filter((kind) => takesKind(condition, kind) !== isNot) : []
  // There are four kinds and no others, so what is not one is one of the rest.
  if (taken.length > 0) return { literals: taken.map((value) => ({ field, op: 'is', value, isNot: false })), any: true }
  const plain = op === 'is not' || op === 'in list' ? 'is' : op
  return { literals: wantedOf(condition).map((value) => ({ field, op: plain, value, isNot: negated })), any: !negated }
}

/** Fields with one value at most; the others go by several, so that one of them says nothing of the rest. */
const isSingle = (field: string) => field === 'kind' || field === 'message' || field === 'rating' || field.startsWith('attributes.')

/** Whether the second holds wherever the first does, as far as can be told from the two alone. */
export function literalImplies(a: Literal, b: Literal): boolean {
  if (a.field !== b.field) return false
  if (a.isNot) return b.isNot && positiveImplies(b, a)
  return b.isNot ? isSingle(a.field) && excludes(a, b) : positiveImplies(a, b)
}

const takesKind = (condition: RoutingCondition, kind: string) => compileCondition(condition)([kind]) !== null

function positiveImplies(a: Literal, b: Literal): boolean {
  if (a.op === b.op && a.value === b.value) return true
  if (a.op === 'is') return testOf(b.op, b.value)(fold(a.value))
  if (a.op === 'matches' || b.op === 'matches') return false
  const [ours, theirs] = [fold(a.value), fold(b.value)]
  if (a.op === 'at most' || a.op === 'at least') return a.op === b.op && compare[a.op](ours, theirs)
  if (a.op === 'starts with' && b.op === 'starts with') return ours.startsWith(theirs)
  if (b.op === 'contains') return theirs !== '' && ours.includes(theirs)
  if (b.op === 'contains word') return containsWord(withSurroundings(a, ours), theirs)
  return false
}

/** The text that a condition promises, with a letter wherever a word may go on. */
function withSurroundings({ op }: Literal, text: string): string {
  if (op === 'contains word') return text
  return op === 'starts with' ? `${text}x` : `x${text}x`
}

/** Whether no value can be as both say; `b` is read without its not. */
function excludes(a: Literal, b: Literal): boolean {
  const [ours, theirs] = [fold(a.value), fold(b.value)]
  if (a.op === 'is') return !testOf(b.op, b.value)(ours)
  if (b.op === 'is') return !testOf(a.op, a.value)(theirs)
  if (a.op === 'starts with' && b.op === 'starts with') return !ours.startsWith(theirs) && !theirs.startsWith(ours)
  if (a.op === 'at most' && b.op === 'at least') return !compare['at least'](ours, theirs)
  if (a.op === 'at least' && b.op === 'at most') return !compare['at most'](ours, theirs)
  return false
}
