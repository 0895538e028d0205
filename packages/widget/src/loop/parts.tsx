import type { MineItem } from '@klankbord/shared/feedback'
import type { Listed, Room } from '../form/room.ts'
import { h } from '../form/taken.ts'
import { refresh } from './refresh.ts'

export const date = ({ locale }: Room, iso: string, weekday?: 'long') =>
  new Intl.DateTimeFormat(locale, { weekday, day: 'numeric', month: 'long' }).format(new Date(iso))

/** How an item stands, and when it was said. */
export const Stands = (room: Room, { status, submittedAt }: MineItem) => [<i class={status}>{room.texts[status]}</i>, ' ', date(room, submittedAt)]

/** The way to the next page of what is shown. */
export const More = (room: Room, list: Listed<unknown> | undefined) =>
  list?.next && (
    <button type="button" onClick={() => refresh(room, list.next)}>
      {room.texts.more}
    </button>
  )
