import type { Measure, Outcome, Room } from '../form/room.ts'
import { Fragment } from '../view.ts'
import { fill, h, Title } from './kit.ts'
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

/** What was done, what is better now, what will still improve. */
export function Did(room: Room, outcome: Outcome) {
  const { texts } = room
  const { kind, title, did, better, next, team, publishedAt, measure } = outcome
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
        {team}, {date(room, publishedAt)}
      </small>
      <h3 dir="auto">{title}</h3>
      {part(texts[kind === 'partly' ? 'done' : kind], did)}
      {part(texts.better, better)}
      {Change(room, measure)}
      {part(texts.next, next)}
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
