import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useQuery } from '@tanstack/preact-query'
import { ArrowLeft, ChevronDown, ChevronUp, MailCheck, MailX } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useKeys } from '../ui/keys.ts'
import { KindMark, StatusMark } from '../ui/marks.tsx'
import { useTitle } from '../ui/page.tsx'
import { Read } from '../ui/states.tsx'
import { Belongs, useRouting } from './belongs.tsx'
import { ChooseGoal } from './choose-goal.tsx'
import { ChooseHow } from './choose-how.tsx'
import { Conversation } from './conversation.tsx'
import { Dock, type DockMode } from './dock.tsx'
import { Facts, Timeline } from './history.tsx'
import { How } from './how.tsx'
import { newOutcomeAddress } from './list.tsx'
import { OutcomeOfItem } from './outcome-of-item.tsx'
import { Pictures } from './pictures.tsx'
import { PromiseLine } from './promise.tsx'
import { ProposeGoal } from './propose-goal.tsx'
import { ProposedGoals } from './proposed-goals.tsx'
import { itemQuery } from './queries.ts'
import { customerName } from './row.tsx'

interface Place {
  index: number
  of: number
  step: (by: number) => void
  leave: () => void
}

interface ItemPaneProps {
  id: string
  place: Place
  onRouted: () => void
  onSpam: (spammed: boolean) => void
}

export function ItemPane({ id, place, ...acts }: ItemPaneProps) {
  const query = useQuery(itemQuery(id))
  return (
    <div class="inbox-item">
      <ItemBar place={place} />
      <Read query={query} lines={8}>
        {(item) => <Item item={item} {...acts} />}
      </Read>
    </div>
  )
}

function ItemBar({ place }: { place: Place }) {
  const { t } = useLanguage()
  return (
    <div class="item-bar">
      <IconButton icon={ArrowLeft} label={t.inbox.backToList} small onClick={place.leave} />
      <span class="soft note-size">{place.index >= 0 ? `${place.index + 1} / ${place.of}` : ''}</span>
      <IconButton icon={ChevronUp} label={t.inbox.previous} small disabled={place.index <= 0} onClick={() => place.step(-1)} />
      <IconButton icon={ChevronDown} label={t.inbox.next} small disabled={place.index >= place.of - 1} onClick={() => place.step(1)} />
    </div>
  )
}

interface ItemProps extends Pick<ItemPaneProps, 'onRouted' | 'onSpam'> {
  item: FeedbackItem
}

function Item({ item, onRouted, onSpam }: ItemProps) {
  const { t } = useLanguage()
  const { route } = useLocation()
  const can = mayAct(useMe())
  const [dialog, setDialog] = useState<'goal' | 'how' | 'propose' | null>(null)
  const [dock, setDock] = useState<DockMode>('acts')
  const routing = useRouting(item, onRouted)
  const outcome = () =>
    route(item.status === 'answered' && item.outcome ? `/admin/outcomes/${item.outcome.id}` : newOutcomeAddress([item.id], item.goal?.id))
  const acts = {
    accept: () => (routing.acceptable ? routing.place(item.goal?.id ?? '') : item.goal ? undefined : setDialog('goal')),
    goal: () => setDialog('goal'),
    how: () => item.goal && setDialog('how'),
    reply: () => setDock('reply'),
    note: () => setDock('note'),
    outcome,
    spam: () => onSpam(item.status !== 'spam'),
  }
  useKeys(can ? { Enter: acts.accept, g: acts.goal, h: acts.how, r: acts.reply, n: acts.note, o: acts.outcome, s: acts.spam } : {})
  return (
    <>
      <article class="item" aria-labelledby="item-heading">
        <Said item={item} />
        <div class="item-main">
          <section class="ledger" aria-label={t.inbox.routing.title}>
            <Belongs item={item} routing={routing} onAccept={acts.accept} onOther={acts.goal} onPropose={() => setDialog('propose')} />
            <ProposedGoals item={item} />
            {item.goal && (
              <section class="ledger-part">
                <h3>{t.inbox.promise.title}</h3>
                <PromiseLine item={item} />
              </section>
            )}
            {item.goal && <How item={item} onChoose={can ? acts.how : undefined} />}
          </section>
          <OutcomeOfItem item={item} />
          <Conversation item={item} />
        </div>
        <aside class="item-aside" aria-label={t.inbox.facts}>
          <Facts item={item} />
          <Timeline item={item} />
        </aside>
      </article>
      {can && <Dock item={item} mode={dock} setMode={setDock} acts={acts} />}
      {dialog === 'goal' && <ChooseGoal item={item} routing={routing} onClose={() => setDialog(null)} />}
      {dialog === 'propose' && <ProposeGoal items={[item]} onDone={() => setDialog(null)} onClose={() => setDialog(null)} />}
      {dialog === 'how' && <ChooseHow item={item} onClose={() => setDialog(null)} />}
    </>
  )
}

/** What the customer said: the largest thing on the page. */
function Said({ item }: { item: FeedbackItem }) {
  const { t, dates } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  const name = customerName(item) ?? t.inbox.someone
  useTitle(t.inbox.itemOf(t.kinds[item.kind], name))
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [item.id])
  return (
    <header class="said">
      <div class="row">
        <KindMark kind={item.kind} />
        <StatusMark status={item.status} />
        <time class="soft note-size" dateTime={item.submittedAt}>
          {dates.moment(item.submittedAt)}
        </time>
      </div>
      <h2 id="item-heading" ref={heading} tabIndex={-1} class="said-name">
        <span class="unseen">{t.kinds[item.kind]}: </span>
        {name}
      </h2>
      {item.erasedAt ? (
        <p class="soft">{t.inbox.erased}</p>
      ) : (
        <blockquote class="words said-words" lang={item.locale ?? undefined}>
          {item.message}
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
