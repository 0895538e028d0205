import type { IconNode } from 'lucide'
import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'icon' | 'children'> & {
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: IconNode
  /** The key that does the same. */
  shortcut?: string
  /** True while the act is under way: the button stays in place, and a second press does nothing. */
  busy?: boolean
  small?: boolean
  children: ComponentChildren
}

export function Button({ look = 'plain', icon, shortcut, busy, small, children, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      class="button"
      data-look={look}
      data-small={small || undefined}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={shortcut}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
      {...rest}
    >
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {shortcut && <Key>{shortcut === 'Enter' ? '↵' : shortcut}</Key>}
    </button>
  )
}

/** For the eye only: `aria-keyshortcuts` tells a screen reader. */
const Key = ({ children }: { children: string }) => (
  <span class="key" aria-hidden="true">
    {children}
  </span>
)

type IconButtonProps = Omit<JSX.IntrinsicElements['button'], 'icon'> & { icon: IconNode; label: string; small?: boolean }

export const IconButton = ({ icon, label, small, ...rest }: IconButtonProps) => (
  <button type="button" class="button" data-look="quiet" data-icon-only data-small={small || undefined} aria-label={label} title={label} {...rest}>
    <Icon of={icon} />
  </button>
)
