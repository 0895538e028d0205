import * as menu from '@zag-js/menu'
import { normalizeProps, useMachine } from '@zag-js/preact'
import type { IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './icon.tsx'

export interface MenuItem {
  id: string
  label: string
  icon: IconNode
  act: () => void
}

interface MenuProps {
  label: string
  items: MenuItem[]
  class?: string
  children: ComponentChildren
}

/** A button that opens a list of acts. */
export function Menu({ label, items, class: className = 'button', children }: MenuProps) {
  const service = useMachine(menu.machine, {
    id: useId(),
    positioning: { placement: 'top-start', gutter: 6 },
    onSelect: ({ value }) => items.find(({ id }) => id === value)?.act(),
  })
  const api = menu.connect(service, normalizeProps)
  return (
    <div>
      <button {...api.getTriggerProps()} class={className} aria-label={label}>
        {children}
      </button>
      <div {...api.getPositionerProps()}>
        <ul {...api.getContentProps()}>
          {items.map((item) => (
            <li key={item.id} {...api.getItemProps({ value: item.id })}>
              <Icon of={item.icon} />
              {item.label}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
