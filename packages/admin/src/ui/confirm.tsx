import type { ComponentChildren } from 'preact'
import { useLanguage } from '../language.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './states.tsx'

interface ConfirmProps {
  title: string
  /** The words on the button: what will happen, never "OK". */
  act: string
  danger?: boolean
  busy: boolean
  error: unknown
  onConfirm: () => void
  onClose: () => void
  children: ComponentChildren
}

/** Asks before something that leaves the building or cannot be taken back. */
export function Confirm({ title, act, danger, busy, error, onConfirm, onClose, children }: ConfirmProps) {
  const { t } = useLanguage()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      <ProblemNote error={error} />
    </Dialog>
  )
}
