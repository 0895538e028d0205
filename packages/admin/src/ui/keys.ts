import { useEffect, useRef } from 'preact/hooks'
import { tinykeys } from 'tinykeys'

const EDITABLE = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'
const PRESSABLE = 'a, button, summary, input, [role="menuitem"], [role="option"], [role="tab"]'

/** A key means something only where it would not type a letter, press a button or reach through an open dialog. */
function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open], :popover-open')) return false
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(EDITABLE)) return false
  return !(event.key === 'Enter' && target?.closest(PRESSABLE))
}

/** Single keys that do what buttons do, while the component is on screen. */
export function useKeys(keys: Record<string, () => void>) {
  const latest = useRef(keys)
  latest.current = keys
  const names = Object.keys(keys).join(' ')
  useEffect(() => {
    const bound = names
      .split(' ')
      .filter(Boolean)
      .map((name) => [
        name,
        (event: KeyboardEvent) => {
          if (!isFree(event)) return
          event.preventDefault()
          latest.current[name]?.()
        },
      ])
    return tinykeys(window, Object.fromEntries(bound))
  }, [names])
}
