import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { Suggestion } from '@klankbord/shared/suggestions'
import { MailCheck, MailX } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindMark, PriorityMark, StatusMark } from '../ui/marks.tsx'
import { useTitle } from '../ui/page.tsx'
import { markedIn } from './marked.ts'
import { Pictures } from './pictures.tsx'
import { customerName } from './row.tsx'
import { wordsFor } from './suggested.ts'

interface SaidProps {
  item: FeedbackItem
  suggestion: Suggestion | null | undefined
}

/** What the customer said: the largest thing on the page. */
export function Said({ item, suggestion }: SaidProps) {
  const { t, dates } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  const name = customerName(item) ?? t.inbox.someone
  useTitle(t.inbox.itemOf(t.kinds[item.kind], name))
  useEffect(() => {
    // With the frame that shows it, as the place in the list: before that it costs a layout of its own.
    const frame = requestAnimationFrame(() => {
      heading.current?.closest('.item')?.scrollTo({ top: 0 })
      heading.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [item.id])
  return (
    <header class="said">
      <div class="row">
        <KindMark kind={item.kind} />
        <StatusMark status={item.status} />
        {item.priority && <PriorityMark />}
        {item.rating && (
          <span class="soft note-size">
            {t.inbox.ratingName[item.rating.scale]}: {t.inbox.rating[item.rating.scale](item.rating.value)}
          </span>
        )}
        <time class="soft note-size" dateTime={item.submittedAt}>
          {dates.moment(item.submittedAt)}
        </time>
      </div>
      <Reading item={item} suggestion={suggestion} />
      {/* Another one for each item, so that a screen reader says where one has come. */}
      <h2 key={item.id} id="item-heading" ref={heading} tabIndex={-1} class="said-name">
        <span class="unseen">{t.kinds[item.kind]}: </span>
        {name}
      </h2>
      {item.erasedAt ? (
        <p class="soft">{t.inbox.erased}</p>
      ) : (
        <blockquote class="words said-words" lang={item.locale ?? undefined}>
          <Marked text={item.message} goal={wordsFor(item, suggestion)} flag={suggestion?.flags.flatMap(({ words }) => words) ?? []} />
        </blockquote>
      )}
      <Pictures key={item.id} item={item} />
      <Answers item={item} />
      <p class="row soft note-size">
        <Icon of={item.reach === 'reachable' ? MailCheck : MailX} />
        {t.inbox.reach[item.reach]}
      </p>
    </header>
  )
}

/** What the site asked, and what they answered. */
function Answers({ item: { answers } }: { item: FeedbackItem }) {
  if (answers.length === 0) return null
  return (
    <dl class="facts said-answers">
      {answers.map(({ label, answer }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="words">{answer}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the words seem to be, where that is other than the customer or their browser said. Only a hint. */
function Reading({ item, suggestion }: SaidProps) {
  const { t, code } = useLanguage()
  const texts = t.inbox.suggestion
  if (!suggestion || item.erasedAt) return null
  const { kind, language } = suggestion
  const isForeign = language !== null && item.locale !== null && language !== item.locale.split('-')[0]
  const hints = [
    ...(kind && kind.kind !== item.kind ? [texts.readsLike[kind.kind]] : []),
    ...(isForeign ? [texts.language(new Intl.DisplayNames(code, { type: 'language' }).of(language) ?? language)] : []),
  ]
  return hints.length === 0 ? null : <p class="soft note-size">{hints.join(' · ')}</p>
}

interface MarkedProps {
  text: string
  goal: string[]
  flag: string[]
}

/** The customer's words, with those marked that spoke for the goal or ask for a person. */
const Marked = (props: MarkedProps) => (
  <>
    {markedIn(props.text, props).map(({ text, by }, index) =>
      by === null ? (
        text
      ) : (
        <mark key={index} data-by={by}>
          {text}
        </mark>
      ),
    )}
  </>
)
