import { Bold, Italic, Link, List } from 'lucide'
import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { isApple } from '../ui/apple.ts'
import { IconButton } from '../ui/button.tsx'
import { type Format, formats, formatted } from './format.ts'

const icons = { strong: Bold, em: Italic, list: List, link: Link }
const letters: Partial<Record<Format, string>> = { strong: 'B', em: 'I', link: 'K' }

/** Changes a text field as if it were typed, so that the browser's own undo takes it back. */
function apply(area: HTMLTextAreaElement, format: Format) {
  const { from, to, insert, choose } = formatted(area.value, area.selectionStart, area.selectionEnd, format)
  area.focus()
  area.setSelectionRange(from, to)
  if (!document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert)) {
    area.setRangeText(insert, from, to)
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  area.setSelectionRange(...choose)
}

/** Formats by key, while one writes. K finds anything, as everywhere, unless words are chosen to become a link. */
export function onFormatKey(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) {
  const { key, shiftKey, altKey, currentTarget: area } = event
  if (!(isApple ? event.metaKey : event.ctrlKey) || shiftKey || altKey) return
  const format = formats.find((one) => letters[one] === key.toUpperCase())
  if (!format || (format === 'link' && area.selectionStart === area.selectionEnd)) return
  event.preventDefault()
  event.stopPropagation()
  apply(area, format)
}

/** Where the arrows lead to from a place in a row of `count`. */
const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Signs for bold, italic, a list and a link, put around what is chosen in a text field. One stop for Tab; the arrows go along it. */
export function FormatBar({ area, controls }: { area: RefObject<HTMLTextAreaElement | null>; controls: string }) {
  const { t } = useFullLanguage()
  const texts = t.outcomes.format
  const bar = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const modifier = isApple ? ['⌘', 'Meta'] : ['Ctrl ', 'Control']
  return (
    <div
      class="format-bar"
      role="toolbar"
      ref={bar}
      aria-label={texts.bar}
      aria-controls={controls}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (!step) return
        event.preventDefault()
        const next = step(at, formats.length)
        setAt(next)
        bar.current?.querySelectorAll('button')[next]?.focus()
      }}
    >
      {formats.map((format, index) => {
        const letter = letters[format]
        return (
          <IconButton
            key={format}
            small
            icon={icons[format]}
            label={texts[format]}
            title={letter ? `${texts[format]} (${modifier[0]}${letter})` : texts[format]}
            aria-keyshortcuts={letter && `${modifier[1]}+${letter}`}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setAt(index)}
            // What is chosen in the text stays chosen.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => area.current && apply(area.current, format)}
          />
        )
      })}
    </div>
  )
}
