import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { useQuery } from '@tanstack/preact-query'
import { CircleCheck, Inbox as InboxIcon, Search, Shapes, Sprout, X } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { mayAct, maySet, useMe } from '../me.ts'
import { goalTreeQuery, sitesQuery } from '../queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHeading } from '../ui/page.tsx'
import { Empty, Loading, ProblemNote } from '../ui/states.tsx'
import type { Selection } from './page.tsx'
import { ProposeGoal } from './propose-goal.tsx'
import { countsQuery } from './queries.ts'
import { Row } from './row.tsx'
import { inboxAddress, type ViewName } from './views.ts'

interface ListPaneProps {
  view: ViewName
  id: string | undefined
  q: string
  goal: string
  items: FeedbackListItem[]
  list: {
    isPending: boolean
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
    refetch: () => unknown
  }
  selection: Selection
}

export function ListPane({ view, id, q, goal, items, list, selection }: ListPaneProps) {
  const { t } = useLanguage()
  return (
    <section class="inbox-list" aria-label={t.inbox.items}>
      <header class="inbox-list-head">
        <div class="row" data-ends>
          <PageHeading title={t.inbox.views[view]} class="inbox-title" />
          {view === 'to-route' && items.length > 1 && (
            <a class="row note-size" href="/admin/inbox/themes">
              <Icon of={Shapes} />
              {t.routing.themes.open}
            </a>
          )}
        </div>
        <SearchField view={view} q={q} goal={goal} />
        {goal && <GoalFilter view={view} q={q} goal={goal} />}
      </header>
      <div class="inbox-rows">
        {list.error && items.length === 0 ? (
          <ProblemNote error={list.error} retry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Loading lines={9} />
        ) : items.length === 0 ? (
          <NothingHere view={view} filtered={q !== '' || goal !== ''} />
        ) : (
          <ul>
            {items.map((item) => (
              <Row
                key={item.id}
                item={item}
                here={item.id === id}
                href={inboxAddress({ view, id: item.id, q, goal })}
                selected={selection.ids.has(item.id)}
                onToggle={() => selection.toggle(item.id)}
              />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <div class="inbox-more">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t.showMore}
            </Button>
          </div>
        )}
      </div>
      {selection.ids.size > 0 && <SelectionBar view={view} selected={selection.ids} items={items} onClear={selection.clear} />}
    </section>
  )
}

function SearchField({ view, q, goal }: { view: ViewName; q: string; goal: string }) {
  const { t } = useLanguage()
  const { route } = useLocation()
  const [text, setText] = useState(q)
  const go = useRef(route)
  go.current = route
  useEffect(() => {
    if (text.trim() === q) return
    const timer = setTimeout(() => go.current(inboxAddress({ view, q: text.trim(), goal }), true), 250)
    return () => clearTimeout(timer)
  }, [text, q, view, goal])
  return (
    <search class="search">
      <Icon of={Search} />
      <input
        id="inbox-search"
        type="search"
        class="control"
        aria-label={t.inbox.search}
        placeholder={t.inbox.search}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text && <IconButton icon={X} label={t.inbox.clearSearch} small onClick={() => setText('')} />}
    </search>
  )
}

function GoalFilter({ view, q, goal }: { view: ViewName; q: string; goal: string }) {
  const { t } = useLanguage()
  const { data } = useQuery(goalTreeQuery)
  const title = data?.goals.find(({ id }) => id === goal)?.title ?? '…'
  return (
    <p class="inbox-filter">
      <span>{t.inbox.ofGoal(title)}</span>
      <a
        class="button"
        data-look="quiet"
        data-icon-only
        data-small
        href={inboxAddress({ view, q })}
        aria-label={t.inbox.clearGoal}
        title={t.inbox.clearGoal}
      >
        <Icon of={X} />
      </a>
    </p>
  )
}

function NothingHere({ view, filtered }: { view: ViewName; filtered: boolean }) {
  const { t } = useLanguage()
  const me = useMe()
  const sites = useQuery(sitesQuery)
  const { data: counts } = useQuery(countsQuery)
  if (filtered) return <Nothing words={t.inbox.nothingFound} />
  const silent = counts && Object.values(counts).every((count) => count === 0) && sites.data?.items.every(({ firstSeenAt }) => firstSeenAt === null)
  if (view === 'to-route' && silent && maySet(me)) {
    return (
      <Empty icon={InboxIcon} title={t.inbox.first.title}>
        <p>{t.inbox.first.text}</p>
        <a class="button" href="/admin/start/site">
          {t.inbox.first.link}
        </a>
      </Empty>
    )
  }
  return <Nothing words={t.inbox.empty[view] ?? t.inbox.nothingFound} />
}

const Nothing = ({ words: [title, text] }: { words: [string, string] }) => (
  <Empty icon={CircleCheck} title={title}>
    <p>{text}</p>
  </Empty>
)

interface SelectionBarProps {
  view: ViewName
  selected: ReadonlySet<string>
  items: FeedbackListItem[]
  onClear: () => void
}

function SelectionBar({ view, selected, items, onClear }: SelectionBarProps) {
  const { t } = useLanguage()
  const can = mayAct(useMe())
  const [proposing, setProposing] = useState(false)
  const chosen = items.filter(({ id }) => selected.has(id))
  const goal = chosen.find((item) => item.goal)?.goal?.id
  return (
    <>
      <footer class="selection" aria-live="polite">
        <span>{t.inbox.selected(selected.size)}</span>
        <IconButton icon={X} label={t.inbox.clearSelection} small onClick={onClear} />
        <span class="selection-acts">
          {view === 'to-route' && can && chosen.length > 0 && (
            <Button icon={Sprout} onClick={() => setProposing(true)}>
              {t.inbox.upward.open}
            </Button>
          )}
          <a class="button" data-look="primary" href={newOutcomeAddress([...selected], goal)}>
            {t.inbox.answerTogether}
          </a>
        </span>
      </footer>
      {proposing && (
        <ProposeGoal
          items={chosen}
          onDone={() => {
            setProposing(false)
            onClear()
          }}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  )
}

/** Where an outcome for these items is written. */
export function newOutcomeAddress(items: readonly string[], goal: string | undefined): string {
  return `/admin/outcomes/new?${new URLSearchParams({ items: items.join(','), ...(goal ? { goal } : {}) })}`
}
