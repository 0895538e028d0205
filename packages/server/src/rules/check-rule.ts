import type { RuleCheck, RuleWarning } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import type { RoutableRule } from '../routing/route-to-goal.ts'
import { checkEffects, checkPatterns, requireGoal } from './check-rule-input.ts'
import type { NewRule } from './create-rule.ts'
import { listNewestItems, type TriedItem } from './items-store.ts'
import { listRoutableRules, listRules } from './store.ts'
import { type Candidate, count, tryRules } from './try-rules.ts'
import { warningsOf } from './warn.ts'

/** So many of the newest items are tried. */
const TRIED_MAX = 1000
const EXAMPLES_MAX = 5
const EXAMPLE_LENGTH = 300

const asCandidate = ({ id, goalId, ended, when }: RoutableRule): Candidate => ({ id, goalId, hasEnded: ended != null, when })

/** Tries a draft on the newest items, in its place among the rules, and changes nothing. With the id of a rule it stands in for that one. */
export async function checkRule({ db }: Deps, scope: Scope, draft: Draft): Promise<RuleCheck> {
  checkPatterns(draft.when)
  await checkEffects(db, scope, draft.effects ?? {})
  const { rules, place } = await withDraft(db, scope, draft)
  const items = await listNewestItems(db, scope, TRIED_MAX)
  const tried = await tryRules(rules, items)
  const mine = tried[place] as (typeof tried)[number]
  const takes = count(mine.takes)
  return {
    tried: items.length,
    fits: count(mine.fits),
    takes,
    examples: examplesOf(items, takes > 0 ? mine.takes : mine.fits),
    warnings: (await warningsOf(tried, mine)).map((warning) => ({ ...warning, ruleId: null })),
  }
}

type Draft = NewRule & { id?: string | undefined }

/** The rules as they would be with the draft among them, and its place. */
async function withDraft(db: Db, scope: Scope, { id, goalId, when, position }: Draft): Promise<{ rules: Candidate[]; place: number }> {
  const rules = (await listRoutableRules(db, scope)).map(asCandidate)
  const at = rules.findIndex((rule) => rule.id === id)
  if (id !== undefined && at < 0) throw notFound('routing rule')
  const [kept] = id === undefined ? [] : rules.splice(at, 1)
  // A rule may keep a goal that has ended while something else of it is changed.
  const isSame = kept && (await listRules(db, scope)).some((rule) => rule.id === id && rule.goalId === goalId)
  const target = isSame ? kept : { goalId: (await requireGoal(db, scope, goalId)).id, hasEnded: false }
  const place = Math.min(position ?? (kept ? at : rules.length), rules.length)
  const draft = { id: kept?.id ?? null, goalId: target.goalId, hasEnded: target.hasEnded, when }
  return { rules: rules.toSpliced(place, 0, draft), place }
}

function examplesOf(items: readonly TriedItem[], marks: Uint8Array): RuleCheck['examples'] {
  return items
    .filter((_, i) => marks[i] === 1)
    .slice(0, EXAMPLES_MAX)
    .map(({ id, message }) => ({ id, message: shortened(message) }))
}

function shortened(message: string): string {
  const characters = [...message]
  return characters.length > EXAMPLE_LENGTH ? `${characters.slice(0, EXAMPLE_LENGTH - 1).join('')}…` : message
}

/** What is odd about the rules as they stand, tried on the newest items. */
export async function listRuleWarnings({ db }: Deps, scope: Scope): Promise<{ tried: number; items: RuleWarning[] }> {
  const rules = (await listRoutableRules(db, scope)).map(asCandidate)
  const items = await listNewestItems(db, scope, TRIED_MAX)
  return { tried: items.length, items: await warningsOf(await tryRules(rules, items)) }
}
