import * as z from 'zod'
import { line } from './fields.ts'
import { kinds } from './widget.ts'

/** What a rule can look at; `attributes.<name>` is what the host site sent along. */
export const RoutingField = z.union(
  [z.enum(['kind', 'message', 'pageUrl', 'locale', 'rating', 'site']), z.string().regex(/^attributes\.[\w.-]{1,64}$/)],
  'Use kind, message, pageUrl, locale, rating, site or attributes.<name>',
)

/**
 * How it is compared. `is` and `in list` compare whole values without regard to case, `contains word` looks for a whole word or phrase, `starts with` for a beginning,
 * `at most` and `at least` for a number. A list is written with commas. `matches` is a regular expression of RE2's syntax (no look-around, no back-references), without
 * regard to case; it takes time in proportion to the text, whatever the pattern.
 */
export const routingOps = ['is', 'is not', 'contains', 'contains word', 'starts with', 'at most', 'at least', 'in list', 'matches'] as const

/** One comparison of a rule. */
export const RoutingCondition = z.object({
  field: RoutingField,
  op: z.enum(routingOps),
  value: z.union([line(1, 500), z.number().finite(), z.array(line(1, 200)).min(1).max(200)]),
})
export type RoutingCondition = z.infer<typeof RoutingCondition>

type RoutingOp = RoutingCondition['op']

/** How integrations spell the operators as well, without capitals, spaces, dashes and underscores. */
const spellings: Record<RoutingOp, string[]> = {
  is: ['is', 'equals', 'equal', 'eq', '=', '=='],
  'is not': ['isnot', 'not', 'notequals', 'neq', 'ne', '!='],
  contains: ['contains', 'includes'],
  'contains word': ['containsword', 'hasword', 'word'],
  'starts with': ['startswith', 'beginswith', 'prefix'],
  'at most': ['atmost', 'lte', 'max', '<='],
  'at least': ['atleast', 'gte', 'min', '>='],
  'in list': ['inlist', 'in', 'oneof', 'anyof'],
  matches: ['matches', 'match', 'regex', 'pattern'],
}

const RoutingOpInput = z
  .string(`Use ${routingOps.join(', ')}`)
  .max(40)
  .meta({ examples: [...routingOps] })
  .transform((written, check): RoutingOp => {
    const plain = written.toLowerCase().replace(/[\s_-]+/g, '')
    const op = routingOps.find((one) => spellings[one].includes(plain))
    if (op) return op
    check.addIssue({ code: 'custom', message: `Use ${routingOps.join(', ')}` })
    return z.NEVER
  })

const isNumber = (value: RoutingCondition['value']) => typeof value === 'number' || (typeof value === 'string' && /^[-+]?\d+([.,]\d+)?$/.test(value))

/** A condition as it is sent: `op` in any common spelling (`containsWord`, `starts_with`, `lte`); what could never hold is refused. */
export const RoutingConditionInput = RoutingCondition.extend({
  op: RoutingOpInput,
  value: z.union([RoutingCondition.shape.value, z.boolean().transform(String)], { error: 'Give a word, a number or a list of words' }),
}).check(({ value: { field, op, value }, issues }) => {
  const refuse = (path: string, message: string) => issues.push({ code: 'custom', path: [path], message, input: value })
  if (op === 'at most' || op === 'at least') {
    if (field !== 'rating' && !field.startsWith('attributes.')) refuse('op', 'Only a rating or an attribute can be compared as a number')
    else if (!isNumber(value)) refuse('value', 'Give a number')
  } else if (field === 'kind' && (op === 'is' || op === 'is not' || op === 'in list')) {
    const named = Array.isArray(value) ? value : String(value).split(',')
    if (!named.every((one) => (kinds as readonly string[]).includes(one.trim().toLowerCase()))) refuse('value', `Use ${kinds.join(', ')}`)
  }
})

/** Comparisons joined: every one of `all`, at least one of `any`, or not the one under `not`. At most 4 deep. */
export type RoutingClause = RoutingCondition | { all: RoutingClause[] } | { any: RoutingClause[] } | { not: RoutingClause }
export const RoutingClause: z.ZodType<RoutingClause> = z
  .lazy(() =>
    z.union([
      RoutingCondition,
      z.object({ all: z.array(RoutingClause).min(1).max(20) }),
      z.object({ any: z.array(RoutingClause).min(1).max(20) }),
      z.object({ not: RoutingClause }),
    ]),
  )
  .meta({ id: 'RoutingClause' })

/** So many joins (`all`, `any`, `not`) within each other, and so many comparisons and patterns in all, a rule has at most. */
const DEPTH_MAX = 4
const COMPARISONS_MAX = 50
const PATTERNS_MAX = 10
const SIDE_BY_SIDE_MAX = 20

const JOINS = ['all', 'any', 'not'] as const
const COMPARISON = ['field', 'op', 'value']

interface Reading {
  refuse: (path: PropertyKey[], message: string) => void
  comparisons: number
  patterns: number
}

/** Reads clauses as they are sent, and refuses by the very field that is wrong (`when.1.any.0.value`), where a union would only say that none of its forms fits. */
function readSeveral(sent: unknown, path: PropertyKey[], depth: number, reading: Reading): unknown {
  if (!Array.isArray(sent)) return reading.refuse(path, 'Give a list of conditions')
  if (sent.length === 0) return reading.refuse(path, 'Give at least one condition')
  if (sent.length > SIDE_BY_SIDE_MAX) return reading.refuse(path, `Give at most ${SIDE_BY_SIDE_MAX} conditions side by side`)
  return sent.map((one, i) => readClause(one, [...path, i], depth, reading))
}

function readClause(sent: unknown, path: PropertyKey[], depth: number, reading: Reading): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return reading.refuse(path, 'Give a condition with field, op and value, or one of all, any and not')
  const clause = sent as Record<string, unknown>
  const [join, ...others] = JOINS.filter((one) => Object.hasOwn(clause, one))
  if (join === undefined) return readComparison(clause, path, reading)
  if (others.length > 0 || COMPARISON.some((one) => Object.hasOwn(clause, one)))
    return reading.refuse(path, `Give ${join} alone; what belongs beside it goes into an all or any around both`)
  if (depth >= DEPTH_MAX) return reading.refuse([...path, join], `Join at most ${DEPTH_MAX} deep`)
  const within = join === 'not' ? readClause : readSeveral
  return { [join]: within(clause[join], [...path, join], depth + 1, reading) }
}

function readComparison(clause: Record<string, unknown>, path: PropertyKey[], reading: Reading): unknown {
  reading.comparisons++
  const { success, data, error } = RoutingConditionInput.safeParse(clause)
  if (!success) for (const issue of error.issues) reading.refuse([...path, ...issue.path], issue.message)
  else if (data.op === 'matches') reading.patterns += Array.isArray(data.value) ? data.value.length : 1
  return data
}

/** The list of clauses that all have to hold, as it is sent: `op` in any common spelling. */
export const RoutingClauses = z.preprocess((sent, check) => {
  // Left out is not wrong where it may be.
  if (sent === undefined) return sent
  const reading: Reading = {
    refuse: (path, message) => void check.addIssue({ code: 'custom', path, message }),
    comparisons: 0,
    patterns: 0,
  }
  const clauses = readSeveral(sent, [], 0, reading)
  if (reading.comparisons > COMPARISONS_MAX) reading.refuse([], `Give at most ${COMPARISONS_MAX} comparisons in all`)
  if (reading.patterns > PATTERNS_MAX) reading.refuse([], `Give at most ${PATTERNS_MAX} patterns in all`)
  return clauses
}, z.array(RoutingClause).min(1).max(SIDE_BY_SIDE_MAX))
