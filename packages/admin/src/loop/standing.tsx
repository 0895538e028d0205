import type { Loop } from '@klankbord/shared/loop'
import { useFullLanguage } from '../full-language.ts'
import { inboxAddress } from '../inbox/views.ts'

/** Whether the organisation keeps its word, and how long customers wait. */
export function Standing({ loop }: { loop: Loop }) {
  const { t, number, percent } = useFullLanguage()
  const days = { from: loop.from, to: loop.to }
  const list = (filter: object) => inboxAddress({ view: 'all', filter: { ...days, ...filter } })
  const { promiseKept: kept, overdue, timeToFirstReply: reply, timeToOutcome: outcome } = loop
  const time = ({ value, n }: typeof reply) => (value === null ? t.loop.nothing : t.loop.days(number(Math.round(value * 10) / 10), number(n ?? 0)))
  return (
    <section class="stack" aria-labelledby="standing">
      <h2 id="standing">{t.loop.standing}</h2>
      <dl class="loop-figures">
        <div>
          <dt>{t.loop.promiseKept}</dt>
          <dd>
            <a href={list({ loop: 'kept' })}>{kept.value === null ? t.loop.nothing : t.loop.share(percent(kept.value), number(kept.n ?? 0))}</a>
          </dd>
        </div>
        <div>
          <dt>{t.loop.missed}</dt>
          <dd>
            <a href={list({ loop: 'missed' })}>{t.loop.openList}</a>
          </dd>
        </div>
        <div>
          <dt>{t.loop.overdue}</dt>
          <dd>
            <a href={list({ due: 'overdue' })}>{number(overdue.value ?? 0)}</a>
          </dd>
        </div>
        <div>
          <dt>{t.loop.timeToReply}</dt>
          <dd>
            <a href={list({ loop: 'replied' })}>{time(reply)}</a>
          </dd>
        </div>
        <div>
          <dt>{t.loop.timeToOutcome}</dt>
          <dd>
            <a href={list({ loop: 'answered' })}>{time(outcome)}</a>
          </dd>
        </div>
      </dl>
    </section>
  )
}
