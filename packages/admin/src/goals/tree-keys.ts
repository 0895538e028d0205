import type { Moving } from './moving.ts'
import type { Row } from './tree.ts'

interface TreeKeysProps {
  rows: readonly Row[]
  at: number
  go: (to: number) => void
  open: (row: Row) => void
  toggle: (id: string, open: boolean) => void
  moving: Moving
  can: boolean
  above: (row: Row) => string | null
}

const PAGE = 10

/** The keys of a tree, and while a goal is picked up those that choose where it goes. */
export function useTreeKeys({ rows, at, go, open, toggle, moving, can, above }: TreeKeysProps) {
  const row = rows[at]
  const walking: Record<string, () => void> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + PAGE),
    PageUp: () => go(at - PAGE),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    Enter: () => row && open(row),
    ArrowRight: () => row && (row.open === false ? toggle(row.branch.id, true) : row.open && go(at + 1)),
    ArrowLeft: () => {
      if (!row) return
      if (row.open) return toggle(row.branch.id, false)
      const parent = rows.findIndex(({ branch }) => branch.id === above(row))
      if (parent >= 0) go(parent)
    },
    m: () => can && row?.branch.kind === 'goal' && moving.pickUp(row.branch.goal),
  }
  const choosing: Record<string, () => void> = {
    ArrowDown: () => moving.step(1),
    ArrowUp: () => moving.step(-1),
    PageDown: () => moving.step(PAGE),
    PageUp: () => moving.step(-PAGE),
    Home: () => moving.aim(null),
    End: () => moving.step(rows.length),
    Enter: moving.drop,
    Escape: moving.cancel,
    // Focus stays on the row while it is on its way.
    Tab: moving.cancel,
    ArrowRight: () => moving.picked?.over && toggle(moving.picked.over, true),
    ArrowLeft: () => moving.picked?.over && toggle(moving.picked.over, false),
  }
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const act = (moving.picked ? choosing : walking)[event.key]
    if (!act) return
    if (event.key !== 'Tab') event.preventDefault()
    act()
  }
}
