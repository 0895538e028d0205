import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { queryClient } from '../queries.ts'
import { afterPaint } from '../ui/after-paint.ts'
import type { Items } from './items.ts'
import { itemQuery, suggestionQuery } from './queries.ts'

/**
 * The open item, and the ways to another. Whoever steps to one sees it at once; the address, which the whole page listens to, follows
 * when it is on screen.
 */
export function useStride(addressed: string | undefined) {
  const { route } = useLocation()
  const [ahead, setAhead] = useState<string | null>(null)
  const callOff = useRef(() => {})
  useEffect(() => {
    setAhead(null)
    return () => callOff.current()
  }, [addressed])
  const go = (address: string, replace = false) => {
    callOff.current()
    setAhead(null)
    route(address, replace)
  }
  const goSoon = (id: string, address: string, replace = false) => {
    callOff.current()
    // Where what has the focus goes, the browser lays out the page half drawn.
    document.querySelector<HTMLElement>('#item-heading:focus')?.blur()
    setAhead(id)
    // From the list alone the way back leads to it, however many steps one takes at once.
    callOff.current = afterPaint(() => route(address, replace && addressed !== undefined))
  }
  return { id: ahead ?? addressed, go, goSoon }
}

/** Where one stands in the list, and the ways from there. */
export function useWalk(
  { items, hasNextPage, isFetchingNextPage, fetchNextPage }: Items,
  id: string | undefined,
  open: (id: string, replace: boolean) => void,
) {
  const place = items.findIndex((item) => item.id === id)
  // Where the open item stood, once it has left the list: the one after it stands there now.
  const last = useRef(place)
  if (place >= 0) last.current = place
  const step = (by: number) => {
    const from = place >= 0 ? place + by : id !== undefined && last.current >= 0 ? last.current + (by > 0 ? 0 : -1) : by > 0 ? 0 : -1
    const next = items[from]
    if (next) open(next.id, id !== undefined)
  }
  // The list is read again after an act, so where to go next is settled before. Whoever is elsewhere by now stays there.
  const goOn = (from: string) => {
    if (from !== id) return
    const next = items[place + 1] ?? items[place - 1]
    if (next && place !== -1) open(next.id, true)
  }
  const wanted = place >= 0 && items.length - place <= 5 && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (wanted) void fetchNextPage()
  }, [wanted, fetchNextPage])
  const after = place >= 0 ? items[place + 1] : undefined
  useEffect(() => {
    // Fetched while one reads this one, so that it is there at the press of a key.
    if (after === undefined) return
    return afterPaint(() => {
      void queryClient.prefetchQuery(itemQuery(after.id))
      void queryClient.prefetchQuery(suggestionQuery(after))
    })
  }, [after?.id])
  return { position: place, step, goOn }
}
