import { useEffect, useMemo, useState } from 'preact/hooks'

interface Chosen {
  ids: ReadonlySet<string>
  /** True when all that the filter finds is meant, also what is not on screen. */
  all: boolean
  /** Where a stretch begins that Shift extends. */
  from: string | null
}

const NOTHING: Chosen = { ids: new Set(), all: false, from: null }

export interface Selection extends Chosen {
  has: (id: string) => boolean
  toggle: (id: string) => void
  /** Up to here, from the last one that was chosen. */
  reach: (id: string) => void
  add: (ids: readonly string[]) => void
  everything: () => void
  clear: () => void
}

/** The ids from one item to another, both included, whichever comes first. */
export function stretch(items: readonly { id: string }[], from: string | null, to: string): string[] {
  const a = items.findIndex(({ id }) => id === from)
  const b = items.findIndex(({ id }) => id === to)
  if (b < 0) return []
  return a < 0 ? [to] : items.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id)
}

const toggled = ({ ids }: Chosen, id: string): Chosen => {
  const after = new Set(ids)
  if (!after.delete(id)) after.add(id)
  return { ids: after, all: false, from: id }
}

/** What is chosen in a list. It begins empty for each list, and what has left the list stays chosen until it is acted on. */
export function useSelection(items: readonly { id: string }[], list: string): Selection {
  const [chosen, setChosen] = useState<Chosen & { list: string }>({ ...NOTHING, list })
  const now = chosen.list === list ? chosen : { ...NOTHING, list }
  const change = (to: (before: Chosen) => Chosen) => setChosen((before) => ({ ...to(before.list === list ? before : NOTHING), list }))
  useEffect(() => setChosen((before) => (before.list === list ? before : { ...NOTHING, list })), [list])
  const shown = useMemo(() => new Set(items.map(({ id }) => id)), [items])
  return {
    ...now,
    has: (id) => (now.all ? shown.has(id) : now.ids.has(id)),
    toggle: (id) => change((before) => (before.all ? toggled({ ...before, ids: shown }, id) : toggled(before, id))),
    reach: (id) =>
      change((before) => ({ ...before, all: false, ids: new Set([...before.ids, ...stretch(items, before.from, id)]), from: before.from ?? id })),
    add: (ids) => change((before) => ({ ...before, ids: new Set([...before.ids, ...ids]) })),
    everything: () => change((before) => ({ ...before, all: true })),
    clear: () => change(() => NOTHING),
  }
}
