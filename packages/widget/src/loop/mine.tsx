import type { MineItem } from '@klankbord/shared/feedback'
import type { Room } from '../form/room.ts'
import { Fragment } from '../view.ts'
import { fill, go, h, Icon, later, say, Title } from './kit.ts'
import { waitingFor } from './queue.ts'
import { refresh } from './refresh.ts'
import { date } from './thanks.tsx'

/** My feedback: everything this customer said here, newest first, with what still waits on this device on top. */
export function Mine(room: Room) {
  const { mine: list, texts, box, draft } = room
  const waiting = waitingFor(room).filter((entry) => entry.draft)
  const hasToken = !!box.recall('token')
  return (
    <>
      {Title(texts.mine)}
      <ul>
        {waiting.map((entry) => (
          <li class="item">
            {Icon(entry.draft?.kind ?? 'question')}
            <span dir="auto">{entry.draft?.message}</span>
            <small>{texts.notSent}</small>
          </li>
        ))}
        {list?.items.map((item) => Row(room, item))}
      </ul>
      {!waiting[0] && !(hasToken && !list) && !list?.items[0] && <p>{texts.mineEmpty}</p>}
      {list?.next && (
        <button type="button" onClick={() => refresh(room, list.next)}>
          {texts.more}
        </button>
      )}
      <button type="button" class="main" onClick={() => say(room, draft.kind)}>
        {texts.another}
      </button>
      <button type="button" class="quiet" onClick={() => go(room, 'outcomes')}>
        {texts.outcomes}
      </button>
      <details onToggle={() => later(room, 'yours')}>
        <summary>{texts.yours}</summary>
        {room.yours ? room.yours.Yours() : <p role="status">{texts.loading}</p>}
      </details>
    </>
  )
}

const Row = (room: Room, item: MineItem) => (
  <li>
    <button type="button" class="item" onClick={() => go(room, 'item', item.id)}>
      {Icon(item.kind)}
      <span dir="auto">{item.message}</span>
      <small>
        <i class={item.status}>{room.texts[item.status]}</i> {date(room, item.submittedAt)}{' '}
        {item.news > 0 && <b>{fill(room, room.texts.news, { n: item.news })}</b>}
      </small>
    </button>
  </li>
)
