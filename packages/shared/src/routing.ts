import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, Time, text } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'
import { kinds } from './widget.ts'

/** What a rule can look at; `attributes.<name>` is what the host site sent along. */
export const RoutingField = z.union([
  z.enum(['kind', 'message', 'pageUrl', 'locale', 'rating', 'site']),
  z.string().regex(/^attributes\.[\w.-]{1,64}$/, 'Use kind, message, pageUrl, locale, rating, site or attributes.<name>'),
])

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
  .string()
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
  } else if (field === 'kind' && op !== 'contains' && op !== 'contains word' && op !== 'starts with') {
    const named = Array.isArray(value) ? value : String(value).split(',')
    if (!named.every((one) => (kinds as readonly string[]).includes(one.trim().toLowerCase()))) refuse('value', `Use ${kinds.join(', ')}`)
  }
})

/** Comparisons joined: every one of `all`, at least one of `any`, or not the one under `not`. At most 4 deep. */
export type RoutingClause = RoutingCondition | { all: RoutingClause[] } | { any: RoutingClause[] } | { not: RoutingClause }
export const RoutingClause: z.ZodType<RoutingClause> = z.lazy(() =>
  z.union([
    RoutingCondition,
    z.object({ all: z.array(RoutingClause).min(1).max(20) }),
    z.object({ any: z.array(RoutingClause).min(1).max(20) }),
    z.object({ not: RoutingClause }),
  ]),
)

/** What a rule does besides choosing the goal. */
export const RoutingEffects = z.object({
  /** The item comes before others where a list is sorted by what is due. */
  priority: z.literal('high').optional(),
  /** Members who get a mail for each item that the rule takes. */
  notify: z.array(Id).max(20).optional(),
  /** A question that the customer gets at once, as a message of the team. */
  ask: text(1, 500).optional(),
})
export type RoutingEffects = z.infer<typeof RoutingEffects>

/** The first rule whose clauses all hold decides the goal. Positions count from 0 without gaps. */
export const RoutingRule = z.object({
  id: Id,
  goalId: Id,
  /** The goal's title; empty where it no longer exists. */
  goal: z.string(),
  when: z.array(RoutingClause),
  effects: RoutingEffects,
  position: z.int(),
  createdAt: Time,
})
export type RoutingRule = z.infer<typeof RoutingRule>

/** A rule as it is sent. */
const RuleInput = z.object({
  goalId: Id,
  when: z.array(RoutingClause).min(1, 'Give at least one condition').max(20),
  effects: RoutingEffects.optional(),
  position: z.int().min(0).max(10_000).optional(),
})

/** What is odd about a rule where it stands, or about the order. `ruleIds` are the rules in its way. */
export const RuleWarning = z.object({
  /**
   * `never-reached`: earlier rules take everything that it would. `conflict`: it and a later rule take much of the same and send it elsewhere.
   * `matches-nothing`: none of the items tried fits. `goal-ended`: its goal is no longer pursued.
   */
  kind: z.enum(['never-reached', 'conflict', 'matches-nothing', 'goal-ended']),
  /** The rule that it is about; null for the draft. */
  ruleId: Id.nullable(),
  ruleIds: z.array(Id),
  /** True where it follows from the rules themselves, false where it was only seen in the items tried. */
  certain: z.boolean(),
})
export type RuleWarning = z.infer<typeof RuleWarning>

/** What a draft of a rule would do, tried on the newest items. */
export const RuleCheck = z.object({
  /** How many items were tried: the newest 1,000 at most. */
  tried: z.int(),
  /** How many fit the clauses. */
  fits: z.int(),
  /** How many of those no earlier rule takes. */
  takes: z.int(),
  examples: z.array(z.object({ id: Id, message: z.string() })),
  warnings: z.array(RuleWarning),
})
export type RuleCheck = z.infer<typeof RuleCheck>

/** The rules as they stood from a moment on. The newest is what routes. */
export const RulesVersion = z.object({
  number: z.int(),
  at: Time,
  /** Who made it; null for the system. */
  by: z.string().nullable(),
  /** What made it: a rule was added, changed, moved or removed, or an earlier version was taken up again (`restored`, with its number). */
  change: z.object({ kind: z.enum(['added', 'changed', 'moved', 'removed', 'restored']), ruleId: Id.nullable(), from: z.int().nullable() }),
  rules: z.array(RoutingRule),
})
export type RulesVersion = z.infer<typeof RulesVersion>

/** A goal that was thought of: `confidence` is the calibrated chance (0 to 1) that a person would choose it, `words` the customer's words that spoke for it. */
export const Candidate = z.object({
  goalId: Id,
  title: z.string(),
  team: z.string(),
  confidence: z.number().min(0).max(1),
  words: z.array(z.string()),
  /** The goal that the words are of, where that has ended and this one above it takes its place. */
  insteadOf: z.object({ id: Id, title: z.string() }).nullable(),
})
export type Candidate = z.infer<typeof Candidate>

/**
 * Why an item belongs to its goal, or to none. Each line of `because` is a reason in words, in the organisation's language. `rules` is the number of the rules' version and
 * `model` that of the learned model that decided; `confidence` is the model's.
 */
export const RoutingDecision = z.object({
  method: z.enum(['rule', 'model', 'person', 'none']),
  ruleId: Id.optional(),
  rules: z.int().optional(),
  model: z.int().optional(),
  confidence: z.number().min(0).max(1).optional(),
  because: z.array(z.string()),
})
export type RoutingDecision = z.infer<typeof RoutingDecision>

export const routingEndpoints = {
  listRoutingRules: endpoint('GET', '/api/v1/routing/rules', { access: 'viewer' }, z.object({}), pageOf(RoutingRule)),
  /** Without `position` the rule comes last; with it, the rules from there on move down. */
  createRoutingRule: endpoint('POST', '/api/v1/routing/rules', { access: 'admin', status: 201 }, RuleInput, RoutingRule),
  /** Changes what is given; `position` moves it. */
  changeRoutingRule: endpoint('PATCH', '/api/v1/routing/rules/:id', { access: 'admin' }, RuleInput.partial().extend({ id: Id }), RoutingRule),
  deleteRoutingRule: endpoint('DELETE', '/api/v1/routing/rules/:id', { access: 'admin', status: 204 }, z.object({ id: Id }), z.void()),
  /** Tries a draft, and changes nothing. With `id` it stands in for that rule. */
  checkRoutingRule: endpoint('POST', '/api/v1/routing/rules/check', { access: 'viewer' }, RuleInput.extend({ id: Id.optional() }), RuleCheck),
  /** What is odd about the rules as they stand, tried on the newest 1,000 items. */
  listRuleWarnings: endpoint(
    'GET',
    '/api/v1/routing/rules/warnings',
    { access: 'viewer' },
    z.object({}),
    z.object({ tried: z.int(), items: z.array(RuleWarning) }),
  ),
  /** Newest first. */
  listRulesVersions: endpoint('GET', '/api/v1/routing/versions', { access: 'viewer' }, PageQuery, pageOf(RulesVersion)),
  /** Takes up the rules of an earlier version, as a new one: so is anything undone. Rules whose goal is gone come back with their goal missing. */
  restoreRulesVersion: endpoint(
    'PUT',
    '/api/v1/routing/versions/:number',
    { access: 'admin' },
    z.object({ number: z.coerce.number().int().min(1) }),
    RulesVersion,
  ),
}
