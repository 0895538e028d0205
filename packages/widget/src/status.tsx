import type { MineItem } from '@klankbord/shared/feedback'
import type { Flow } from './flow.ts'
import { date, Icon, Title } from './parts.tsx'

/** My feedback: everything this customer said here, newest first, with what still waits on this device on top. */
export function Mine({ flow }: { flow: Flow }) {
  const { list, room } = flow
  const { texts, customer } = room
  const waiting = customer.waiting.filter(({ draft }) => draft)
  return (
    <>
      <Title>{texts.mine}</Title>
      <ul>
        {waiting.map(({ draft }) => (
          <li class="item">
            <Icon name={draft?.kind ?? 'question'} />
            <span dir="auto">{draft?.message}</span>
            <small>{texts.notSent}</small>
          </li>
        ))}
        {list?.items.map((item) => (
          <Row flow={flow} item={item} />
        ))}
      </ul>
      {!waiting.length && !(customer.token && !list) && !list?.items.length && <p>{texts.mineEmpty}</p>}
      {list?.next && (
        <button type="button" onClick={() => flow.refresh(list.next)}>
          {texts.more}
        </button>
      )}
      <button type="button" class="main" onClick={() => flow.say(flow.draft.kind)}>
        {texts.another}
      </button>
    </>
  )
}

function Row({ flow, item }: { flow: Flow; item: MineItem }) {
  const { texts } = flow.room
  return (
    <li>
      <button type="button" class="item" onClick={() => flow.go('item', item.id)}>
        <Icon name={item.kind} />
        <span dir="auto">{item.message}</span>
        <small>
          <i class={item.status}>{texts[item.status]}</i> {date(flow, item.submittedAt)}{' '}
          {item.news > 0 && (
            <b>
              {item.news} {texts.news}
            </b>
          )}
        </small>
      </button>
    </li>
  )
}
