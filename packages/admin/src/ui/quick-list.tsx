import { Check, type IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'

export interface QuickOption {
  id: string
  title: ComponentChildren
  note?: string | undefined
  /** Said above the first of those that belong together. */
  group?: string | undefined
  icon?: IconNode | undefined
  shortcut?: string | undefined
  /** True where it is set already. */
  set?: boolean | undefined
  run: () => void
}

interface QuickListProps {
  label: string
  placeholder: string
  options: readonly QuickOption[]
  query: string
  onQuery: (query: string) => void
  /** Said where nothing has the words. */
  nothing: string
  /** Backspace in an empty field. */
  onBack?: (() => void) | undefined
}

/** A field, and below it what it narrows down: arrows go through it, Enter does it. */
export function QuickList({ label, placeholder, options, query, onQuery, nothing, onBack }: QuickListProps) {
  const id = useId()
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const active = Math.min(at, options.length - 1)
  useEffect(() => field.current?.focus({ preventScroll: true }), [label])
  useEffect(() => setAt(0), [query, label])
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const act = by
      ? () => setAt((active + by + options.length) % Math.max(1, options.length))
      : { Enter: options[active]?.run, Backspace: query ? undefined : onBack }[event.key]
    if (!act || event.isComposing) return
    event.preventDefault()
    act()
  }
  return (
    <div class="quick">
      <input
        ref={field}
        class="quick-field"
        // A dialog begins where this is.
        autofocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Rows id={id} label={label} options={options} active={active} />
      <Nothing said={options.length === 0 ? nothing : ''} />
    </div>
  )
}

interface RowsProps extends Pick<QuickListProps, 'label' | 'options'> {
  id: string
  active: number
}

function Rows({ id, label, options, active }: RowsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [active])
  return (
    <div ref={list} id={id} class="quick-list" role="listbox" aria-label={label}>
      {options.map((option, index) => (
        <QuickRow
          key={option.id}
          id={`${id}-${index}`}
          option={option}
          active={index === active}
          heading={option.group !== options[index - 1]?.group ? option.group : undefined}
        />
      ))}
    </div>
  )
}

const Nothing = ({ said }: { said: string }) => (
  <p class="quick-nothing" role="status">
    {said}
  </p>
)

interface QuickRowProps {
  id: string
  option: QuickOption
  active: boolean
  heading: string | undefined
}

function QuickRow({ id, option, active, heading }: QuickRowProps) {
  return (
    <>
      {heading && (
        <p class="quick-heading" role="presentation">
          {heading}
        </p>
      )}
      {/* The focus stays in the field, whose keys choose. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <div id={id} class="quick-row" role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={option.run}>
        {option.icon && <Icon of={option.icon} />}
        <span class="quick-words">
          <span>{option.title}</span>
          {option.note && <small>{option.note}</small>}
        </span>
        {option.set && <Icon of={Check} />}
        {option.shortcut && <span class="key">{option.shortcut}</span>}
      </div>
    </>
  )
}
