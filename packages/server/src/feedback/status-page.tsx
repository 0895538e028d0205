import type { MineThread } from '@klankbord/shared/feedback'
import type { OutcomeMeasure } from '@klankbord/shared/outcome-measure'
import { type MailVoice, pageVoiceOf } from '../customers/addressee.ts'
import type { KnownCustomer } from '../customers/store.ts'
import type { Deps } from '../deps.ts'
import { Formatted } from '../http/formatted.tsx'
import { renderPage } from '../http/page.tsx'
import { OutcomePictures } from '../http/pictures.tsx'
import { promiseIn } from './receipt-email.tsx'
import { type Draft, MessageForm, ReactionForm } from './status-forms.tsx'

export interface StatusPage {
  token: string
  thread: MineThread
  customer: KnownCustomer
  /** What was just done, to be said on the page. */
  done?: 'message' | 'reaction' | undefined
  /** What was typed and could not be taken. */
  draft?: Draft | undefined
  /** Under which a message is kept once, however often its form is sent. */
  messageKey: string
}

interface Parts extends StatusPage {
  voice: MailVoice
  now: Date
}

/** The page behind a customer's private link: what they said, where it stands, what came of it, and a way to answer. */
export function renderStatusPage(deps: Deps, page: StatusPage): string {
  const { thread, customer } = page
  const voice = pageVoiceOf(deps, customer)
  const parts = { ...page, voice, now: deps.clock() }
  const { status } = voice.texts.pages
  return renderPage({
    language: voice.language,
    title: status.title[thread.kind],
    organisation: customer.organisation,
    accent: customer.accent,
    children: (
      <>
        <h1>{status.title[thread.kind]}</h1>
        <Said {...parts} />
        <Standing {...parts} />
        <Outcome {...parts} />
        <Plan {...parts} />
        <Conversation {...parts} />
        <Timeline {...parts} />
        <p class="soft">{status.keep}</p>
      </>
    ),
  })
}

function Said(parts: Parts) {
  const { thread, voice } = parts
  const { status } = voice.texts.pages
  const { rating, answers } = thread
  return (
    <blockquote class="said">
      <cite class="soft">{status.youSaid(voice.day(thread.submittedAt))}</cite>
      <p class="words">{thread.message}</p>
      <Pictures {...parts} />
      {rating && <p class="soft">{status.rating[rating.scale](rating.value)}</p>}
      {answers.length > 0 && (
        <dl class="answers">
          {answers.map(({ label, answer }) => (
            <div>
              <dt>{label}</dt>
              <dd class="words">{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </blockquote>
  )
}

/** Each leads to itself, as a download. */
function Pictures({ token, thread: { attachments }, voice }: Parts) {
  if (attachments.length === 0) return null
  const { picture } = voice.texts.pages.status
  return (
    <ul class="pictures">
      {attachments.map(({ id, width, height }, i) => (
        <li>
          <a href={`/f/${token}/pictures/${id}`}>
            <img src={`/f/${token}/pictures/${id}`} alt={picture(i + 1, attachments.length)} width={width} height={height} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}

const STEPS = ['received', 'routed', 'in_progress', 'answered'] as const
const AT: Record<MineThread['status'], number> = { received: 0, spam: 0, routed: 1, reopened: 1, merged: 1, in_progress: 2, answered: 3 }

function Standing(parts: Parts) {
  const { thread, voice } = parts
  const { status } = voice.texts.pages
  const at = AT[thread.status]
  return (
    <div class="standing">
      <ol class="steps">
        {STEPS.map((step, i) => (
          <li class={i < at ? 'past' : undefined} aria-current={i === at ? 'step' : undefined}>
            {status.steps[step]}
          </li>
        ))}
      </ol>
      {standingOf(parts).map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  )
}

/** What the customer may count on now, in a sentence or two. */
function standingOf({ thread, voice, now }: Parts): string[] {
  const { status: stage, goal, messages, timeline, askedAt, moved } = thread
  const { status } = voice.texts.pages
  const together = thread.isMerged ? [status.merged] : []
  if (stage === 'answered') return together
  const since = timeline.findLast(({ type }) => type === 'reopened')?.at ?? ''
  const isReplied = askedAt === null && messages.some(({ by, at }) => by === 'team' && at > since)
  const isLate = !isReplied && goal?.replyBy && goal.replyBy < now.toISOString()
  const promise = promiseIn(voice, thread.kind, goal && (isReplied || isLate) ? { ...goal, replyBy: null } : goal)
  return [
    ...together,
    ...(stage === 'reopened' ? [`${status.isReopened}. ${status.reopened}`] : []),
    ...(askedAt ? [status.asked] : []),
    promise,
    ...(moved && !isReplied && moved.at > since ? [status.moved(voice.day(moved.from), voice.day(moved.to)), status.movedWhy(moved.reason)] : []),
    ...(isLate && goal?.replyBy ? [status.late(voice.day(goal.replyBy))] : []),
  ]
}

function Outcome(parts: Parts) {
  const { thread, voice } = parts
  const { outcome, goal } = thread
  if (!outcome) return null
  const { words, pages, letters } = voice.texts
  const { kind } = outcome
  return (
    <>
      <article class="outcome">
        <header>
          <p class="badge">{words.outcome.kind[kind]}</p>
          <h2 lang={outcome.locale}>{outcome.title}</h2>
          <p class="soft">{pages.status.outcomeBy(outcome.team, voice.day(outcome.publishedAt))}</p>
          {outcome.note && <p class="soft">{outcome.note}</p>}
        </header>
        <div lang={outcome.locale}>
          <Part label={words.outcome.did[kind]} text={outcome.did} lang={voice.language} />
          <Part label={words.outcome.better[kind]} text={outcome.better} lang={voice.language} />
          <Part label={words.outcome.next[kind]} text={outcome.next} lang={voice.language} />
        </div>
        <OutcomePictures pictures={outcome.pictures} />
        <Moved {...parts} measure={outcome.measure} />
        {goal && goal.title !== goal.team && <p class="soft">{pages.status.goal(goal.team, letters.quoted(goal.title))}</p>}
      </article>
      <ReactionForm {...parts} kind={kind} />
    </>
  )
}

function Part({ label, text, lang }: { label: string; text: string | null; lang: string }) {
  if (!text) return null
  return (
    <div>
      <h3 lang={lang}>{label}</h3>
      <Formatted text={text} />
    </div>
  )
}

/** The number that the outcome moved, as a sentence. */
function Moved({ voice, measure }: Parts & { measure: OutcomeMeasure | null }) {
  if (!measure) return null
  const number = (value: number) => value.toLocaleString(voice.language, { maximumFractionDigits: 2 })
  return (
    <div>
      <h3>{measure.name}</h3>
      <p>{voice.texts.pages.status.measure(number(measure.before), number(measure.after), measure.unit)}</p>
    </div>
  )
}

function Plan({ thread, voice }: Parts) {
  if (!thread.plan) return null
  return (
    <section>
      <h2>{voice.texts.pages.status.plan}</h2>
      <p class="words">{thread.plan}</p>
    </section>
  )
}

function Conversation(parts: Parts) {
  const { thread, voice } = parts
  const { status } = voice.texts.pages
  return (
    <section id="conversation">
      <h2>{status.conversation}</h2>
      {thread.messages.length === 0 && <p>{status.noMessages}</p>}
      <ol class="talk">
        {thread.messages.map(({ by, author, text, at }) => (
          <li class={by === 'team' ? 'theirs' : 'mine'}>
            <p class="by">
              <strong>{by === 'team' ? (author ?? thread.goal?.team ?? parts.customer.organisation) : status.you}</strong>
              {', '}
              <time dateTime={at}>{voice.day(at)}</time>
            </p>
            <p class="words">{text}</p>
          </li>
        ))}
      </ol>
      <MessageForm {...parts} />
    </section>
  )
}

function Timeline({ thread, voice }: Parts) {
  const { status } = voice.texts.pages
  return (
    <section>
      <h2>{status.timeline}</h2>
      <ol class="timeline">
        {thread.timeline.map(({ type, at, team }) => (
          <li>
            <time dateTime={at}>{voice.day(at)}</time>
            <span>{status.events[type](team)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
