import type { FeedbackItem } from '@klankbord/shared/feedback'
import { PauseCircle } from 'lucide'
import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import '../styles/promise.css'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Later } from '../ui/later.tsx'
import { PromiseLine } from './promise.tsx'

const MovePromise = () => import('./move-promise.tsx')

/** The promise of an item: its date, whether it stands still, the dates it had, whom it was brought to, and the way to another date. */
export function PromisePart({ item, can }: { item: FeedbackItem; can: boolean }) {
  const { t } = useLanguage()
  const [moving, setMoving] = useState(false)
  const { askedAt, status, repliedAt, replyBy, promise } = item
  const isOpen = status !== 'answered' && status !== 'merged' && status !== 'spam'
  const movable = can && isOpen && repliedAt === null && (replyBy !== null || promise.pausedAt !== null)
  return (
    <section class="ledger-part promise-part">
      <h3>{t.inbox.promise.title}</h3>
      {askedAt ? <Asked item={item} /> : <PromiseLine item={item} />}
      <Moves item={item} />
      <Steps item={item} />
      {movable && (
        <div>
          <Button small onClick={() => setMoving(true)}>
            {t.promises.move}
          </Button>
        </div>
      )}
      {moving && <Later load={MovePromise} item={item} onClose={() => setMoving(false)} />}
    </section>
  )
}

function Asked({ item }: { item: FeedbackItem }) {
  const { t, dates } = useLanguage()
  const { pausedAt } = item.promise
  return (
    <>
      <p class="promise-paused">
        <Icon of={PauseCircle} />
        <span>{pausedAt ? t.promises.paused(dates.day(pausedAt)) : t.promises.asked(dates.day(item.askedAt ?? ''))}</span>
      </p>
      {!pausedAt && <PromiseLine item={item} />}
    </>
  )
}

function Moves({ item: { promise } }: { item: FeedbackItem }) {
  const { t, dates } = useLanguage()
  if (promise.moved.length === 0) return null
  return (
    <div>
      <h4>{t.promises.moves}</h4>
      <ul class="promise-lines">
        {promise.moved.map(({ from, to, reason, at }) => (
          <li key={at}>
            {t.promises.moved(dates.day(from), dates.day(to))}
            <span class="soft"> {reason}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Steps({ item: { promise } }: { item: FeedbackItem }) {
  const { t, dates } = useLanguage()
  if (promise.steps.length === 0) return null
  return (
    <div>
      <h4>{t.promises.steps}</h4>
      <ul class="promise-lines">
        {promise.steps.map(({ to, step, at }) => (
          <li key={`${to}${step}${at}`}>
            {to} <span class="soft">({t.promises.step[step]})</span> <time class="soft">{dates.moment(at)}</time>
          </li>
        ))}
      </ul>
    </div>
  )
}
