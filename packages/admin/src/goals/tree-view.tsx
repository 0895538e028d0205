import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { mayAct, useMe } from '../me.ts'
import { MoveBar } from './move-bar.tsx'
import { useMoving } from './moving.ts'
import { useTouchMoving } from './touch-moving.ts'
import type { GoalIndex, Order, Row } from './tree.ts'
import { TreeItem } from './tree-item.tsx'
import { useTreeKeys } from './tree-keys.ts'
import { useNarrow, useWindow } from './use-window.ts'

/** How high rows are drawn; on a phone a goal takes what stands beside it elsewhere below its title. */
const HEIGHTS = { wide: { team: 44, goal: 56 }, narrow: { team: 60, goal: 100 } }

/** Where each row begins, and at last where the list ends. */
function topsOf(rows: readonly Row[], heights: (typeof HEIGHTS)['wide']): number[] {
  const tops = [0]
  for (const { branch } of rows) tops.push((tops.at(-1) ?? 0) + heights[branch.kind])
  return tops
}

interface GoalTreeViewProps {
  index: GoalIndex
  rows: Row[]
  order: Order
  toggle: (id: string, open: boolean) => void
  /** Where one was when one left. */
  active: string | null
  onActive: (id: string) => void
}

/** The tree as a list of which only what is in sight is in the page; walked through, folded and rearranged with the keyboard. */
export function GoalTreeView({ index, rows, order, toggle, active, onActive }: GoalTreeViewProps) {
  const { t } = useFullLanguage()
  const can = mayAct(useMe())
  const heights = useNarrow() ? HEIGHTS.narrow : HEIGHTS.wide
  const tops = useMemo(() => topsOf(rows, heights), [rows, heights])
  const { list, first, last } = useWindow(tops)
  const moving = useMoving(index, rows)
  useTouchMoving(list, index, can ? moving : null)
  const { at, go, open } = useWalk({ list, rows, active, onActive, toggle })
  const onKeyDown = useTreeKeys({ rows, at, go, open, toggle, moving, can, above: (row) => index.above(order, row.branch) })
  const { picked } = moving
  useInSight(list, picked?.over ?? null)
  // Where focus is, and what is on its way, stay in the page however far one scrolls.
  const kept = [at, placeOf(rows, picked?.over), placeOf(rows, picked?.goal.id)]
  return (
    <div class="tree-area" data-moving={picked ? true : undefined}>
      <MoveBar moving={moving} index={index} />
      <Heads order={order} />
      <div
        ref={list}
        class="tree"
        role="tree"
        aria-label={t.goals.tree}
        aria-describedby={can ? 'tree-keys' : undefined}
        style={{ blockSize: `${tops.at(-1)}px` }}
        onKeyDown={onKeyDown}
      >
        {placesIn(first, last, kept).map((place) => {
          const row = rows[place] as Row
          return (
            <TreeItem
              {...{ row, index, order }}
              key={row.branch.id}
              top={tops[place] ?? 0}
              height={heights[row.branch.kind]}
              stop={place === at}
              moving={can ? moving : null}
              onOpen={() => open(row)}
              onToggle={() => toggle(row.branch.id, !row.open)}
              onFocus={() => row.branch.id !== active && onActive(row.branch.id)}
            />
          )
        })}
      </div>
    </div>
  )
}

function Heads({ order }: { order: Order }) {
  const { t } = useFullLanguage()
  const { columns } = t.goals
  return (
    <div class="tree-heads" aria-hidden="true">
      <span>{order === 'team' ? columns.byTeam : columns.byGoal}</span>
      <span>{columns.state}</span>
      <span>{columns.period}</span>
      <span>{columns.owner}</span>
      <span>{columns.voices}</span>
    </div>
  )
}

const placeOf = (rows: readonly Row[], id: string | null | undefined) => (id ? rows.findIndex(({ branch }) => branch.id === id) : -1)

/** The places in sight and those that are kept, from top to bottom. */
function placesIn(first: number, last: number, kept: readonly number[]): number[] {
  const inSight = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at)
  return [...new Set([...inSight, ...kept.filter((place) => place >= 0)])].sort((a, b) => a - b)
}

type List = { current: HTMLElement | null }
type WalkProps = Pick<GoalTreeViewProps, 'rows' | 'active' | 'onActive' | 'toggle'> & { list: List }

const itemIn = (list: List, id: string) => list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)

/** Where one is in the tree, and the ways to another row and into this one. */
function useWalk({ list, rows, active, onActive, toggle }: WalkProps) {
  const { route } = useLocation()
  const wanted = useRef<string | null>(null)
  const at = Math.max(0, placeOf(rows, active))
  const here = rows[at]?.branch.id
  useEffect(() => {
    if (wanted.current === null || wanted.current !== here) return
    wanted.current = null
    const item = itemIn(list, here)
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest' })
  })
  // Who comes back from a goal finds the tree where they left it.
  useLayoutEffect(() => {
    if (active !== null && here === active) itemIn(list, here)?.scrollIntoView({ block: 'center' })
  }, [])
  const go = (to: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))]
    if (!row) return
    wanted.current = row.branch.id
    onActive(row.branch.id)
  }
  const open = ({ branch, open }: Row) => {
    if (branch.kind === 'goal') route(`/admin/goals/${branch.id}`)
    else if (open !== null) toggle(branch.id, !open)
  }
  return { at, go, open }
}

function useInSight(list: List, id: string | null) {
  useEffect(() => {
    if (id !== null) itemIn(list, id)?.scrollIntoView({ block: 'nearest' })
  }, [list, id])
}
