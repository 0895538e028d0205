import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, Time } from './fields.ts'
import { pageOf } from './page.ts'
import { kinds } from './widget.ts'

/** What a rule can look at; `attributes.<name>` is what the host site sent along. */
export const RoutingField = z.union([
  z.enum(['kind', 'message', 'pageUrl', 'locale', 'rating', 'site']),
  z.string().regex(/^attributes\.[\w.-]{1,64}$/, 'Use kind, message, pageUrl, locale, rating, site or attributes.<name>'),
])

/**
 * How it is compared. `is` and `in list` compare whole values without regard to case, `contains word` looks for a whole word or phrase, `starts with` for a beginning,
 * `at most` and `at least` for a number. A list is written with commas.
 */
export const routingOps = ['is', 'is not', 'contains', 'contains word', 'starts with', 'at most', 'at least', 'in list'] as const

/** One condition of a rule. All conditions of a rule must hold. */
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

/** The first rule whose conditions all hold decides the goal. */
export const RoutingRule = z.object({
  id: Id,
  goalId: Id,
  goal: z.string(),
  when: z.array(RoutingCondition),
  position: z.int(),
  createdAt: Time,
})
export type RoutingRule = z.infer<typeof RoutingRule>

/** Why an item belongs to its goal, or to none. Each line of `because` is a reason in words. */
export const RoutingDecision = z.object({
  method: z.enum(['rule', 'person', 'none']),
  ruleId: Id.optional(),
  confidence: z.number().min(0).max(1).optional(),
  because: z.array(z.string()),
})
export type RoutingDecision = z.infer<typeof RoutingDecision>

export const routingEndpoints = {
  listRoutingRules: endpoint('GET', '/api/v1/routing/rules', { access: 'viewer' }, z.object({}), pageOf(RoutingRule)),
  /** Without `position` the rule comes last; with it, the rules from there on move down. */
  createRoutingRule: endpoint(
    'POST',
    '/api/v1/routing/rules',
    { access: 'admin', status: 201 },
    z.object({
      goalId: Id,
      when: z.array(RoutingConditionInput).min(1, 'Give at least one condition').max(20),
      position: z.int().min(0).max(10_000).optional(),
    }),
    RoutingRule,
  ),
  deleteRoutingRule: endpoint('DELETE', '/api/v1/routing/rules/:id', { access: 'admin', status: 204 }, z.object({ id: Id }), z.void()),
}
