import { type Attachment, attachmentEndpoints } from '@klankbord/shared/attachments'
import type { FeedbackItem } from '@klankbord/shared/feedback'
import { ChevronLeft, ChevronRight, Download } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { requestFor } from '../api.ts'
import { useLanguage } from '../language.tsx'
import '../styles/pictures.css'
import { IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'

/** Where a picture is, for an `<img>`: the session goes along with it. */
export const pictureAddress = (id: string, attachmentId: string): string => requestFor(attachmentEndpoints.readAttachment, { id, attachmentId }).url

/** What the customer sent along, small; each opens large. */
export function Pictures({ item }: { item: Pick<FeedbackItem, 'id' | 'attachments'> }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<number | null>(null)
  const { attachments } = item
  if (attachments.length === 0) return null
  return (
    <>
      <ul class="pictures" aria-label={t.inbox.pictures.title}>
        {attachments.map((picture, index) => (
          <li key={picture.id}>
            <button type="button" onClick={() => setOpen(index)} aria-haspopup="dialog">
              <img
                src={pictureAddress(item.id, picture.id)}
                alt={t.inbox.pictures.open(index + 1, attachments.length)}
                width={picture.width}
                height={picture.height}
                loading="lazy"
                decoding="async"
              />
            </button>
          </li>
        ))}
      </ul>
      {open !== null && <Large id={item.id} pictures={attachments} at={open} show={setOpen} />}
    </>
  )
}

interface LargeProps {
  id: string
  pictures: Attachment[]
  at: number
  /** Another of them, or none any more. */
  show: (at: number | null) => void
}

function Large({ id, pictures, at, show }: LargeProps) {
  const { t } = useLanguage()
  const texts = t.inbox.pictures
  const picture = pictures[at]
  const step = (by: number) => pictures[at + by] && show(at + by)
  useArrows(step)
  if (!picture) return null
  const address = pictureAddress(id, picture.id)
  const foot = (
    <>
      {pictures.length > 1 && (
        <div class="picture-steps">
          <IconButton icon={ChevronLeft} label={texts.previous} disabled={at === 0} onClick={() => step(-1)} />
          <IconButton icon={ChevronRight} label={texts.next} disabled={at === pictures.length - 1} onClick={() => step(1)} />
        </div>
      )}
      <a class="button" href={address} download>
        <Icon of={Download} />
        <span>{texts.download}</span>
      </a>
    </>
  )
  const name = texts.one(at + 1, pictures.length)
  return (
    <Dialog title={name} onClose={() => show(null)} foot={foot} wide>
      <img class="picture-large" key={picture.id} src={address} alt={name} width={picture.width} height={picture.height} />
    </Dialog>
  )
}

/** The arrow keys do what the buttons do, wherever focus is in the dialog. */
function useArrows(step: (by: number) => void) {
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowLeft') latest.current(-1)
      if (key === 'ArrowRight') latest.current(1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
