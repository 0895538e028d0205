import type { RoutingCondition } from '@klankbord/shared/routing'
import { containsWord, fold } from './fold.ts'
import { compilePattern } from './patterns/pattern.ts'

type Op = RoutingCondition['op']
type Comparison = Exclude<Op, 'is not' | 'matches'>

const number = (text: string) => (/^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN)

/** How a folded value is compared with what a rule wants, which is folded too. */
export const compare: Record<Comparison, (value: string, wanted: string) => boolean> = {
  is: (value, wanted) => value === wanted,
  contains: (value, wanted) => wanted !== '' && value.includes(wanted),
  'contains word': containsWord,
  'starts with': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  // Not-a-number compares as false both ways, so what is no number never fits.
  'at most': (value, wanted) => number(value) <= number(wanted),
  'at least': (value, wanted) => number(value) >= number(wanted),
  'in list': (value, wanted) => value === wanted,
}

/** The values that a condition compares with, as the rule spells them. */
export function wantedOf({ op, value }: RoutingCondition): string[] {
  if (Array.isArray(value)) return value
  if (op !== 'in list') return [String(value)]
  return String(value)
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** Tells of a folded value whether it is what one wanted value asks for; a pattern that can't be compiled, as none that was checked, fits nothing. */
export function testOf(op: Exclude<Op, 'is not'>, wanted: string): (value: string) => boolean {
  if (op === 'matches') {
    const pattern = compilePattern(wanted)
    return 'refused' in pattern ? () => false : (value) => pattern.test(value)
  }
  const [folded, fits] = [fold(wanted), compare[op]]
  return (value) => fits(value, folded)
}

/**
 * Compiles a condition: given the folded values that its field goes by, it answers with the value that fits, as the rule spells it, and null when it does not hold. The field has
 * no values when the item does not have it, and then only `is not` holds. Of a list any may fit.
 */
export function compileCondition(condition: RoutingCondition): (values: readonly string[]) => string | null {
  const { op } = condition
  const wanted = wantedOf(condition)
  if (op === 'is not') {
    const refused = wanted.map(fold)
    const all = wanted.join(', ')
    return (values) => (refused.some((one) => values.includes(one)) ? null : all)
  }
  const tests = wanted.map((one) => testOf(op, one))
  return (values) => {
    for (let i = 0; i < tests.length; i++) for (let j = 0; j < values.length; j++) if (tests[i]?.(values[j] as string)) return wanted[i] as string
    return null
  }
}
