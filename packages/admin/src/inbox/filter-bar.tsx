import { feedbackSorts } from '@klankbord/shared/finding'
import { ArrowDownUp, ListFilter, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Later } from '../ui/later.tsx'
import { Menu } from '../ui/menu.tsx'
import { useChips } from './filters.ts'
import { useActs } from './keys.ts'
import { type FilterName, type Finding, setFilters, sortOf, withFilter } from './views.ts'

const FilterMenu = () => import('./filter-menu.tsx')

interface FilterBarProps {
  finding: Finding
  onFind: (finding: Finding) => void
  /** What is done with all of it, such as keeping it as a view. */
  acts: ComponentChildren
}

/** What is set, in a chip each, one menu with everything that can be set, and the order. */
export function FilterBar({ finding, onFind, acts }: FilterBarProps) {
  const { t } = useLanguage()
  const texts = t.finding
  const [begin, setBegin] = useState<FilterName | null | undefined>(undefined)
  const set = setFilters(finding)
  const chips = useChips(finding.filter, set)
  const change = (changes: Partial<Record<FilterName, string | undefined>>) => onFind(withFilter(finding, changes))
  useActs({ filter: () => setBegin(null) })
  return (
    <div class="filter-bar">
      <Button look="quiet" small icon={ListFilter} shortcut="f" aria-haspopup="dialog" id="filter-open" onClick={() => setBegin(null)}>
        {texts.filter}
      </Button>
      <Sort finding={finding} onFind={onFind} />
      {(chips.length > 0 || finding.filter.q || finding.saved) && (
        <ul class="chips" aria-label={texts.set}>
          {chips.map(({ name, text }) => (
            <li key={name} class="chip">
              <button type="button" aria-haspopup="dialog" onClick={() => setBegin(name === 'to' ? 'from' : name)}>
                {text}
              </button>
              <button
                type="button"
                class="chip-out"
                aria-label={texts.takeOut(text)}
                title={texts.takeOut(text)}
                onClick={() => change({ [name]: undefined })}
              >
                <Icon of={X} />
              </button>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <button type="button" class="chip-all" onClick={() => change(Object.fromEntries(set.map((name) => [name, undefined])))}>
                {texts.clear}
              </button>
            </li>
          )}
          <li class="row">{acts}</li>
        </ul>
      )}
      {begin !== undefined && <FilterPopover finding={finding} begin={begin} onSet={change} onClose={() => setBegin(undefined)} />}
    </div>
  )
}

function Sort({ finding, onFind }: Pick<FilterBarProps, 'finding' | 'onFind'>) {
  const { t } = useLanguage()
  const texts = t.finding
  const own = sortOf({ ...finding, sort: undefined })
  const now = sortOf(finding)
  const items = feedbackSorts.map((sort) => ({
    id: sort,
    title: texts.sorts[sort],
    set: sort === now,
    run: () => onFind({ ...finding, sort: sort === own ? undefined : sort }),
  }))
  return (
    <span class="sort">
      <Button look="quiet" small icon={ArrowDownUp} popovertarget="sort-menu" aria-label={`${texts.sort}: ${texts.sorts[now]}`}>
        {texts.sorts[now]}
      </Button>
      <Menu id="sort-menu" label={texts.sort} items={items} />
    </span>
  )
}

interface FilterPopoverProps {
  finding: Finding
  begin: FilterName | null
  onSet: (changes: Partial<Record<FilterName, string | undefined>>) => void
  onClose: () => void
}

/** Floats below its button; on a phone it comes up from below. It is fetched when it is first opened. */
function FilterPopover(props: FilterPopoverProps) {
  const { t } = useLanguage()
  const popover = useRef<HTMLDivElement>(null)
  const close = useRef(props.onClose)
  close.current = props.onClose
  useEffect(() => {
    const element = popover.current
    const opener = document.querySelector('#filter-open')
    if (!element || !opener) return
    const { left, bottom } = opener.getBoundingClientRect()
    element.style.setProperty('--left', `${left}px`)
    element.style.setProperty('--top', `${bottom + 4}px`)
    const before = document.activeElement
    element.showPopover()
    const toggled = (event: Event) => (event as ToggleEvent).newState === 'closed' && close.current()
    element.addEventListener('toggle', toggled)
    return () => {
      element.removeEventListener('toggle', toggled)
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
      else (opener as HTMLElement).focus()
    }
  }, [])
  return (
    <div ref={popover} class="floating filter-menu" popover="auto" role="dialog" aria-label={t.finding.filterOn}>
      <Later load={FilterMenu} {...props} />
    </div>
  )
}
