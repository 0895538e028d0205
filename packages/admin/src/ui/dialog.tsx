import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { LostNote } from '../live/lost-note.tsx'
import { IconButton } from './button.tsx'

interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** Kept apart from the body so that it stays last. */
  foot?: ComponentChildren
  /** For what is looked at rather than read. */
  wide?: boolean
  /** For one field that says itself what it is for: the title is only said. */
  bare?: boolean
}

/** The platform's own modal dialog: focus goes in, Escape closes, focus returns to where it was. It is open while it is rendered. */
export function Dialog({ title, onClose, children, foot, wide, bare }: DialogProps) {
  const { t } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    // A form says where to begin; else the title is read first, rather than "Close".
    const first = element?.querySelector<HTMLElement>('[autofocus]') ?? element?.querySelector<HTMLElement>('h2')
    first?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="dialog"
      data-wide={wide || undefined}
      data-bare={bare || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div class="dialog-inside">
        <header class={bare ? 'unseen' : 'dialog-head'}>
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          {!bare && <IconButton icon={X} label={t.close} small onClick={onClose} />}
        </header>
        <LostNote />
        {children}
        {foot && <footer class="dialog-foot">{foot}</footer>}
      </div>
    </dialog>
  )
}
