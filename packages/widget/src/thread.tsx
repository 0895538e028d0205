import type { MineThread } from '@klankbord/shared/feedback'
import { helpedAnswers } from '@klankbord/shared/widget'
import type { Flow } from './flow.ts'
import { date, Icon, Pick, Title, Write } from './parts.tsx'
import { GoalPromise } from './thanks.tsx'

/** One item with everything that happened to it. */
export function Thread({ flow }: { flow: Flow }) {
  const { item, room } = flow
  const { texts } = room
  if (!item) return null
  return (
    <>
      <small class="row">
        <Icon name={item.kind} />
        <i class={item.status}>{texts[item.status]}</i> {date(flow, item.submittedAt)}
      </small>
      <Title>
        <q dir="auto">{item.message}</q>
      </Title>
      {item.outcome ? <Outcome flow={flow} item={item} outcome={item.outcome} /> : <GoalPromise flow={flow} goal={item.goal} />}
      {item.plan && (
        <>
          <h3>{texts.plan}</h3>
          <p dir="auto">{item.plan}</p>
        </>
      )}
      <Conversation flow={flow} item={item} />
      <h3>{texts.timeline}</h3>
      <ol>
        {item.timeline.map(({ type, team, at }) => (
          <li class={type}>
            {texts[type]} {team && <span>({team})</span>} <small>{date(flow, at)}</small>
          </li>
        ))}
      </ol>
    </>
  )
}

function Outcome({ flow, item, outcome }: { flow: Flow; item: MineThread; outcome: NonNullable<MineThread['outcome']> }) {
  const { texts } = flow.room
  const { kind, title, did, better, next, team, publishedAt } = outcome
  const part = (heading: string, words: string | null) =>
    words && (
      <>
        <h4>{heading}</h4>
        <p dir="auto">{words}</p>
      </>
    )
  return (
    <section class="card">
      <small>
        {team}, {date(flow, publishedAt)}
      </small>
      <h3 dir="auto">{title}</h3>
      {part(texts[kind === 'partly' ? 'done' : kind], did)}
      {part(texts.better, better)}
      {part(texts.next, next)}
      <Helped flow={flow} item={item} />
    </section>
  )
}

function Helped({ flow, item: { reaction } }: { flow: Flow; item: MineThread }) {
  const { texts } = flow.room
  return (
    <>
      <Pick question={texts.helped} options={helpedAnswers} words={texts} chosen={reaction?.helped} onPick={(helped) => flow.react(helped)} />
      <p role="status">{reaction && (reaction.helped === 'no' ? texts.helpedReopened : texts.helpedThanks)}</p>
      {reaction &&
        (reaction.text ? (
          <blockquote dir="auto">{reaction.text}</blockquote>
        ) : (
          <Write label={texts.helpedWords} send={texts.send} onSend={(text) => flow.react(reaction.helped, text)} />
        ))}
    </>
  )
}

function Conversation({ flow, item }: { flow: Flow; item: MineThread }) {
  const { texts, customer } = flow.room
  const waiting = customer.waiting.filter(({ path }) => path.endsWith(`${item.id}/messages`))
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
        message(text, by, `${by === 'team' ? (author ?? item.goal?.team ?? '') : texts.you}, ${date(flow, at)}`),
      )}
      {waiting.map(({ body }) => message((body as { text: string }).text, 'customer', texts.notSent))}
      <Write label={texts.write} send={texts.send} onSend={(text) => flow.answer(text)} />
    </>
  )
}
