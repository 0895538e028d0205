import type { RoutingCondition } from '@klankbord/shared/routing'
import { containsWord, fold } from './fold.ts'

type Op = RoutingCondition['op']

const number = (text: string) => (/^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN)

const compare: Record<Exclude<Op, 'is not'>, (value: string, wanted: string) => boolean> = {
  is: (value, wanted) => value === wanted,
  contains: (value, wanted) => wanted !== '' && value.includes(wanted),
  'contains word': containsWord,
  'starts with': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  // Not-a-number compares as false both ways, so what is no number never fits.
  'at most': (value, wanted) => number(value) <= number(wanted),
  'at least': (value, wanted) => number(value) >= number(wanted),
  'in list': (value, wanted) => value === wanted,
  matches: () => false,
}

function wantedOf({ op, value }: RoutingCondition): string[] {
  if (Array.isArray(value)) return value
  if (op !== 'in list') return [String(value)]
  return String(value)
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

/**
 * The value of the condition that fits, as the rule spells it; null when the condition does not hold. `values` are the folded
 * values that the field goes by: none when the item does not have it, and then only `is not` holds. Of a list any may fit.
 */
export function fits(condition: RoutingCondition, values: readonly string[]): string | null {
  const { op } = condition
  const wanted = wantedOf(condition)
  if (op === 'is not') return wanted.some((one) => values.includes(fold(one))) ? null : wanted.join(', ')
  if (values.length === 0) return null
  const found = wanted.find((one) => {
    const folded = fold(one)
    return values.some((value) => compare[op](value, folded))
  })
  return found ?? null
}
