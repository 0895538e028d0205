import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Rows beyond each edge that are there already when one scrolls to them. */
const SPARE = 8
/** As many as a window of usual height shows, before it is known how many this one does. */
const AT_FIRST = 24

/** The places from the first up to the last, which is not in it. */
interface Range {
  first: number
  last: number
}

/** The place of the last row that begins at or above this height. */
export function rowAt(tops: readonly number[], height: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}

/** Whether what is there has all rows from the top to the bottom one, and not far more: then nothing is to be drawn. */
const holds = ({ first, last }: Range, top: number, bottom: number) => first <= top && last > bottom && last - first <= bottom - top + 3 * SPARE

/**
 * The part that is in sight of a long list that scrolls with the page. `tops` says where each row begins, and after the last where the list ends.
 */
export function useWindow(tops: readonly number[]) {
  const list = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState<Range>({ first: 0, last: AT_FIRST })
  useLayoutEffect(() => {
    const scroller = list.current?.closest<HTMLElement>('.main')
    if (!scroller) return
    const look = () => {
      if (!list.current) return
      const hidden = scroller.getBoundingClientRect().top - list.current.getBoundingClientRect().top
      const [top, bottom] = [rowAt(tops, hidden), rowAt(tops, hidden + scroller.clientHeight)]
      setRange((before) => (holds(before, top, bottom) ? before : { first: Math.max(0, top - SPARE), last: bottom + 1 + SPARE }))
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(scroller)
    if (list.current) resized.observe(list.current)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      scroller.removeEventListener('scroll', look)
    }
  }, [tops])
  return { list, first: range.first, last: Math.min(range.last, tops.length - 1) }
}

/** True while the window is narrower than a table of columns needs. */
export function useNarrow(): boolean {
  const [query] = useState(() => matchMedia('(width < 860px)'))
  const [narrow, setNarrow] = useState(query.matches)
  useLayoutEffect(() => {
    const follow = () => setNarrow(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [query])
  return narrow
}
