import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useMutation } from '@tanstack/preact-query'
import { MousePointerClick } from 'lucide'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { useLookAt } from '../live/presence.ts'
import { Later } from '../ui/later.tsx'
import { Empty } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { toldStale } from './changed.ts'
import { ItemPane } from './item.tsx'
import { type Items, useItems } from './items.ts'
import { perform } from './kept-acts.ts'
import { useActs } from './keys.ts'
import { ListPane } from './list.tsx'
import { feedbackChanged } from './queries.ts'
import { type Selection, useSelection } from './selection.ts'
import { type Finding, findingIn, inboxAddress, isView, type ViewName } from './views.ts'
import { useStride, useWalk } from './walking.ts'

const KeysDialog = () => import('./keys-dialog.tsx')

/** The inbox: a list and an item beside it; on a phone one of the two. */
export default function InboxPage() {
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

function Inbox({ view, id: addressed }: InboxProps) {
  const { query } = useLocation()
  const now = findingIn(view, query)
  const address = inboxAddress(now)
  // The same for as long as it looks for the same, whichever item is open.
  const finding = useMemo(() => now, [address])
  const list = useItems(finding)
  const [helpOpen, setHelpOpen] = useState(false)
  const selection = useSelection(list.items, address)
  const { id, go, goSoon } = useStride(addressed)
  const addressOf = (id: string | undefined) => inboxAddress({ ...finding, id })
  const leave = () => go(addressOf(undefined))
  const { position, step, goOn } = useWalk(list, id, (next, replace) => goSoon(next, addressOf(next), replace))
  const spam = useSpam()
  useLookAt(id)
  useActs({
    next: () => step(1),
    previous: () => step(-1),
    search: () => document.querySelector<HTMLInputElement>('#inbox-search')?.focus(),
    help: () => setHelpOpen(true),
    leave: () => id && leave(),
    ...selectionKeys(selection, list, id, step),
  })
  const onSpam = (spammed: boolean, item: FeedbackItem) => {
    spam.mutate({ item, spammed, version: item.version })
    if (spammed) goOn(item.id)
  }
  // What one looks for now replaces what one looked for before: the way back leads out of the search, not through its letters.
  const find = (next: Finding) => go(inboxAddress({ ...next, id }), next.filter.q !== finding.filter.q)
  return (
    <div class="inbox" data-open={id !== undefined || undefined}>
      <ListPane finding={finding} id={id} list={list} selection={selection} onFind={find} />
      {id === undefined ? (
        <NothingChosen empty={list.items.length === 0} />
      ) : (
        <ItemPane id={id} place={{ index: position, of: list.items.length, step, leave }} onRouted={goOn} onSpam={onSpam} />
      )}
      {helpOpen && <Later load={KeysDialog} onClose={() => setHelpOpen(false)} />}
    </div>
  )
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

function selectionKeys(selection: Selection, { items }: Items, id: string | undefined, step: (by: number) => void) {
  const reach = (by: number) => {
    const place = items.findIndex((item) => item.id === id)
    if (id !== undefined && selection.from === null) selection.toggle(id)
    const next = items[place + by]
    if (next) selection.reach(next.id)
    step(by)
  }
  return {
    select: () => id !== undefined && selection.toggle(id),
    selectDown: () => reach(1),
    selectUp: () => reach(-1),
    selectAll: () => selection.add(items.map((item) => item.id)),
  }
}

function useSpam() {
  const { t } = useLanguage()
  const spam = useMutation({
    mutationFn: ({ item, spammed, version }: { item: FeedbackItem; spammed: boolean; version?: number }) =>
      perform(spammed ? 'spam' : 'unspam', { id: item.id, version }),
    onSuccess: (item, { spammed }) => {
      feedbackChanged(item)
      if (spammed) say(t.inbox.spammed, { label: t.undo, onClick: () => spam.mutate({ item, spammed: false }) })
      else say(t.inbox.unspammed)
    },
    onError: (error, { item, spammed }) => {
      const told = toldStale(error, { before: item, act: spammed ? 'spam' : 'unspam', again: (version) => spam.mutate({ item, spammed, version }) })
      if (!told) say(t.problems.unavailable)
    },
  })
  return spam
}
