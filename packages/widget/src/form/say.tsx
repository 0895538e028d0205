import { MESSAGE_MAX } from '@klankbord/shared/widget'
import { Fragment, h } from '../view.ts'
import { discard, later, say, submit, write } from './flow.ts'
import { arrive, fill, Icon, Pick, Title } from './parts.tsx'
import type { Room } from './room.ts'

const scales = { csat: [1, 2, 3, 4, 5], nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ces: [1, 2, 3, 4, 5, 6, 7] }

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
  const { kind, message, problem } = draft
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
        aria-invalid={problem === 'messageMissing' || problem === 'refused'}
        aria-describedby="problem"
        onInput={(event) => write(room, { message: event.currentTarget.value })}
      />
      {left < 200 && <small>{fill(room, texts.charactersLeft, { n: left })}</small>}
      {message && !box.lasting && <small>{texts.unkept}</small>}
      {similar?.Similar()}
      {Rating(room)}
      {questions?.Questions()}
      {AddPicture(room)}
      {Notify(room)}
      <p id="problem" role="alert">
        {problem && texts[problem]}
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

function Rating(room: Room) {
  const scale = room.configuration?.rating
  return (
    scale &&
    Pick({
      id: 'rating',
      question: room.texts[scale],
      options: scales[scale],
      isChosen: (value) => room.draft.rating === value,
      onPick: (rating) => write(room, { rating }),
    })
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
  const { notify, email, name, problem } = draft
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
              aria-invalid={problem === 'emailWrong'}
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
