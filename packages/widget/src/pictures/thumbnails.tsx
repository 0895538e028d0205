import { h, Icon } from '../form/taken.ts'
import { Fragment } from '../view.ts'
import type { Album } from './begin.ts'

/** The pictures that go along, each with a way to take it out. */
export function Thumbnails(album: Album) {
  const { room, blobs, notice, remove } = album
  const names = (room.draft.pictures ?? []).filter((name) => blobs.has(name))
  return (
    <>
      {names[0] && (
        <p class="row pictures">
          {names.map((name, index) => (
            <button key={name} type="button" aria-label={room.texts.remove.replace('{n}', `${index + 1}`)} onClick={() => remove(name)}>
              <canvas ref={(canvas) => paint(canvas as HTMLCanvasElement, blobs.get(name) as Blob)} />
              {Icon('close')}
            </button>
          ))}
        </p>
      )}
      <p role="status">{notice}</p>
    </>
  )
}

/** Drawn, because a strict page shows no image from this address. */
function paint(canvas: HTMLCanvasElement, blob: Blob) {
  createImageBitmap(blob).then((picture) => {
    const scale = 144 / Math.min(picture.width, picture.height)
    canvas.width = canvas.height = 144
    canvas
      .getContext('2d')
      ?.drawImage(picture, (144 - picture.width * scale) / 2, (144 - picture.height * scale) / 2, picture.width * scale, picture.height * scale)
  })
}
