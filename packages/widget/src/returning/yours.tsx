import type { Room } from '../form/room.ts'
import { h } from '../form/taken.ts'
import { Fragment } from '../view.ts'
import { download, erase, mailLink } from './privacy.ts'

/** What the customer can do with all of it: see it elsewhere, take it along, or have it erased. */
export const Yours = (room: Room) => (
  <>
    {Device(room)}
    {!!room.box.recall('token') && Leave(room)}
  </>
)

const Leave = (room: Room) => (
  <>
    <details>
      <summary>{room.texts.eraseAll}</summary>
      <p>{room.texts.eraseAsk}</p>
      <p class="row">
        <button type="button" onClick={() => erase(room)}>
          {room.texts.eraseYes}
        </button>
      </p>
    </details>
    <button type="button" class="quiet" onClick={() => download(room)}>
      {room.texts.exportAll}
    </button>
  </>
)

function Device(room: Room) {
  const { texts } = room
  return (
    <details>
      <summary>{texts.device}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          mailLink(room, `${new FormData(event.currentTarget).get('email')}`)
        }}
      >
        <label>
          {texts.email}
          <input type="email" name="email" required autocomplete="email" />
        </label>
        <small>{texts.deviceUse}</small>
        <button type="submit">{texts.send}</button>
      </form>
    </details>
  )
}
