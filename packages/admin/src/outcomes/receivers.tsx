import {
  outcomeReceiverEndpoints,
  type ReachChannel,
  type Receiver,
  type ReceiverCounts,
  type ReceiverPage,
  untoldReasons,
} from '@klankbord/shared/outcome-receivers'
import { useInfiniteQuery, useMutation } from '@tanstack/preact-query'
import { Mail, MailX } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { mayAct, useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Segments } from '../ui/segments.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { languageName } from './language-name.ts'
import { type ReceiverFilter, receiversQuery } from './queries.ts'

/** Lists up to this long stand open. */
const FEW = 6

interface ReceiversOfProps {
  id: string
  feedbackIds: string[]
  /** False while the server does not know the latest choice of items. */
  saved: boolean
}

/** Who will be told, asked from the server, which alone knows; and a test message to oneself. */
export function ReceiversOf({ id, feedbackIds, saved }: ReceiversOfProps) {
  const { t } = useFullLanguage()
  return (
    <section class="stack" data-gap="small" aria-label={t.outcomes.who}>
      <h2 class="part-title">{t.outcomes.who}</h2>
      <ReceiverLists id={id} feedbackIds={feedbackIds} enabled={saved} />
      <TestMessage id={id} />
    </section>
  )
}

function TestMessage({ id }: { id: string }) {
  const { t, code } = useFullLanguage()
  const me = useMe()
  const test = useMutation({
    mutationFn: () => call(outcomeReceiverEndpoints.sendTestMessage, { id, locale: code }),
    onSuccess: ({ to }) => say(t.outcomes.testSent(to)),
  })
  if (!mayAct(me) || me.member === null) return null
  return (
    <div>
      <Button small busy={test.isPending} onClick={() => test.mutate()}>
        {t.outcomes.test}
      </Button>
      <ProblemNote error={test.error} />
    </div>
  )
}

interface ReceiverListsProps {
  id: string
  feedbackIds: string[]
  enabled?: boolean
}

/** The counts by channel and language, the list, and who will not get an e-mail and why. */
export function ReceiverLists({ id, feedbackIds, enabled = true }: ReceiverListsProps) {
  const first = useInfiniteQuery({ ...receiversQuery(id, feedbackIds), enabled, staleTime: 0 })
  return (
    <Read query={first} lines={3}>
      {({ pages }) => {
        const counts = pages[0]?.counts
        if (!counts) return null
        return <Channels counts={counts} list={(show) => <ReceiverList id={id} feedbackIds={feedbackIds} show={show} />} />
      }}
    </Read>
  )
}

function Channels({ counts, list }: { counts: ReceiverCounts; list: (show: ReachChannel) => ComponentChildren }) {
  const { t } = useFullLanguage()
  const { email, widget, none } = counts.channels
  return (
    <div class="receivers">
      {email === 0 ? (
        <p>
          <Icon of={Mail} />
          {t.outcomes.toldNone}
        </p>
      ) : (
        <Fold open={email <= FEW} title={t.outcomes.told(email)} list={() => list('email')} />
      )}
      {widget > 0 && <Fold isLess open={widget <= FEW} title={t.outcomes.notTold(widget)} list={() => list('widget')} />}
      {none > 0 && <Fold isLess open={none <= FEW} title={t.outcomes.notAtAll(none)} list={() => list('none')} />}
      <Shares counts={counts} />
    </div>
  )
}

/** Who is told of an answer to one item: its customer, and those whose items were merged into it. */
export function ReceiversOfItem({ receivers }: { receivers: { data: ReceiverPage | undefined; error: unknown; refetch: () => unknown } }) {
  const { t } = useFullLanguage()
  return (
    <section class="stack" data-gap="small" aria-label={t.outcomes.who}>
      <h3 class="part-title">{t.outcomes.who}</h3>
      <Read query={receivers} lines={2}>
        {({ counts, items }) => (
          <Channels
            counts={counts}
            list={(show) => (
              <ul>
                {items
                  .filter(({ channel }) => channel === show)
                  .map((receiver) => (
                    <li key={receiver.id}>
                      <Person receiver={receiver} />
                    </li>
                  ))}
              </ul>
            )}
          />
        )}
      </Read>
    </section>
  )
}

/** What is folded is not asked for. */
function Fold({ open, isLess, title, list }: { open: boolean; isLess?: boolean; title: string; list: () => ComponentChildren }) {
  const [isOpen, setOpen] = useState(open)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={isLess ? MailX : Mail} />
        {title}
      </summary>
      {isOpen && list()}
    </details>
  )
}

function Shares({ counts: { languages, reasons } }: { counts: ReceiverCounts }) {
  const { t, code } = useFullLanguage()
  return (
    <ul>
      {languages.map(({ locale, email, widget }) => (
        <li key={locale} class="soft">
          {t.outcomes.counts(languageName(locale, code), email, widget)}
        </li>
      ))}
      {untoldReasons
        .filter((reason) => reasons[reason] > 0)
        .map((reason) => (
          <li key={reason} class="soft">
            {reasons[reason]} × {t.outcomes.reasons[reason]}
          </li>
        ))}
    </ul>
  )
}

function ReceiverList({ id, feedbackIds, show }: ReceiverListsProps & { show: ReceiverFilter }) {
  const { t } = useFullLanguage()
  const receivers = useInfiniteQuery(receiversQuery(id, feedbackIds, show))
  return (
    <Read query={receivers} lines={2}>
      {({ pages }) => (
        <>
          <ul>
            {pages
              .flatMap(({ items }) => items)
              .map((receiver) => (
                <li key={receiver.id}>
                  <Person receiver={receiver} />
                </li>
              ))}
          </ul>
          {receivers.hasNextPage && (
            <Button small busy={receivers.isFetchingNextPage} onClick={() => void receivers.fetchNextPage()}>
              {t.showMore}
            </Button>
          )}
        </>
      )}
    </Read>
  )
}

function Person({ receiver: { name, email, locale, reason, delivery, seen, helped } }: { receiver: Receiver }) {
  const { t, code } = useFullLanguage()
  const became = [
    ...(reason ? [t.outcomes.reasons[reason]] : [languageName(locale, code)]),
    ...(delivery ? [t.outcomes.states[delivery].toLowerCase()] : []),
    ...(seen ? [t.outcomes.hasSeen] : []),
    ...(helped ? [t.outcomes.saidHelped[helped]] : []),
  ]
  return (
    <>
      {(name || reason) && <strong>{name ?? t.outcomes.someone} </strong>}
      {reason ? '' : `${email} · `}
      <span class="soft">{became.join(' · ')}</span>
    </>
  )
}

const filters: ReceiverFilter[] = ['all', 'email', 'widget', 'none', 'seen', 'reacted']

/** What became of it, person by person. */
export function People({ id }: { id: string }) {
  const { t } = useFullLanguage()
  const [show, setShow] = useState<ReceiverFilter>('all')
  return (
    <section class="stack" data-gap="small" aria-label={t.outcomes.people}>
      <h2 class="part-title">{t.outcomes.people}</h2>
      <Segments
        label={t.outcomes.filter}
        options={filters.map((value) => ({ value, label: t.outcomes.filters[value] }))}
        value={show}
        onChange={setShow}
      />
      <div class="receivers">
        <ReceiverList id={id} feedbackIds={[]} show={show} />
      </div>
    </section>
  )
}
