import { useEffect, useRef } from 'preact/hooks'
import { keptOf } from '../ui/kept.ts'
import { useKeys } from '../ui/keys.ts'

interface Key {
  /** As tinykeys writes them; more than one where keyboards differ. */
  keys: readonly string[]
  /** As a person reads it. */
  shown: string
  group: 'walk' | 'item' | 'many' | 'find'
  /** Not an act that one looks for by its name. */
  plain?: boolean
}

/** Every key of the inbox: the keys themselves, the list under `?` and the command palette are made of this. */
export const acts = {
  next: { keys: ['j'], shown: 'j', group: 'walk', plain: true },
  previous: { keys: ['k'], shown: 'k', group: 'walk', plain: true },
  leave: { keys: ['Escape'], shown: 'Esc', group: 'walk', plain: true },
  accept: { keys: ['Enter'], shown: '↵', group: 'item' },
  candidate: { keys: [], shown: '1 2 3', group: 'item', plain: true },
  first: { keys: ['1'], shown: '1', group: 'item', plain: true },
  second: { keys: ['2'], shown: '2', group: 'item', plain: true },
  third: { keys: ['3'], shown: '3', group: 'item', plain: true },
  goal: { keys: ['g'], shown: 'g', group: 'item' },
  looked: { keys: ['v'], shown: 'v', group: 'item' },
  reply: { keys: ['r'], shown: 'r', group: 'item' },
  note: { keys: ['n'], shown: 'n', group: 'item' },
  how: { keys: ['h'], shown: 'h', group: 'item' },
  answer: { keys: ['a'], shown: 'a', group: 'item' },
  outcome: { keys: ['o'], shown: 'o', group: 'item' },
  merge: { keys: ['m'], shown: 'm', group: 'item' },
  spam: { keys: ['s'], shown: 's', group: 'item' },
  select: { keys: ['x'], shown: 'x', group: 'many' },
  selectDown: { keys: ['Shift+ArrowDown', 'Shift+J'], shown: '⇧ ↓', group: 'many', plain: true },
  selectUp: { keys: ['Shift+ArrowUp', 'Shift+K'], shown: '⇧ ↑', group: 'many', plain: true },
  selectAll: { keys: ['Shift+X'], shown: '⇧ x', group: 'many' },
  bulk: { keys: ['b'], shown: 'b', group: 'many' },
  search: { keys: ['/'], shown: '/', group: 'find' },
  filter: { keys: ['f'], shown: 'f', group: 'find' },
  // Caught by the window around every page, also while one types.
  palette: { keys: [], shown: 'Ctrl K', group: 'find', plain: true },
  // On most keyboards it takes Shift, on some it does not.
  help: { keys: ['?', 'Shift+?'], shown: '?', group: 'find' },
} as const satisfies Record<string, Key>

export type Act = keyof typeof acts
export const actNames = Object.keys(acts) as Act[]
export const keyGroups = ['walk', 'item', 'many', 'find'] as const

type Ways = Partial<Record<Act, () => unknown>>

/** What can be done with a key now, by the part of the screen that does it: for the command palette. */
export const offered = keptOf<readonly { current: Ways }[]>([])

export const waysOffered = (): Ways => Object.assign({}, ...offered.read().map(({ current }) => current))

/** Lets the keys of these acts do them, while the component is on screen. */
export function useActs(ways: Ways) {
  const latest = useRef(ways)
  latest.current = ways
  const bound = Object.entries(ways).flatMap(([act, run]) => acts[act as Act].keys.map((key): [string, () => void] => [key, () => void run()]))
  useKeys(Object.fromEntries(bound))
  useEffect(() => {
    offered.change((before) => [...before, latest])
    return () => offered.change((before) => before.filter((one) => one !== latest))
  }, [])
}
