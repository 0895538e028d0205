import { Check } from 'lucide'
import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

export interface MenuItem {
  id: string
  title: string
  /** True for the one that holds now, where one does. */
  set?: boolean
  run: () => void
}

interface MenuProps {
  /** Its button names it as `popovertarget`. */
  id: string
  label: string
  items: readonly MenuItem[]
  /** Opens upwards. */
  up?: boolean
}

/** A few acts below a button: arrows go through them, Escape leaves. */
export function Menu({ id, label, items, up }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const buttons = () => [...(menu.current?.querySelectorAll('button') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    all.at((at + by) % all.length)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <div id={id} ref={menu} class="floating menu" data-up={up || undefined} popover="auto" onKeyDown={onKeyDown}>
      <p class="unseen">{label}</p>
      {items.map((item, index) => (
        <button
          key={item.id}
          // Has the focus as soon as the menu is open, so that a key pressed at once is not lost.
          autofocus={index === 0}
          type="button"
          class="place"
          aria-pressed={item.set}
          onClick={() => {
            menu.current?.hidePopover()
            item.run()
          }}
        >
          <span>{item.title}</span>
          {item.set && <Icon of={Check} />}
        </button>
      ))}
    </div>
  )
}
