import { type FeedbackItem, type FeedbackListItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { queryOptions, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { KindDisc, StatusMark } from '../ui/marks.tsx'
import { Read } from '../ui/states.tsx'
import { linesOf } from './conversation.tsx'
import { itemQuery } from './queries.ts'
import { inboxAddress } from './views.ts'

const SHOWN = 10

const earlierQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['feedback', 'of-customer', customerId],
    queryFn: ({ signal }) => call(feedbackEndpoints.listFeedback, { customerId, limit: SHOWN + 1 }, { signal }),
  })

/** What else this customer said, and where that stands; each opens in its place. */
export function Earlier({ item }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  const texts = t.item.earlier
  const { data } = useQuery({ ...earlierQuery(item.customerId), enabled: item.erasedAt === null })
  const others = (data?.items ?? []).filter(({ id }) => id !== item.id).slice(0, SHOWN)
  if (others.length === 0) return null
  return (
    <section aria-label={texts.title}>
      <h3>{data?.next ? texts.atLeast(others.length) : texts.count(others.length)}</h3>
      <ul class="earlier">
        {others.map((other) => (
          <One key={other.id} item={other} />
        ))}
      </ul>
    </section>
  )
}

function One({ item }: { item: FeedbackListItem }) {
  const { dates } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <li>
      <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
        <summary>
          <KindDisc kind={item.kind} />
          <span>
            <span class="earlier-words">{item.message}</span>
            <span class="row">
              <StatusMark status={item.status} />
              <time class="soft" dateTime={item.submittedAt}>
                {dates.brief(item.submittedAt)}
              </time>
            </span>
          </span>
        </summary>
        {open && <Whole id={item.id} />}
      </details>
    </li>
  )
}

function Whole({ id }: { id: string }) {
  const { t, dates } = useLanguage()
  const texts = t.item.earlier
  return (
    <Read query={useQuery(itemQuery(id))} lines={2}>
      {(item) => (
        <div class="stack earlier-whole" data-gap="small">
          <p class="words">{item.message}</p>
          {linesOf(item).map(({ id, by, author, text, at, note }) => (
            <p key={id} class="words line" data-by={note ? 'note' : by}>
              <strong>{author ?? (by === 'customer' ? t.inbox.customer : t.inbox.team)}</strong> <span class="soft">{dates.brief(at)}</span>
              <br />
              {text}
            </p>
          ))}
          {item.outcome && (
            <p>
              {texts.outcome} <a href={`/admin/outcomes/${item.outcome.id}`}>{item.outcome.title}</a>
            </p>
          )}
          <p>
            <a href={inboxAddress({ view: 'all', id })}>{texts.open}</a>
          </p>
        </div>
      )}
    </Read>
  )
}
