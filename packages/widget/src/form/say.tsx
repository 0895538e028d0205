import { MESSAGE_MAX } from '@klankbord/shared/widget'
import { Fragment, h } from '../view.ts'
import { discard, later, say, submit, write } from './flow.ts'
import { arrive, fill, Icon, Title } from './parts.tsx'
import type { Room } from './room.ts'

/** The first step: what kind of thing is it? */
export const Choose = (room: Room) => (
  <>
    {Title(room.texts.chooseTitle)}
    <p>{room.texts.chooseIntro}</p>
    <div class="kinds">
      {room.kinds.map((kind) => (
        <button type="button" onClick={() => say(room, kind)}>
          {Icon(kind)}
          {room.texts[kind]}
        </button>
      ))}
    </div>
  </>
)

/** The second step: the words, and who wants to be told. */
export function Say(room: Room) {
  const { draft, busy, texts, box, similar, questions } = room
  const { kind, message, problem, wrong } = draft
  const left = MESSAGE_MAX - message.length
  const take = (event: Event, files?: FileList) => {
    if (!files?.length) return
    event.preventDefault()
    addPictures(room, [...files])
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(room)
      }}
      onPaste={(event) => take(event, event.clipboardData?.files)}
      onDragOver={(event) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer?.files)}
    >
      <h2 id="title">
        <label for="message">{kind && texts[`${kind}Ask`]}</label>
      </h2>
      <textarea
        id="message"
        part="message"
        ref={arrive as never}
        dir="auto"
        rows={5}
        maxLength={MESSAGE_MAX}
        value={message}
        aria-invalid={wrong === 'message'}
        aria-describedby="problem"
        onInput={(event) => write(room, { message: event.currentTarget.value })}
      />
      {left < 200 && <small>{fill(room, texts.charactersLeft, { n: left })}</small>}
      {message && !box.lasting && <small>{texts.unkept}</small>}
      {similar?.Similar()}
      {questions?.Questions()}
      {AddPicture(room)}
      {Notify(room)}
      <p id="problem" role="alert">
        {problem}
      </p>
      <p class="row">
        <button type="submit" class="main" part="send" aria-disabled={!!busy}>
          {busy ? texts.sending : texts.send}
        </button>
        {message && (
          <button type="button" class="quiet" onClick={() => discard(room)}>
            {room.sure ? texts.discardAsk : texts.discard}
          </button>
        )}
      </p>
    </form>
  )
}

function AddPicture(room: Room) {
  const { texts, pictures } = room
  const near = () => {
    later(room, 'pictures')
  }
  return (
    <>
      {pictures?.Thumbnails()}
      <p class="row" onPointerEnter={near} onFocusIn={near}>
        <label class="button">
          <input
            type="file"
            accept="image/*"
            multiple
            onChange={({ currentTarget }) => {
              addPictures(room, [...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
          {texts.picture}
        </label>
        <button type="button" class="quiet" onClick={() => addPictures(room)}>
          {texts.capture}
        </button>
      </p>
    </>
  )
}

const addPictures = async (room: Room, files?: File[]) => (await later(room, 'pictures'))?.add(files)

function Notify(room: Room) {
  const { texts, draft } = room
  const { notify, email, name, wrong } = draft
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={notify} onChange={() => write(room, { notify: !notify })} />
        {texts.notify}
      </label>
      {notify && (
        <>
          <label>
            {texts.email}
            <input
              type="email"
              autocomplete="email"
              value={email}
              aria-invalid={wrong === 'email'}
              aria-describedby="use problem"
              onInput={(event) => write(room, { email: event.currentTarget.value })}
            />
          </label>
          <small id="use">{texts.emailUse}</small>
          <label>
            {texts.name}
            <input autocomplete="name" maxLength={100} value={name} onInput={(event) => write(room, { name: event.currentTarget.value })} />
          </label>
        </>
      )}
    </>
  )
}
