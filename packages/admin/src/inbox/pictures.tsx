import { type Attachment, attachmentEndpoints } from '@klankbord/shared/attachments'
import type { FeedbackItem } from '@klankbord/shared/feedback'
import { ChevronLeft, ChevronRight, Download, Maximize, ZoomIn, ZoomOut } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { requestFor } from '../api.ts'
import { useLanguage } from '../language.tsx'
import '../styles/pictures.css'
import { IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'

/** A picture shows no more when it is larger. */
const MOST = 6

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
  const [zoom, setZoom] = useState(1)
  const step = (by: number) => {
    if (!pictures[at + by]) return
    setZoom(1)
    show(at + by)
  }
  const nearer = (times: number) => setZoom((now) => Math.min(MOST, Math.max(1, now * times)))
  useZoomKeys({
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    '+': () => nearer(1.5),
    '=': () => nearer(1.5),
    '-': () => nearer(1 / 1.5),
    '0': () => setZoom(1),
  })
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
      <div class="picture-steps">
        <IconButton icon={ZoomOut} label={t.item.zoom.out} disabled={zoom <= 1} onClick={() => nearer(1 / 1.5)} />
        <IconButton icon={ZoomIn} label={t.item.zoom.in} disabled={zoom >= MOST} onClick={() => nearer(1.5)} />
        <IconButton icon={Maximize} label={t.item.zoom.fit} disabled={zoom === 1} onClick={() => setZoom(1)} />
      </div>
      <a class="button" href={address} download>
        <Icon of={Download} />
        <span>{texts.download}</span>
      </a>
    </>
  )
  const name = texts.one(at + 1, pictures.length)
  return (
    <Dialog title={name} onClose={() => show(null)} foot={foot} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its place is scrolled with the keyboard too */}
      <div class="picture-place" data-zoomed={zoom > 1 || undefined} tabIndex={0}>
        <img
          class="picture-large"
          key={picture.id}
          src={address}
          alt={name}
          width={picture.width}
          height={picture.height}
          style={zoom > 1 ? { maxWidth: 'none', maxHeight: 'none', width: `${zoom * 100}%` } : undefined}
        />
      </div>
    </Dialog>
  )
}

/** Keys that do what the buttons do, wherever focus is in the dialog. */
function useZoomKeys(keys: Record<string, () => void>) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => !ctrlKey && !metaKey && latest.current[key]?.()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
