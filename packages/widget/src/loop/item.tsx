import { MESSAGE_MAX } from '@klankbord/shared/widget'
import type { Room, Thread } from '../form/room.ts'
import { fill, h, Icon, Title } from '../form/taken.ts'
import { Fragment } from '../view.ts'
import { Did } from './outcomes.tsx'
import { date, Stands } from './parts.tsx'
import { post, waitingFor } from './queue.ts'
import { GoalPromise } from './thanks.tsx'

/** One item with everything that happened to it. */
export function Item(room: Room) {
  const { item, texts } = room
  if (!item) return <p role="status">{texts.loading}</p>
  return (
    <>
      <small class="row">
        {Icon(item.kind)}
        {Stands(room, item)}
      </small>
      {Title(<q dir="auto">{item.message}</q>)}
      {room.questions?.Gave(item)}
      {item.outcome ? (
        <section class="card">
          {Did(room, item.outcome)}
          {room.returning?.Helped(item)}
        </section>
      ) : (
        GoalPromise(room, item.goal)
      )}
      {item.plan && (
        <>
          <h3>{texts.plan}</h3>
          <p dir="auto">{item.plan}</p>
        </>
      )}
      {Conversation(room, item)}
      <h3>{texts.timeline}</h3>
      <ol>
        {item.timeline.map(({ type, team, at, to }) => (
          <li class={type}>
            {fill(room, texts[type], { date: to && date(room, to, 'long') })} {team && `(${team})`}
            {item.moved?.at === at && <p dir="auto">{item.moved.reason}</p>} <small>{date(room, at)}</small>
          </li>
        ))}
      </ol>
    </>
  )
}

function Conversation(room: Room, item: Thread) {
  const { texts } = room
  const path = `/mine/feedback/${item.id}/messages`
  const waiting = waitingFor(room).filter((entry) => entry.path === path)
  const message = (text: string, by: string, foot: string) => (
    <blockquote class={by}>
      <p dir="auto">{text}</p>
      <small>{foot}</small>
    </blockquote>
  )
  return (
    <>
      <h3>{texts.conversation}</h3>
      {item.messages.map(({ by, author, text, at }) =>
        message(text, by, `${by === 'team' ? (author ?? item.goal?.team ?? '') : texts.you}, ${date(room, at)}`),
      )}
      {waiting.map(({ body }) => message((body as { text: string }).text, 'customer', texts.notSent))}
      {Write(room, `message:${item.id}`, texts.write, (text) => {
        post(room, 'POST', path, { text })
        room.draw()
      })}
    </>
  )
}

/** A few words to the team, kept under this name until they are sent. None will do where something else is said. */
export function Write(room: Room, name: string, label: string, onSend: (text: string) => void, isEnough?: boolean) {
  const { box, texts } = room
  const text = box.recall<string>(name) ?? ''
  const keep = (text: string | null) => {
    box.keep(name, text)
    room.draw()
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (!text.trim() && !isEnough) return
    keep(null)
    onSend(text.trim())
  }
  return (
    <form onSubmit={submit}>
      <label>
        {label}
        <textarea dir="auto" rows={2} maxLength={MESSAGE_MAX} value={text} onInput={({ currentTarget }) => keep(currentTarget.value || null)} />
      </label>
      <button type="submit">{texts.send}</button>
    </form>
  )
}
