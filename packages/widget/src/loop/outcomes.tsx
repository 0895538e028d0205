import type { Measure, Outcome, Room } from '../form/room.ts'
import { fill, h, Title } from '../form/taken.ts'
import { Fragment } from '../view.ts'
import { date, More } from './parts.tsx'

/** What was done with everyone's feedback on this site, newest first. */
export const Outcomes = (room: Room) => {
  const { outcomes, texts } = room
  return (
    <>
      {Title(texts.outcomes)}
      {outcomes && !outcomes.items[0] && <p>{texts.outcomesEmpty}</p>}
      {outcomes?.items.map((outcome) => (
        <section class="card">{Did(room, outcome)}</section>
      ))}
      {More(room, outcomes)}
    </>
  )
}

/** What was done, what is better now, what will still improve; of a refusal why, who decided and what would change it. */
export function Did(room: Room, outcome: Outcome) {
  const { texts } = room
  const { kind, title, did, better, next, team, publishedAt, measure, note, pictures } = outcome
  const refused = kind === 'not_doing'
  const part = (heading: string, words: string | null) =>
    words && (
      <>
        <h4>{heading}</h4>
        <p dir="auto">{words}</p>
      </>
    )
  return (
    <>
      <small>
        <bdi>{team}</bdi>, {date(room, publishedAt)}
      </small>
      <h3 dir="auto">{title}</h3>
      {note && <p>{note}</p>}
      {part(texts[kind === 'partly' ? 'done' : kind], did)}
      {part(refused ? texts.decided : texts.better, better)}
      {Change(room, measure)}
      {part(refused ? texts.change : texts.next, next)}
      {pictures?.map(({ url, alt, locale, width, height }) => (
        <img src={url} alt={alt} lang={locale} width={width} height={height} loading="lazy" />
      ))}
    </>
  )
}

/** A number that moved: from what, to what. */
export const Change = (room: Room, measure: Measure | null | undefined) => {
  if (!measure) return null
  const { name, unit, before, after } = measure
  const number = (value: number) =>
    `${new Intl.NumberFormat(room.locale, { maximumFractionDigits: 2 }).format(value)}${unit === '%' ? '' : ' '}${unit}`
  return <p class="change">{fill(room, room.texts.measure, { name, before: number(before), after: number(after) })}</p>
}
