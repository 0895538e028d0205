import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Rows on either side that are there before they are seen, so that Tab and a quick wheel find them. */
const BESIDE = 8
/** A row's height in the root's letters, as the style sheet has it. */
const ROW_REM = 7

interface Anchor {
  id: string
  /** By how much its top is above the top of the window. */
  by: number
  index: number
}

export interface RowWindow {
  scroller: RefObject<HTMLDivElement | null>
  /** In pixels. */
  rowHeight: number
  first: number
  last: number
  /** How many rows came in above what is being read. */
  above: number
  toTop: () => void
  toRow: (index: number) => unknown
}

const rowHeight = () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The first of these items, from a place on, that is still in the list. */
function survivor(before: readonly { id: string }[], from: number, places: ReadonlyMap<string, number>): [string, number] | undefined {
  for (let index = from; index < before.length; index++) {
    const id = before[index]?.id as string
    const place = places.get(id)
    if (place !== undefined) return [id, place]
  }
  return undefined
}

/** Where in the list one reads, so that the same row can be put back in its place. */
function anchorAt(items: readonly { id: string }[], top: number, rowHeight: number): Anchor | null {
  const index = Math.floor(top / rowHeight)
  const id = items[index]?.id
  return id === undefined || top < rowHeight / 2 ? null : { id, by: top - index * rowHeight, index }
}

/** Where the row that was read is now, and how many came in above it. */
export function movedTo(
  before: readonly { id: string }[],
  items: readonly { id: string }[],
  anchor: Anchor,
): { place: number; fresh: number } | undefined {
  const kept = survivor(before, anchor.index, new Map(items.map(({ id }, index) => [id, index])))
  if (!kept) return undefined
  const known = new Set(before.map(({ id }) => id))
  return { place: kept[1], fresh: items.slice(0, kept[1]).filter(({ id }) => !known.has(id)).length }
}

/** Calls `look` when the list is scrolled or changes its size. */
function useLook(scroller: RefObject<HTMLElement | null>, look: () => void, resized: () => void) {
  const latest = useRef({ look, resized })
  latest.current = { look, resized }
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => latest.current.resized())
    const scrolled = () => latest.current.look()
    observer.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [])
}

/**
 * Which rows of a long list are worth making. All rows are equally high, so that any place is known without measuring. When rows
 * come or go above, what is being read stays where it is.
 */
export function useRowWindow(items: readonly { id: string }[]): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const height = useRef(rowHeight())
  const anchor = useRef<Anchor | null>(null)
  const before = useRef(items)
  const [seen, setSeen] = useState({ first: 0, last: 12 })
  const [above, setAbove] = useState(0)
  const look = () => {
    const element = scroller.current
    if (!element || element.clientHeight === 0) return
    const top = Math.max(0, element.scrollTop)
    anchor.current = anchorAt(before.current, top, height.current)
    if (anchor.current === null) setAbove(0)
    const first = Math.floor(top / height.current)
    const last = Math.ceil((top + element.clientHeight) / height.current)
    setSeen((now) => (now.first === first && now.last === last ? now : { first, last }))
  }
  const resized = () => {
    height.current = rowHeight()
    const { current: element } = scroller
    const { current } = anchor
    // A list that was out of sight comes back at its top.
    if (element && element.clientHeight > 0 && current && element.scrollTop === 0) element.scrollTop = current.index * height.current + current.by
    look()
  }
  useLook(scroller, look, resized)
  useLayoutEffect(() => {
    const to = before.current !== items && anchor.current ? movedTo(before.current, items, anchor.current) : undefined
    before.current = items
    if (to && scroller.current && anchor.current) {
      scroller.current.scrollTop = to.place * height.current + anchor.current.by
      setAbove((count) => count + to.fresh)
    }
    look()
  }, [items])
  return {
    scroller,
    rowHeight: height.current,
    first: Math.max(0, seen.first - BESIDE),
    last: Math.min(items.length, seen.last + BESIDE),
    above,
    toTop: () => scroller.current?.scrollTo({ top: 0 }),
    toRow: (index) => scroller.current && index >= 0 && bringIntoSight(scroller.current, index * height.current, height.current),
  }
}

function bringIntoSight(element: HTMLElement, top: number, rowHeight: number) {
  if (top < element.scrollTop) element.scrollTop = top
  else if (top + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top + rowHeight - element.clientHeight
}
