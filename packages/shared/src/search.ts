import { type Kind, kinds, type Status, statuses } from './widget.ts'

/** What `is:` can ask. */
export const searchStates = ['overdue', 'due', 'flagged', 'reopened', 'answered', 'asked'] as const
export type SearchState = (typeof searchStates)[number]

/** What `has:` can ask. */
export const searchParts = ['email', 'picture'] as const
export type SearchPart = (typeof searchParts)[number]

/** A search as it was typed, read. Names of teams, goals and sites are as they were typed. */
export interface Search {
  /** All must be there; the last may be unfinished. */
  words: string[]
  /** Words that must stand beside each other. */
  phrases: string[]
  /** Words and phrases that must not be there. */
  without: string[]
  team?: string
  goal?: string
  site?: string
  kind?: Kind
  status?: Status
  lang?: string
  is: SearchState[]
  has: SearchPart[]
}

const KEYS: Record<string, keyof Search> = {
  ...{ team: 'team', goal: 'goal', doel: 'goal', site: 'site', kind: 'kind', soort: 'kind', status: 'status', lang: 'lang', taal: 'lang' },
  ...{ is: 'is', has: 'has', heeft: 'has' },
}

const DUTCH: Record<'kind' | 'status' | 'is' | 'has', Record<string, string>> = {
  kind: { klacht: 'complaint', idee: 'idea', vraag: 'question' },
  status: {
    ...{ ontvangen: 'received', 'bij-het-team': 'routed', 'in-behandeling': 'in_progress', 'in-progress': 'in_progress', beantwoord: 'answered' },
    ...{ heropend: 'reopened', samengevoegd: 'merged' },
  },
  is: {
    ...{ 'te-laat': 'overdue', laat: 'overdue', soon: 'due', bijna: 'due', gemarkeerd: 'flagged', heropend: 'reopened' },
    ...{ beantwoord: 'answered', gevraagd: 'asked' },
  },
  has: { 'e-mail': 'email', mail: 'email', foto: 'picture', plaatje: 'picture', afbeelding: 'picture' },
}

/** A qualifier with its value, a phrase, or what stands between spaces; a quote that is not closed goes on to the end. */
const PART = /(-?)(?:([\p{L}]+):(?:"([^"]*)"?|([^\s"]+))|"([^"]*)"?|([^\s"]+))/gu

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Reads what is typed into the search of the inbox: words, "phrases", -without, and `team: goal: site: kind: status: lang: is: has:` with their Dutch names;
 * values of several words in quotes. What can't be read is a word.
 */
export function parseSearch(typed: string): Search {
  const search: Search = { words: [], phrases: [], without: [], is: [], has: [] }
  for (const [whole, minus, name, quoted, plain, phrase, word] of typed.matchAll(PART)) {
    const key = name === undefined || minus ? undefined : KEYS[name.toLowerCase()]
    if (key !== undefined && qualify(search, key, (quoted ?? plain ?? '').trim())) continue
    const together = phrase ?? (quoted === undefined ? undefined : `${name} ${quoted}`)
    if (minus) add(search.without, together ?? word ?? `${name} ${plain}`)
    else if (together !== undefined) add(search.phrases, together)
    else search.words.push(...(whole.match(WORD) ?? []))
  }
  return search
}

function add(to: string[], said: string) {
  const words = said.match(WORD) ?? []
  if (words.length > 0) to.push(words.join(' '))
}

const oneOf = <Value extends string>(values: readonly Value[], table: Record<string, string>, value: string): Value | undefined => {
  const low = value.toLowerCase()
  const known = Object.hasOwn(table, low) ? table[low] : low
  return values.find((one) => one === known)
}

/** Takes a qualifier in; false when it says nothing that is known. */
function qualify(search: Search, key: keyof Search, value: string): boolean {
  if (value === '') return false
  switch (key) {
    case 'team':
    case 'goal':
    case 'site':
      search[key] = value
      return true
    case 'lang':
      if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(value)) return false
      search.lang = value
      return true
    case 'kind':
      return put(oneOf(kinds, DUTCH.kind, value), (kind) => {
        search.kind = kind
      })
    case 'status':
      return put(oneOf(statuses, DUTCH.status, value), (status) => {
        search.status = status
      })
    case 'is':
      return put(oneOf(searchStates, DUTCH.is, value), (state) => search.is.push(state))
    case 'has':
      return put(oneOf(searchParts, DUTCH.has, value), (part) => search.has.push(part))
    default:
      return false
  }
}

function put<Value>(value: Value | undefined, take: (value: Value) => unknown): boolean {
  if (value !== undefined) take(value)
  return value !== undefined
}
