import type { Receipt } from '@klankbord/shared/feedback'
import type { Draft, Room } from '../form/room.ts'
import { fill, go, h, say, Title } from '../form/taken.ts'
import { Fragment } from '../view.ts'
import { date } from './parts.tsx'

/** The last step: the promise, or the word that it is kept until it can be sent. */
export function Sent(room: Room) {
  const { sent, texts, box } = room
  if (!sent) return null
  const { receipt, draft, status } = sent
  return (
    <>
      {receipt ? (
        Promised(room, receipt, draft)
      ) : (
        <>
          {Title(texts.kept)}
          <p role="status">{box.lasting ? (status ? texts.keptBusy : texts.keptOffline) : texts.unkept}</p>
          <blockquote dir="auto">{draft.message}</blockquote>
        </>
      )}
      <p class="row">
        <button type="button" onClick={() => go(room, 'mine')}>
          {texts.mine}
        </button>
        <button type="button" onClick={() => say(room)}>
          {texts.another}
        </button>
      </p>
    </>
  )
}

function Promised(room: Room, receipt: Receipt, draft: Draft) {
  const { texts } = room
  const { goal, mail, statusUrl } = receipt
  return (
    <section key="promised">
      {Title(draft.kind === 'complaint' ? texts.thanksComplaint : texts.thanks)}
      {GoalPromise(room, goal)}
      {mail !== 'none' && <p>{fill(room, mail === 'confirm' ? texts.mailConfirm : texts.mailConfirmed, { email: draft.email })}</p>}
      <p class="card">
        {texts.keepLink}
        <br />
        <a href={statusUrl} target="_blank" rel="noreferrer">
          {texts.openLink}
        </a>
      </p>
    </section>
  )
}

/** Who works on it, for which goal, and by when the customer hears. */
export const GoalPromise = (room: Room, goal: Receipt['goal']) => (
  <>
    <p>{goal ? fill(room, room.texts.promiseTeam, { ...goal }) : room.texts.promiseOpen}</p>
    {goal?.replyBy && <p>{fill(room, room.texts.promiseDate, { date: date(room, goal.replyBy, 'long') })}</p>}
  </>
)
