import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Rows beyond each edge that are there already when one scrolls to them. */
const SPARE = 8

/** The part of a long list of rows of one height that is in sight, of a list that scrolls with the page. */
export function useWindow(count: number, rowHeight: number) {
  const list = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ first: 0, last: 40 })
  useLayoutEffect(() => {
    const scroller = list.current?.closest<HTMLElement>('.main')
    if (!scroller) return
    const look = () => {
      if (!list.current) return
      const hidden = scroller.getBoundingClientRect().top - list.current.getBoundingClientRect().top
      const first = Math.max(0, Math.floor(hidden / rowHeight) - SPARE)
      const last = Math.ceil((hidden + scroller.clientHeight) / rowHeight) + SPARE
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }))
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
  }, [rowHeight])
  return { list, first: range.first, last: Math.min(range.last, count) }
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
