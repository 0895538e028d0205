import { helpedAnswers, MESSAGE_MAX } from '@klankbord/shared/widget'
import type { Room, Thread } from '../form/room.ts'
import { Fragment } from '../view.ts'
import { h, Icon, Pick, Title } from './kit.ts'
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
          {Helped(room, item)}
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
        {item.timeline.map(({ type, team, at }) => (
          <li class={type}>
            {texts[type]} {team && `(${team})`} <small>{date(room, at)}</small>
          </li>
        ))}
      </ol>
    </>
  )
}

function Helped(room: Room, item: Thread) {
  const { texts } = room
  const { reaction } = item
  const react = (helped: (typeof helpedAnswers)[number], text?: string) => {
    room.item = { ...item, reaction: { helped, text: text || null, at: '' } }
    post(room, 'PUT', `/mine/feedback/${item.id}/reaction`, { helped, text })
    room.draw()
  }
  return (
    <>
      {Pick({
        id: 'helped',
        question: texts.helped,
        options: helpedAnswers,
        words: texts,
        isChosen: (value) => reaction?.helped === value,
        onPick: react,
      })}
      <p role="status">{reaction && (reaction.helped === 'no' ? texts.helpedReopened : texts.helpedThanks)}</p>
      {reaction &&
        (reaction.text ? (
          <blockquote dir="auto">{reaction.text}</blockquote>
        ) : (
          Write(room, `helped:${item.id}`, texts.helpedWords, (text) => react(reaction.helped, text))
        ))}
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

/** A few words to the team, kept under this name until they are sent. */
function Write(room: Room, name: string, label: string, onSend: (text: string) => void) {
  const { box, texts } = room
  const text = box.recall<string>(name)
  const keep = (text: string | null) => {
    box.keep(name, text)
    room.draw()
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (!text?.trim()) return
    keep(null)
    onSend(text.trim())
  }
  return (
    <form onSubmit={submit}>
      <label>
        {label}
        <textarea dir="auto" rows={2} maxLength={MESSAGE_MAX} value={text ?? ''} onInput={({ currentTarget }) => keep(currentTarget.value || null)} />
      </label>
      <button type="submit">{texts.send}</button>
    </form>
  )
}
