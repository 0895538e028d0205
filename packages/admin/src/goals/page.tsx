import { useQuery } from '@tanstack/preact-query'
import { Plus, Search, Target, X } from 'lucide'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { mayAct, maySet, useMe } from '../me.ts'
import { goalTreeQuery } from '../queries.ts'
import '../styles/goals.css'
import '../styles/tree.css'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useKeys } from '../ui/keys.ts'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { type Filter, filterOf, foundIn, goalsAddress, narrows, type ShownState, shownStates } from './filter.ts'
import { GoalDialog } from './goal-dialog.tsx'
import { GoalPlaces } from './places.tsx'
import { closedAtFirst, type GoalTree, indexOf, orders, rowsOf } from './tree.ts'
import { GoalTreeView } from './tree-view.tsx'

/** Every goal from the organisation down to the person. */
export default function GoalsPage() {
  const { t } = useFullLanguage()
  const me = useMe()
  const { query } = useLocation()
  const tree = useQuery(goalTreeQuery)
  const [adding, setAdding] = useState(false)
  const acts = mayAct(me) && !!tree.data?.teams.length && (
    <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>
      {t.goals.addGoal}
    </Button>
  )
  return (
    <Page title={t.goals.title} lead={t.goals.lead} acts={acts} wide>
      <GoalPlaces />
      <Read query={tree} lines={10}>
        {(known) => (known.goals.length === 0 && known.teams.length < 2 ? <Nothing /> : <Tree tree={known} filter={filterOf(query)} />)}
      </Read>
      {adding && <GoalDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Nothing() {
  const { t } = useFullLanguage()
  const me = useMe()
  return (
    <Empty icon={Target} title={t.goals.none[0]}>
      <p>{t.goals.none[1]}</p>
      {maySet(me) && (
        <a class="button" data-look="primary" href="/admin/start/goal">
          {t.goals.addGoal}
        </a>
      )}
    </Empty>
  )
}

/** Where one was and what was folded, for when one comes back from a goal. */
const remembered: { active: string | null; closed: Map<string, Set<string>> } = { active: null, closed: new Map() }

function Tree({ tree, filter }: { tree: GoalTree; filter: Filter }) {
  const { t } = useFullLanguage()
  const me = useMe()
  const index = useMemo(() => indexOf(tree), [tree])
  const [active, setActive] = useState(remembered.active)
  const { q, state, mine, order } = filter
  const found = useMemo(() => foundIn(index, { q, state, mine, order }, me.member), [index, q, state, mine, order, me.member])
  const { closed, toggle } = useFolds(filter, () => closedAtFirst(index, order))
  const rows = useMemo(() => rowsOf(index, { order, closed, found }), [index, order, closed, found])
  return (
    <section class="stack" aria-label={t.goals.tree}>
      <FilterBar filter={filter} />
      {rows.length === 0 ? (
        <Empty icon={Target} title={t.goals.nothingFound[0]}>
          <p>{t.goals.nothingFound[1]}</p>
        </Empty>
      ) : (
        <GoalTreeView
          index={index}
          rows={rows}
          order={order}
          toggle={toggle}
          active={active}
          onActive={(id) => {
            remembered.active = id
            setActive(id)
          }}
        />
      )}
      {mayAct(me) && (
        <p class="soft note-size" id="tree-keys">
          {t.goals.move.hint}
        </p>
      )}
    </section>
  )
}

const nothing: ReadonlySet<string> = new Set()

/** What is folded away, kept apart for each way of looking. */
function useFolds(filter: Filter, atFirst: () => Set<string>) {
  const narrow = narrows(filter)
  const name = narrow ? goalsAddress(filter) : filter.order
  const [, redraw] = useState(0)
  const known = remembered.closed.get(name)
  const closed = useMemo(() => known ?? (narrow ? nothing : atFirst()), [name, known])
  const toggle = (id: string, open: boolean) => {
    const changed = new Set(closed)
    if (open) changed.delete(id)
    else changed.add(id)
    remembered.closed.set(name, changed)
    redraw((count) => count + 1)
  }
  return { closed, toggle }
}

function FilterBar({ filter }: { filter: Filter }) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const me = useMe()
  const change = (part: Partial<Filter>) => route(goalsAddress({ ...filter, ...part }), true)
  const [text, setText] = useState(filter.q)
  const latest = useRef(change)
  latest.current = change
  useEffect(() => {
    if (text.trim() === filter.q) return
    const timer = setTimeout(() => latest.current({ q: text.trim() }), 150)
    return () => clearTimeout(timer)
  }, [text, filter.q])
  useKeys({ '/': () => document.querySelector<HTMLInputElement>('#goal-search')?.focus() })
  return (
    <div class="tree-filter">
      <search class="search">
        <Icon of={Search} />
        <input
          id="goal-search"
          type="search"
          class="control"
          aria-label={t.goals.search}
          placeholder={t.goals.search}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {text && <IconButton icon={X} label={t.inbox.clearSearch} small onClick={() => setText('')} />}
      </search>
      <select class="control" aria-label={t.goals.shown} onChange={(event) => change({ state: event.currentTarget.value as ShownState })}>
        {shownStates.map((one) => (
          <option key={one} value={one} selected={one === filter.state}>
            {t.goals.shownStates[one]}
          </option>
        ))}
      </select>
      {me.member && (
        <label class="choice">
          <input type="checkbox" checked={filter.mine} onChange={(event) => change({ mine: event.currentTarget.checked })} />
          {t.goals.mine}
        </label>
      )}
      <Segments
        label={t.goals.order}
        options={orders.map((value) => ({ value, label: t.goals.orders[value] }))}
        value={filter.order}
        onChange={(order) => change({ order })}
      />
    </div>
  )
}
