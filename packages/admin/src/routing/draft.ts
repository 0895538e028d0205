import type { RoutingClause, RoutingCondition, RoutingEffects, RoutingRule } from '@klankbord/shared/routing'

export type FieldName = 'kind' | 'message' | 'pageUrl' | 'locale' | 'rating' | 'site' | 'attribute'
export type Op = RoutingCondition['op']
export type Join = 'all' | 'any'

/** One comparison while it is written; `attribute` is its name where `field` says so. */
export interface ConditionDraft {
  key: number
  isNot: boolean
  field: FieldName
  attribute: string
  op: Op
  value: string
  /** True where commas stand between several values, one of which is enough; false for one that was written before and may have commas in it. */
  isList: boolean
}

/** Comparisons joined, while they are written. */
export interface GroupDraft {
  key: number
  isNot: boolean
  join: Join
  parts: PartDraft[]
}

export type PartDraft = ConditionDraft | GroupDraft

/** A rule while it is written. `body` is what must hold. */
export interface RuleDraft {
  body: GroupDraft
  goalId: string | null
  isUrgent: boolean
  notify: string[]
  ask: string
  /** Where it will stand, counted from 0. */
  position: number
}

/** Only comparisons that mean something for a field are offered. */
export const opsOf: Record<FieldName, Op[]> = {
  kind: ['is', 'is not', 'in list'],
  message: ['contains word', 'contains', 'starts with', 'matches'],
  pageUrl: ['contains', 'starts with', 'is', 'matches'],
  locale: ['is', 'is not', 'in list'],
  rating: ['at most', 'at least', 'is'],
  site: ['is', 'is not'],
  attribute: ['is', 'is not', 'contains', 'starts with', 'in list', 'at most', 'at least', 'matches'],
}

let keys = 0
const nextKey = () => ++keys

export const isGroup = (part: PartDraft): part is GroupDraft => 'parts' in part

export const blankCondition = (): ConditionDraft => ({
  key: nextKey(),
  isNot: false,
  field: 'message',
  attribute: '',
  op: 'contains word',
  value: '',
  isList: true,
})

export const blankGroup = (join: Join): GroupDraft => ({ key: nextKey(), isNot: false, join, parts: [blankCondition(), blankCondition()] })

export const blankRule = (position: number): RuleDraft => ({
  body: { key: nextKey(), isNot: false, join: 'all', parts: [blankCondition()] },
  goalId: null,
  isUrgent: false,
  notify: [],
  ask: '',
  position,
})

/** Where several values may be written. */
export const takesList = (op: Op): boolean => op === 'contains word' || op === 'contains' || op === 'starts with' || op === 'is' || op === 'is not'

const listIn = (value: string) =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const isNumeric = (op: Op) => op === 'at most' || op === 'at least'

function conditionOf({ field, attribute, op, value, isList }: ConditionDraft): RoutingCondition {
  return { field: field === 'attribute' ? `attributes.${attribute.trim()}` : field, op, value: comparedWith(op, value.trim(), isList) }
}

function comparedWith(op: Op, written: string, isList: boolean): RoutingCondition['value'] {
  const number = Number(written.replace(',', '.'))
  if (isNumeric(op) && written !== '' && Number.isFinite(number)) return number
  const several = isList && takesList(op) ? listIn(written) : []
  return several.length > 1 ? several : written
}

function clauseOf(part: PartDraft): RoutingClause {
  const clause = isGroup(part) ? joined(part.join, part.parts.map(clauseOf)) : conditionOf(part)
  return part.isNot ? { not: clause } : clause
}

const joined = (join: Join, clauses: RoutingClause[]): RoutingClause => (join === 'all' ? { all: clauses } : { any: clauses })

/** What must hold, as it is sent. */
export const whenOf = ({ join, parts }: GroupDraft): RoutingClause[] => {
  const clauses = parts.map(clauseOf)
  return join === 'any' && clauses.length > 1 ? [{ any: clauses }] : clauses
}

/** The whole rule as it is sent; a rule that is changed says also which effects it no longer has. */
export function ruleOf({ body, goalId, isUrgent, notify, ask }: RuleDraft) {
  const effects: RoutingEffects = {
    ...(isUrgent && { priority: 'high' as const }),
    ...(notify.length > 0 && { notify }),
    ...(ask.trim() !== '' && { ask: ask.trim() }),
  }
  return { goalId: goalId ?? '', when: whenOf(body), effects }
}

/** True once each comparison has something to compare with. */
export const isComplete = (part: PartDraft): boolean =>
  isGroup(part)
    ? part.parts.length > 0 && part.parts.every(isComplete)
    : part.value.trim() !== '' && (part.field !== 'attribute' || part.attribute.trim() !== '')

function draftOfCondition({ field, op, value }: RoutingCondition): PartDraft {
  // What can't stand on one line with commas is written as conditions of their own.
  if (Array.isArray(value) && op !== 'in list' && (!takesList(op) || value.some((one) => one.includes(',')))) {
    const parts = value.map((one) => draftOfCondition({ field, op, value: one }))
    return { key: nextKey(), isNot: false, join: op === 'is not' ? 'all' : 'any', parts }
  }
  const isAttribute = field.startsWith('attributes.')
  return {
    key: nextKey(),
    isNot: false,
    field: isAttribute ? 'attribute' : (field as FieldName),
    attribute: isAttribute ? field.slice('attributes.'.length) : '',
    op,
    value: Array.isArray(value) ? value.join(', ') : String(value),
    isList: Array.isArray(value) || !String(value).includes(','),
  }
}

function draftOfClause(clause: RoutingClause): PartDraft {
  if ('all' in clause) return { key: nextKey(), isNot: false, join: 'all', parts: clause.all.map(draftOfClause) }
  if ('any' in clause) return { key: nextKey(), isNot: false, join: 'any', parts: clause.any.map(draftOfClause) }
  if (!('not' in clause)) return draftOfCondition(clause)
  const inside = draftOfClause(clause.not)
  return inside.isNot ? { key: nextKey(), isNot: true, join: 'all', parts: [inside] } : { ...inside, isNot: true }
}

/** A rule as it stands, to be changed. */
export function draftOfRule({ when, goalId, effects, position }: RoutingRule): RuleDraft {
  const parts = when.map(draftOfClause)
  const [only] = parts
  const isAny = parts.length === 1 && only !== undefined && isGroup(only) && only.join === 'any' && !only.isNot
  return {
    body: isAny ? only : { key: nextKey(), isNot: false, join: 'all', parts },
    goalId,
    isUrgent: effects?.priority === 'high',
    notify: effects?.notify ?? [],
    ask: effects?.ask ?? '',
    position,
  }
}

/** The list of rules as it would be with the draft in its place; `id` is the rule that it stands in for. */
export function rulesWith(rules: readonly RoutingRule[], draft: RuleDraft, id?: string) {
  const others = rules.filter((rule) => rule.id !== id).map(({ id, goalId, when }) => ({ id, goalId, when }))
  const { goalId, when } = ruleOf(draft)
  return [...others.slice(0, draft.position), { ...(id && { id }), goalId, when }, ...others.slice(draft.position)]
}

/** Where each part stands in what is sent, as the server names it when it refuses something there: `when.0.any.1`. */
export function pathOf(parent: string, group: GroupDraft, index: number, isRoot: boolean): string {
  const join = isRoot ? (group.join === 'any' && group.parts.length > 1 ? '.0.any' : '') : `.${group.join}`
  const part = group.parts[index]
  return `${parent}${join}.${index}${part?.isNot ? '.not' : ''}`
}
