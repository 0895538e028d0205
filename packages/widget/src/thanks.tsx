import type { Receipt } from '@klankbord/shared/feedback'
import type { Draft } from './customer.ts'
import type { Flow } from './flow.ts'
import { date, fill, Title } from './parts.tsx'

/** The last step: the promise, or the word that it is kept until it can be sent. */
export function Sent({ flow }: { flow: Flow }) {
  const { sent, room } = flow
  const { texts, customer } = room
  if (!sent) return null
  const { answer, draft } = sent
  return (
    <>
      {answer.body ? (
        <Promised key={1} flow={flow} receipt={answer.body} draft={draft} />
      ) : (
        <>
          <Title>{texts.kept}</Title>
          <p role="status">{customer.lasting ? (answer.status ? texts.keptBusy : texts.keptOffline) : texts.keptOpen}</p>
          <blockquote dir="auto">{draft.message}</blockquote>
        </>
      )}
      <p class="row">
        <button type="button" onClick={() => flow.go('mine')}>
          {texts.mine}
        </button>
        <button type="button" onClick={() => flow.say()}>
          {texts.another}
        </button>
      </p>
    </>
  )
}

function Promised({ flow, receipt, draft }: { flow: Flow; receipt: Receipt; draft: Draft }) {
  const { texts } = flow.room
  const { goal, mail, statusUrl } = receipt
  return (
    <>
      <Title>{draft.kind === 'complaint' ? texts.thanksComplaint : texts.thanks}</Title>
      <GoalPromise flow={flow} goal={goal} />
      {mail !== 'none' && <p>{fill(mail === 'confirm' ? texts.mailConfirm : texts.mailConfirmed, { email: draft.email })}</p>}
      <p class="card">
        {texts.keepLink}
        <br />
        <a href={statusUrl} target="_blank" rel="noreferrer">
          {texts.openLink}
        </a>
      </p>
    </>
  )
}

/** Who works on it, for which goal, and by when the customer hears. */
export function GoalPromise({ flow, goal }: { flow: Flow; goal: Receipt['goal'] }) {
  const { texts } = flow.room
  return (
    <>
      <p>{goal ? fill(texts.promiseTeam, goal) : texts.promiseOpen}</p>
      {goal?.replyBy && <p>{fill(texts.promiseDate, { date: date(flow, goal.replyBy, 'long') })}</p>}
    </>
  )
}
