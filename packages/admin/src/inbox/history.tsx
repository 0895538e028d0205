import type { FeedbackEvent, FeedbackItem } from '@klankbord/shared/feedback'
import type { ComponentChildren } from 'preact'
import { useLanguage } from '../language.tsx'
import { isTold } from './changed.ts'

/** What is known beside the words. */
export function Facts({ item }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  const facts: [string, ComponentChildren][] = []
  if (item.customer.email) facts.push([t.inbox.fact.email, item.customer.email])
  if (item.rating) facts.push([t.inbox.ratingName[item.rating.scale], t.inbox.rating[item.rating.scale](item.rating.value)])
  if (item.externalId) facts.push([t.inbox.fact.externalId, item.externalId])
  if (item.channel) facts.push([t.item.entered, t.item.channels[item.channel]])
  facts.push([t.inbox.fact.site, item.site.name])
  if (item.pageUrl) facts.push([t.inbox.fact.page, <PageLink key="page" href={item.pageUrl} />])
  if (item.locale) facts.push([t.inbox.fact.language, t.localeNames[item.locale.split('-')[0] ?? ''] ?? item.locale])
  for (const [name, value] of Object.entries(item.attributes)) facts.push([name, value])
  return (
    <section>
      <h3>{t.inbox.facts}</h3>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The page the customer was on. Another site's page must not learn where it was opened from. */
function PageLink({ href }: { href: string }) {
  const url = new URL(href)
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {url.host + (url.pathname === '/' ? '' : url.pathname)}
    </a>
  )
}

export function Timeline({ item }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  const known = item.timeline.filter(isTold)
  if (known.length === 0) return null
  return (
    <section>
      <h3>{t.inbox.timeline}</h3>
      <ol class="timeline">
        {known.map((event) => (
          <Told key={`${event.type}${event.at}`} event={event} />
        ))}
      </ol>
    </section>
  )
}

/** Who did what, and when, in plain words. */
export function Told({ event }: { event: FeedbackEvent }) {
  const { t, dates } = useLanguage()
  const words: Record<string, string> = { ...t.inbox.event, ...t.item.event }
  if (!Object.hasOwn(words, event.type)) return null
  return (
    <li>
      <span>
        <Actor event={event} /> {words[event.type]}
        <Detail event={event} />
      </span>
      <time class="soft" dateTime={event.at}>
        {dates.moment(event.at)}
      </time>
    </li>
  )
}

export function Actor({ event }: { event: FeedbackEvent }) {
  const { t } = useLanguage()
  // A rule works within the customer's own request, but it is not the customer who chose.
  if ((event.type === 'feedback.routed' || event.type === 'feedback.asked') && event.actor.kind === 'customer')
    return <strong>{t.inbox.actor.system}</strong>
  if (event.type === 'feedback.routed' && event.detail.model !== undefined) return <strong>{t.inbox.actor.model}</strong>
  return <strong>{event.actor.kind === 'customer' ? t.inbox.actor.customer : (event.actor.name ?? t.inbox.actor[event.actor.kind])}</strong>
}

/** The team that it went to, where the server recorded one. */
function Detail({ event }: { event: FeedbackEvent }) {
  const { team } = event.detail
  return event.type === 'feedback.routed' && typeof team === 'string' ? <>: {team}</> : null
}
