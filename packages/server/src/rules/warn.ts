import type { RuleWarning } from '@klankbord/shared/routing'
import { implies, type Normal, normalOf, takenBy } from '../routing/implies.ts'
import { count, countBoth, createPauses, type TriedRule } from './try-rules.ts'

interface Standing extends TriedRule {
  clauses: Normal
}

/** What is odd about the rules as they were tried, in their order; `only` leaves it at one of them. */
export async function warningsOf(tried: readonly TriedRule[], only?: TriedRule): Promise<RuleWarning[]> {
  const pause = createPauses()
  const rules = tried.map((rule): Standing => ({ ...rule, clauses: normalOf(rule.when) }))
  const warnings: RuleWarning[] = []
  for (const [at, rule] of rules.entries()) {
    if (only && tried[at] !== only) continue
    await pause()
    warnings.push(...warningsAbout(rule, rules.slice(0, at), rules.slice(at + 1), only !== undefined))
  }
  return warnings
}

function warningsAbout(rule: Standing, earlier: Standing[], later: Standing[], alone: boolean): RuleWarning[] {
  const about = (kind: RuleWarning['kind'], inTheWay: TriedRule[], certain: boolean): RuleWarning => ({
    ...{ kind, certain, ruleId: rule.id },
    ruleIds: inTheWay.flatMap(({ id }) => id ?? []),
  })
  const ended = rule.hasEnded || rule.goalId === null ? [about('goal-ended', [], true)] : []
  const taking = earlier.filter(({ goalId }) => goalId !== null)
  const certainly = takenBy(rule.clauses, taking)
  if (certainly) return [...ended, about('never-reached', certainly, true)]
  if (count(rule.fits) === 0) return rule.fits.length > 0 ? [...ended, about('matches-nothing', [], false)] : ended
  const seen = taking.filter(({ takes }) => countBoth(takes, rule.fits) > 0)
  if (rule.goalId !== null && count(rule.takes) === 0) return [...ended, about('never-reached', seen, false)]
  const others = later.filter(({ goalId }) => goalId !== null && goalId !== rule.goalId)
  const swallowed = others.filter(({ clauses }) => rule.goalId !== null && implies(clauses, rule.clauses))
  const shared = others.filter((other) => !swallowed.includes(other) && sharesMuch(rule, other))
  return [
    ...ended,
    // In a list of all the one that is never reached says so itself.
    ...(alone && swallowed.length > 0 ? [about('conflict', swallowed, true)] : []),
    ...(shared.length > 0 ? [about('conflict', shared, false)] : []),
  ]
}

/** Fewer items than this are chance. */
const LEAST = 3

/** Whether a rule takes at least half of what a later one would have. */
function sharesMuch({ takes }: TriedRule, { fits }: TriedRule): boolean {
  const both = countBoth(takes, fits)
  return both >= LEAST && both * 2 >= count(fits)
}
