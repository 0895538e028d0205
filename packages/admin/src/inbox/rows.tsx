import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { ArrowUp } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { afterPaint } from '../ui/after-paint.ts'
import { Icon } from '../ui/icon.tsx'
import type { Items } from './items.ts'
import { Row } from './row.tsx'
import type { Selection } from './selection.ts'
import { useRowWindow } from './window.ts'

/** So many rows before the end the next page is asked for. */
const AHEAD = 30

interface RowsProps {
  list: Items
  /** The open item. */
  here: string | undefined
  addressOf: (id: string) => string
  selection: Selection
}

/** The rows of a list, of which only those in and around the window are there. */
export function Rows({ list, here, addressOf, selection }: RowsProps) {
  const { items } = list
  const { scroller, rowHeight, first, last, above, toTop, toRow } = useRowWindow(items)
  const [focused, setFocused] = useState<string | null>(null)
  const chosen = useRef(selection)
  chosen.current = selection
  useMoreInTime(list, items.length - last)
  const place = items.findIndex(({ id }) => id === here)
  const found = place >= 0
  useFollow(found ? here : undefined, () => toRow(place))
  return (
    <div class="inbox-rows" ref={scroller} data-here={found || undefined}>
      {above > 0 && <NewAbove count={above} onClick={toTop} />}
      <ul
        style={{ height: `${items.length * rowHeight}px` }}
        onFocusIn={(event) => setFocused(idAround(event.target))}
        onFocusOut={() => setFocused(null)}
      >
        {shown(items, first, last, [here, focused]).map(([item, index]) => (
          <Row
            key={item.id}
            item={item}
            index={index}
            of={list.hasNextPage ? -1 : items.length}
            top={index * rowHeight}
            here={item.id === here}
            href={addressOf(item.id)}
            selected={selection.has(item.id)}
            chosen={chosen}
          />
        ))}
      </ul>
      {list.hasNextPage && <Coming list={list} empty={items.length === 0} />}
    </div>
  )
}

/** Follows the open item once it is shown, however fast one steps. Not when the list changes around it: then it stays where it is read. */
function useFollow(here: string | undefined, toHere: () => void) {
  const latest = useRef(toHere)
  latest.current = toHere
  const isComing = useRef(false)
  useEffect(() => {
    if (here === undefined || isComing.current) return
    isComing.current = true
    afterPaint(() => {
      isComing.current = false
      latest.current()
    })
  }, [here])
}

/** Those in the window, and those that must not vanish: the open one and the one that has the focus. In their order. */
function shown(items: readonly FeedbackListItem[], first: number, last: number, also: readonly (string | null | undefined)[]) {
  const outside = also.map((id) => items.findIndex((item) => item.id === id)).filter((index) => index >= 0 && (index < first || index >= last))
  const places = new Set([...Array.from({ length: last - first }, (_, at) => first + at), ...outside])
  return [...places].sort((a, b) => a - b).map((index): [FeedbackListItem, number] => [items[index] as FeedbackListItem, index])
}

const idAround = (target: EventTarget | null) => (target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null) : null)

/** Asks for the next page of the list before whoever reads comes to the end. */
function useMoreInTime({ hasNextPage, isFetchingNextPage, error, fetchNextPage, items }: Items, left: number) {
  const wanted = left <= AHEAD && hasNextPage && !isFetchingNextPage && !error
  const { length } = items
  useEffect(() => {
    if (wanted) void fetchNextPage()
  }, [wanted, length, fetchNextPage])
}

function NewAbove({ count, onClick }: { count: number; onClick: () => void }) {
  const { t } = useLanguage()
  return (
    <div class="new-above" role="status">
      <button type="button" onClick={onClick}>
        <Icon of={ArrowUp} />
        {t.finding.newAbove(count)}
      </button>
    </div>
  )
}

/** Rows that are on their way; what is rare can take a while to find. */
function Coming({ list, empty }: { list: Items; empty: boolean }) {
  const { t } = useLanguage()
  return (
    <p class="inbox-coming soft note-size">
      {list.error ? (
        <button type="button" class="button" data-small onClick={() => void list.fetchNextPage()}>
          {t.retry}
        </button>
      ) : (
        <span role="status">{empty ? t.finding.looking : t.loading}</span>
      )}
    </p>
  )
}
