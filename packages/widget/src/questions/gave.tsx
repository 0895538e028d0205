import type { Room, Thread } from '../form/room.ts'
import { h } from '../form/taken.ts'
import { Fragment } from '../view.ts'

/** What the customer gave besides the words. */
export const Gave = (room: Room, { rating, answers, attachments }: Thread) => (
  <>
    {rating && (
      <p>
        <small>{room.texts[rating.scale]}</small> <b>{rating.value}</b>
      </p>
    )}
    {answers?.map(({ label, answer }) => (
      <p>
        <small>{label}</small>
        <br />
        {answer}
      </p>
    ))}
    {!!attachments?.[0] && (
      <p class="row">
        {attachments.map(({ url, width, height }, index) => (
          <a href={url} target="_blank" rel="noreferrer">
            <img src={url} width={width} height={height} loading="lazy" alt={room.texts.pictureOf.replace('{n}', `${index + 1}`)} />
          </a>
        ))}
      </p>
    )}
  </>
)
