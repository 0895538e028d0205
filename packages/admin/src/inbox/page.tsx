import { feedbackEndpoints } from '@klankbord/shared/feedback'
import { useInfiniteQuery, useMutation } from '@tanstack/preact-query'
import { MousePointerClick } from 'lucide'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import '../styles/inbox.css'
import '../styles/item.css'
import '../styles/ledger.css'
import '../styles/suggestion.css'
import { useKeys } from '../ui/keys.ts'
import { Empty } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { ItemPane } from './item.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { ListPane } from './list.tsx'
import { feedbackChanged, listQuery } from './queries.ts'
import { inboxAddress, isView, type ViewName } from './views.ts'

/** The inbox: a list and an item beside it; on a phone one of the two. */
export function InboxPage() {
  const { params } = useRoute()
  const { route } = useLocation()
  const known = isView(params.view)
  useEffect(() => {
    if (!known) route('/admin/inbox/to-route', true)
  }, [known, route])
  return known ? <Inbox key={params.view} view={params.view as ViewName} id={params.id} /> : null
}

interface InboxProps {
  view: ViewName
  id: string | undefined
}

function Inbox({ view, id }: InboxProps) {
  const { query, route } = useLocation()
  const q = query.q ?? ''
  const goal = query.goal ?? ''
  const list = useInfiniteQuery(listQuery({ view, q, goal }))
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const [helpOpen, setHelpOpen] = useState(false)
  const selection = useSelection()
  const open = (next: string | undefined, replace = false) => route(inboxAddress({ view, id: next, q, goal }), replace)
  const { position, step, goOn } = walkOf(items, id, open)
  useMoreInTime(list, items.length - position)
  const spam = useSpam()
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => id && selection.toggle(id),
    '/': () => document.querySelector<HTMLInputElement>('#inbox-search')?.focus(),
    // On most keyboards it takes Shift, on some it does not.
    '?': () => setHelpOpen(true),
    'Shift+?': () => setHelpOpen(true),
    Escape: () => id && open(undefined),
  })
  const onSpam = (spammed: boolean) => {
    if (id === undefined) return
    spam.mutate({ id, spammed })
    if (spammed) goOn()
  }
  return (
    <div class="inbox" data-open={id !== undefined || undefined}>
      <ListPane view={view} id={id} q={q} goal={goal} list={list} items={items} selection={selection} />
      {id === undefined ? (
        <NothingChosen empty={items.length === 0} />
      ) : (
        <ItemPane
          key={id}
          id={id}
          place={{ index: position, of: items.length, step, leave: () => open(undefined) }}
          onRouted={goOn}
          onSpam={onSpam}
        />
      )}
      {helpOpen && <KeysDialog onClose={() => setHelpOpen(false)} />}
    </div>
  )
}

/** Asks for the next page of the list before whoever walks through it comes to the end. */
function useMoreInTime(list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }, left: number) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const wanted = left <= 5 && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (wanted) void fetchNextPage()
  }, [wanted, fetchNextPage])
}

function NothingChosen({ empty }: { empty: boolean }) {
  const { t } = useLanguage()
  return (
    <div class="inbox-item" data-nothing>
      {!empty && (
        <Empty icon={MousePointerClick} title={t.inbox.choose[0]}>
          <p>{t.inbox.choose[1]}</p>
        </Empty>
      )}
    </div>
  )
}

/** Where one stands in the list, and the ways from there. */
function walkOf(items: { id: string }[], id: string | undefined, open: (id: string, replace?: boolean) => void) {
  const position = items.findIndex((item) => item.id === id)
  const step = (by: number) => {
    const next = items[position === -1 ? (by > 0 ? 0 : -1) : position + by]
    if (next) open(next.id, id !== undefined)
  }
  // The list is read again after an act, so where to go next is settled before.
  const goOn = () => {
    const next = items[position + 1] ?? items[position - 1]
    if (next && position !== -1) open(next.id, true)
  }
  return { position, step, goOn }
}

export interface Selection {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  clear: () => void
}

function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setIds((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return { ids, toggle, clear: () => setIds(new Set()) }
}

function useSpam() {
  const { t } = useLanguage()
  const spam = useMutation({
    mutationFn: ({ id, spammed }: { id: string; spammed: boolean }) =>
      call(spammed ? feedbackEndpoints.markSpam : feedbackEndpoints.unmarkSpam, { id }),
    onSuccess: (item, { id, spammed }) => {
      feedbackChanged(item)
      if (spammed) say(t.inbox.spammed, { label: t.undo, onClick: () => spam.mutate({ id, spammed: false }) })
      else say(t.inbox.unspammed)
    },
    onError: () => say(t.problems.unavailable),
  })
  return spam
}
