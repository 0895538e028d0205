import { ratingBands } from '@klankbord/shared/finding'
import { kinds, statuses } from '@klankbord/shared/widget'
import { useQuery } from '@tanstack/preact-query'
import type { GoalTree } from '../goals/tree.ts'
import { useLanguage } from '../language.tsx'
import { goalTreeQuery, sitesQuery, teamsQuery } from '../queries.ts'
import type { FilterName } from './views.ts'

export interface Choosable {
  value: string
  label: string
  note?: string | undefined
}

/** Several of these may hold at once, with commas. */
export const isMany = (name: FilterName) => name === 'status'

/** What is written rather than chosen. */
export const isWritten = (name: FilterName) => name === 'attribute' || name === 'from'

/** Languages that customers of most sites write; another one is found with `lang:`. */
const LANGUAGES = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'tr', 'uk', 'ar']

/** A filter that stands in a list of its own when it has but one value. */
const yesOnly: readonly FilterName[] = ['flagged', 'asked']

interface Wanted {
  teams: boolean
  goals: boolean
  sites: boolean
}

/** What each filter can be set to, in words. Names of teams, goals and sites are fetched only where they are wanted. */
export function useChoices(wanted: Wanted): (name: FilterName) => Choosable[] {
  const { t, code } = useLanguage()
  const teams = useQuery({ ...teamsQuery, enabled: wanted.teams })
  const goals = useQuery({ ...goalTreeQuery, enabled: wanted.goals })
  const sites = useQuery({ ...sitesQuery, enabled: wanted.sites })
  const texts = t.finding
  const languages = new Intl.DisplayNames(code, { type: 'language' })
  const of = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
  return (name) => {
    switch (name) {
      case 'status':
        return statuses.map((value) => ({ value, label: t.statuses[value] }))
      case 'kind':
        return kinds.map((value) => ({ value, label: t.kinds[value] }))
      case 'teamId':
        return [{ value: 'mine', label: texts.myTeams }, ...(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]
      case 'goalId':
        return [{ value: 'none', label: texts.noGoal }, ...goalChoices(goals.data)]
      case 'siteId':
        return (sites.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
      case 'locale':
        return LANGUAGES.map((value) => ({ value, label: languages.of(value) ?? value }))
      case 'rating':
        return [...ratingBands, 'any', 'none'].map((value) => ({ value, label: texts.ratings[value as keyof typeof texts.ratings] }))
      case 'due':
        return of(texts.dues)
      case 'email':
        return of(texts.emails)
      case 'loop':
        return of(texts.loops)
      default:
        return yesOnly.includes(name) ? [{ value: 'yes', label: texts.yes[name as 'flagged' | 'asked'] }] : []
    }
  }
}

function goalChoices(tree: GoalTree | undefined): Choosable[] {
  const names = new Map(tree?.teams.map(({ id, name }) => [id, name]))
  return (tree?.goals ?? []).map(({ id, title, teamId }) => ({ value: id, label: title, note: names.get(teamId) }))
}

interface Chip {
  name: FilterName
  text: string
}

/** The filters that are set, in words. */
export function useChips(filter: Partial<Record<FilterName, string>>, set: readonly FilterName[]): Chip[] {
  const { t, code, dates } = useLanguage()
  const choices = useChoices({ teams: set.includes('teamId'), goals: set.includes('goalId'), sites: set.includes('siteId') })
  const texts = t.finding
  const languages = new Intl.DisplayNames(code, { type: 'language' })
  const day = (value: string) => (Number.isNaN(Date.parse(value)) ? value : dates.calendar(value))
  const textOf = (name: FilterName, value: string): string => {
    if (name === 'from') return texts.from(day(value))
    if (name === 'to') return texts.to(day(value))
    if (name === 'initiativeId' || name === 'customerId') return texts.one[name]
    if (name === 'attribute') return value.replace(':', ' = ')
    const labels = value.split(',').map((one) => choices(name).find((choice) => choice.value === one)?.label)
    if (labels.every((label) => label !== undefined)) return labels.join(` ${texts.or} `)
    return name === 'locale' ? nameOfLanguage(languages, value) : '…'
  }
  return set.map((name) => {
    const text = textOf(name, filter[name] as string)
    return { name, text: yesOnly.includes(name) || name === 'from' || name === 'to' ? text : texts.chip(texts.filters[name], text) }
  })
}

function nameOfLanguage(languages: Intl.DisplayNames, value: string): string {
  try {
    return languages.of(value) ?? value
  } catch {
    return value
  }
}
