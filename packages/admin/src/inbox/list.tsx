import { useQuery } from '@tanstack/preact-query'
import { CircleCheck, Inbox as InboxIcon, Shapes } from 'lucide'
import { useMemo, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { maySet, useMe } from '../me.ts'
import { sitesQuery } from '../queries.ts'
import { Icon } from '../ui/icon.tsx'
import { PageHeading } from '../ui/page.tsx'
import { Empty, Loading, ProblemNote } from '../ui/states.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Items } from './items.ts'
import { countsQuery } from './queries.ts'
import { Rows } from './rows.tsx'
import { SearchField } from './search-field.tsx'
import type { Selection } from './selection.ts'
import { useSavedView, ViewActs } from './view-acts.tsx'
import { type Finding, inboxAddress, setFilters, withFilter } from './views.ts'

interface ListPaneProps {
  finding: Finding
  id: string | undefined
  list: Items
  selection: Selection
  onFind: (finding: Finding) => void
}

export function ListPane({ finding, id, list, selection, onFind }: ListPaneProps) {
  const { t } = useLanguage()
  const { items } = list
  const find = useRef(onFind)
  find.current = onFind
  const hasThemes = finding.view === 'to-route' && items.length > 1
  // Not drawn again for each step through the list.
  const head = useMemo(() => <Head finding={finding} hasThemes={hasThemes} onFind={(next) => find.current(next)} />, [finding, hasThemes])
  return (
    <section class="inbox-list" aria-label={t.inbox.items}>
      {head}
      {list.error && items.length === 0 ? (
        <div class="inbox-rows">
          <ProblemNote error={list.error} retry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <div class="inbox-rows">
          <Loading lines={9} />
        </div>
      ) : items.length === 0 && !list.hasNextPage ? (
        <div class="inbox-rows">
          <NothingHere finding={finding} />
        </div>
      ) : (
        <Rows list={list} here={id} addressOf={(id) => inboxAddress({ ...finding, id })} selection={selection} />
      )}
      <BulkProgress />
      {(selection.all || selection.ids.size > 0) && <BulkBar finding={finding} list={list} selection={selection} />}
    </section>
  )
}

interface HeadProps extends Pick<ListPaneProps, 'finding' | 'onFind'> {
  hasThemes: boolean
}

function Head({ finding, hasThemes, onFind }: HeadProps) {
  const { t } = useLanguage()
  const saved = useSavedView(finding)
  return (
    <header class="inbox-list-head">
      <div class="row" data-ends>
        <PageHeading title={saved?.name ?? t.inbox.views[finding.view]} class="inbox-title" />
        {hasThemes && (
          <a class="row note-size" href="/admin/inbox/themes">
            <Icon of={Shapes} />
            {t.inbox.themes}
          </a>
        )}
      </div>
      <SearchField q={finding.filter.q ?? ''} onSearch={(q) => onFind(withFilter(finding, { q }))} />
      <FilterBar finding={finding} onFind={onFind} acts={<ViewActs finding={finding} />} />
    </header>
  )
}

function NothingHere({ finding }: { finding: Finding }) {
  const { t } = useLanguage()
  const me = useMe()
  const sites = useQuery(sitesQuery)
  const { data: counts } = useQuery(countsQuery)
  const { view, filter } = finding
  if (filter.q || setFilters(finding).length > 0) return <Nothing words={t.inbox.nothingFound} />
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
