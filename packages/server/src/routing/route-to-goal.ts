import type { Rating } from '@klankbord/shared/feedback'
import type { RoutingClause, RoutingDecision, RoutingEffects } from '@klankbord/shared/routing'
import type { Kind } from '@klankbord/shared/widget'
import { compiled, type Read } from './clause.ts'
import { fold } from './fold.ts'
import { clip, textsIn } from './words.ts'

/** What rules can see of an item. */
export interface RoutableItem {
  kind: Kind
  message: string
  pageUrl?: string | null | undefined
  locale?: string | null | undefined
  rating?: Rating | null | undefined
  attributes?: Record<string, string> | undefined
  site: { id: string; key: string; name: string }
}

export interface RoutableRule {
  id: string
  /** Null when the goal that it points to no longer exists, or has ended and no goal above it is pursued. */
  goalId: string | null
  /** The title of the goal that it points to, where that has ended and `goalId` is the goal above. */
  ended?: string | null
  /** What all has to hold. It is compiled once as long as it is the same list. */
  when: readonly RoutingClause[]
  effects?: RoutingEffects
}

/** A goal for an item and why, and what the rule that chose it does besides. */
export interface Route {
  goalId: string | null
  decision: RoutingDecision
  effects?: RoutingEffects | undefined
}

/**
 * The goal that an item belongs to, and why: the first rule whose clauses all hold decides. Null when none does, and then a
 * colleague chooses. `rules` come in their order; one whose goal no longer exists or has ended is passed over, with a reason.
 * The reasons are in the organisation's language (`locale`) and hold the rule's words, never the customer's. `version` is the rules'.
 */
export function routeToGoal(item: RoutableItem, rules: readonly RoutableRule[], locale: string, version?: number | null): Route {
  const texts = textsIn(locale)
  const read = reader(item)
  const because: string[] = []
  const ofVersion = version == null ? undefined : { rules: version }
  for (const [index, { id, goalId, ended, when, effects }] of rules.entries()) {
    const clauses = compiled(when)
    if (!clauses.holds(read)) continue
    if (goalId === null) {
      because.push(texts.goalIsGone(index + 1))
      continue
    }
    for (const reason of clauses.reasons(read, texts)) because.push(texts.rule(index + 1, reason))
    if (ended != null) because.push(texts.goalAbove(index + 1, clip(ended)))
    return { goalId, decision: { method: 'rule', ruleId: id, ...ofVersion, because }, effects }
  }
  because.push(texts.noRule)
  return { goalId: null, decision: { method: 'none', ...ofVersion, because } }
}

/** The decision of a colleague who chose the goal by hand; `name` is null when nobody is known by name. */
export function decidedByPerson(name: string | null, locale: string): RoutingDecision {
  const texts = textsIn(locale)
  return { method: 'person', because: [texts.byPerson(name ?? texts.someone)] }
}

/** A colleague agrees with the goal that a rule chose: the rule's reasons stay, with who agreed. */
export function acceptedByPerson({ because }: RoutingDecision, name: string | null, locale: string): RoutingDecision {
  const texts = textsIn(locale)
  return { method: 'person', because: [...because, texts.accepted(name ?? texts.someone)] }
}

/** A colleague takes it away from its goal, for somebody to choose another. */
export function returnedByPerson(name: string | null, locale: string): RoutingDecision {
  const texts = textsIn(locale)
  return { method: 'none', because: [texts.returned(name ?? texts.someone)] }
}

/** The goal that owned the item has ended: a colleague chooses another. */
export function goalEnded(title: string, locale: string): RoutingDecision {
  return { method: 'none', because: [textsIn(locale).goalEnded(clip(title))] }
}

/** Reads the folded values that a field goes by, each field once however many rules look at it. */
export function reader(item: RoutableItem): Read {
  const read = new Map<string, readonly string[]>()
  return (field) => {
    const known = read.get(field)
    if (known) return known
    const values = valuesOf(item, field).map(fold)
    read.set(field, values)
    return values
  }
}

function valuesOf({ kind, message, pageUrl, locale, rating, site, attributes = {} }: RoutableItem, field: string): string[] {
  if (field === 'kind') return [kind]
  if (field === 'message') return [message]
  if (field === 'pageUrl') return pageUrl == null ? [] : addressesOf(pageUrl)
  if (field === 'locale') return locale == null ? [] : rangesOf(locale)
  if (field === 'rating') return rating == null ? [] : [String(rating.value)]
  if (field === 'site') return [site.name, site.key, site.id]
  const name = field.slice('attributes.'.length)
  return Object.hasOwn(attributes, name) ? [String(attributes[name])] : []
}

/** A page goes by its whole address and by its path, since people write `/checkout` as well as `https://…/checkout`. */
function addressesOf(pageUrl: string): string[] {
  if (!URL.canParse(pageUrl)) return [pageUrl]
  const { pathname, search, hash } = new URL(pageUrl)
  return [pageUrl, pathname, `${pathname}${search}${hash}`]
}

/** `nl-NL` goes by `nl` as well. */
function rangesOf(locale: string): string[] {
  const parts = locale.split('-')
  return parts.map((_, i) => parts.slice(0, i + 1).join('-'))
}
