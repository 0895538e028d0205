import type { Room } from '../form/room.ts'
import { fill, go, h, Icon, later, say, Title } from '../form/taken.ts'
import type { Kind } from '../options.ts'
import { type Child, Fragment } from '../view.ts'
import { More, Stands } from './parts.tsx'
import { waitingFor } from './queue.ts'

/** My feedback: everything this customer said here, newest first, with what still waits on this device on top. */
export function Mine(room: Room) {
  const { mine, texts, box, draft } = room
  const waiting = waitingFor(room).filter((entry) => entry.draft)
  const isLoading = box.recall('token') && !mine
  return (
    <>
      {Title(texts.mine)}
      <ul>
        {waiting.map(({ draft }) => (
          <li class="item">{Line(draft?.kind, draft?.message, texts.notSent)}</li>
        ))}
        {mine?.items.map((item) => (
          <li>
            <button type="button" class="item" onClick={() => go(room, 'item', item.id)}>
              {Line(item.kind, item.message, [Stands(room, item), item.news > 0 && [' ', <b>{fill(room, texts.news, { n: item.news })}</b>]])}
            </button>
          </li>
        ))}
      </ul>
      {!waiting[0] && !isLoading && !mine?.items[0] && <p>{texts.mineEmpty}</p>}
      {More(room, mine)}
      <button type="button" class="main" onClick={() => say(room, draft.kind)}>
        {texts.another}
      </button>
      <button type="button" class="quiet" onClick={() => go(room, 'outcomes')}>
        {texts.outcomes}
      </button>
      <details onToggle={() => later(room, 'returning')}>
        <summary>{texts.yours}</summary>
        {room.returning ? room.returning.Yours() : <p role="status">{texts.loading}</p>}
      </details>
    </>
  )
}

const Line = (kind: Kind = 'question', words: Child, foot: Child) => [Icon(kind), <span dir="auto">{words}</span>, <small>{foot}</small>]
