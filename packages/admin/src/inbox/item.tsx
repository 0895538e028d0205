import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { Suggestion } from '@klankbord/shared/suggestions'
import { useQuery } from '@tanstack/preact-query'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { Looking } from '../live/looking.tsx'
import { mayAct, useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { usePainted } from '../ui/after-paint.ts'
import { IconButton } from '../ui/button.tsx'
import { holdForPage } from '../ui/held-keys.ts'
import { Read } from '../ui/states.tsx'
import { Belongs } from './belongs.tsx'
import { Conversation } from './conversation.tsx'
import { Dock, isOpen } from './dock.tsx'
import { Earlier } from './earlier.tsx'
import { FlagBanner, type Looked, useLooked } from './flag-banner.tsx'
import { Facts, Timeline } from './history.tsx'
import { How } from './how.tsx'
import { Changed, ItemDialog, type ItemDialogName } from './item-dialog.tsx'
import { useActs } from './keys.ts'
import { Merged, MergedInto } from './merged.tsx'
import { News } from './news.tsx'
import { OutcomeOfItem } from './outcome-of-item.tsx'
import { type Routing, useRouting } from './placing.ts'
import { PromisePart } from './promise-part.tsx'
import { ProposedGoals } from './proposed-goals.tsx'
import { itemQuery, suggestionQuery } from './queries.ts'
import { Said } from './said.tsx'
import { Similar } from './similar.tsx'
import { choicesOf, firstChoice, isUndecided } from './suggested.ts'
import { newOutcomeAddress } from './views.ts'
import { write } from './writing.ts'

interface Place {
  index: number
  of: number
  step: (by: number) => void
  leave: () => void
}

interface ItemPaneProps {
  id: string
  place: Place
  /** This item is done: the next one can come. */
  onRouted: (id: string) => void
  onSpam: (spammed: boolean, item: FeedbackItem) => void
}

export function ItemPane({ id, place, ...acts }: ItemPaneProps) {
  const query = useQuery(itemQuery(id))
  return (
    <div class="inbox-item">
      <ItemBar id={id} place={place} />
      <Read query={query} lines={8}>
        {(item) => <Item item={item} {...acts} />}
      </Read>
      <Changed />
    </div>
  )
}

function ItemBar({ id, place }: Pick<ItemPaneProps, 'id' | 'place'>) {
  const { t } = useLanguage()
  return (
    <div class="item-bar">
      <IconButton icon={ArrowLeft} label={t.inbox.backToList} small onClick={place.leave} />
      <Looking key={id} id={id} />
      <span class="soft note-size">{place.index >= 0 ? `${place.index + 1} / ${place.of}` : ''}</span>
      <IconButton icon={ChevronUp} label={t.inbox.previous} small disabled={place.index <= 0} onClick={() => place.step(-1)} />
      <IconButton icon={ChevronDown} label={t.inbox.next} small disabled={place.index >= place.of - 1} onClick={() => place.step(1)} />
    </div>
  )
}

interface ItemProps extends Pick<ItemPaneProps, 'onRouted' | 'onSpam'> {
  item: FeedbackItem
}

/** One for all items that one walks through: what they have in common stays on the page, and only what differs is made anew. */
function Item({ item, onRouted, onSpam }: ItemProps) {
  const can = mayAct(useMe())
  const [opened, setOpened] = useState<{ id: string; dialog: ItemDialogName } | null>(null)
  const open = (dialog: ItemDialogName) => setOpened({ id: item.id, dialog })
  const routing = useRouting(item, onRouted)
  // The words first: whoever walks through the list reads those, and what stands around them comes a moment later.
  const painted = usePainted(item.id)
  const { data: suggestion } = useQuery({ ...suggestionQuery(item), enabled: painted })
  const looked = useLooked(item)
  const acts = useItemActs({ item, suggestion, routing, looked, open, onSpam })
  const { choose, ...ways } = acts
  const outcome = () => {
    // Whoever goes there with a key goes on with the keys.
    if (!hasOutcome(item)) holdForPage()
    ways.outcome()
  }
  useActs(can ? { ...ways, outcome, first: () => choose(0), second: () => choose(1), third: () => choose(2) } : {})
  // Of the item before, out of sight, until its own comes.
  const around = useRef<ComponentChildren>(null)
  if (painted)
    around.current = (
      <Around key={item.id} item={item} suggestion={suggestion} routing={routing} can={can} acts={acts} onPropose={() => open('propose')} />
    )
  return (
    <>
      <article class="item" aria-labelledby="item-heading" data-away={!painted || undefined}>
        <News key={item.id} item={item} />
        <MergedInto key={`merged ${item.id}`} item={item} can={can} />
        <FlagBanner item={item} suggestion={suggestion} looked={looked} can={can} />
        <Said item={item} suggestion={suggestion} />
        {around.current}
      </article>
      {can && <Dock item={item} acts={acts} />}
      <ItemDialog
        item={item}
        dialog={opened?.id === item.id ? opened.dialog : null}
        routing={routing}
        onRouted={onRouted}
        onClose={() => setOpened(null)}
      />
    </>
  )
}

const hasOutcome = (item: FeedbackItem): item is FeedbackItem & { outcome: NonNullable<FeedbackItem['outcome']> } =>
  item.status === 'answered' && item.outcome !== null

interface ActsProps extends Pick<ItemProps, 'item' | 'onSpam'> {
  suggestion: Suggestion | null | undefined
  routing: Routing
  looked: Looked
  open: (dialog: ItemDialogName) => void
}

function useItemActs({ item, suggestion, routing, looked, open, onSpam }: ActsProps) {
  const { route } = useLocation()
  // A key can come before it is there, and means what the person is about to see.
  const suggested = () => suggestion ?? queryClient.ensureQueryData(suggestionQuery(item)).catch(() => null)
  return {
    accept: async () => {
      const goalId = routing.acceptable ? item.goal?.id : firstChoice(item, await suggested())?.goalId
      if (goalId) routing.place(goalId)
      else if (!item.goal) open('goal')
    },
    choose: async (index: number) => {
      const candidate = isUndecided(item) ? choicesOf(item, await suggested())[index] : undefined
      if (candidate && !routing.busy) routing.place(candidate.goalId)
    },
    looked: () => item.flagged && looked.look(),
    goal: () => open('goal'),
    how: () => item.goal && open('how'),
    reply: () => item.status !== 'spam' && item.erasedAt === null && write({ id: item.id, mode: 'reply' }),
    note: () => write({ id: item.id, mode: 'note' }),
    merge: () => item.status !== 'spam' && item.status !== 'merged' && open('merge'),
    answer: () => isOpen(item) && open('answer'),
    outcome: () => route(hasOutcome(item) ? `/admin/outcomes/${item.outcome.id}` : newOutcomeAddress([item.id], item.goal?.id)),
    spam: () => onSpam(item.status !== 'spam', item),
  }
}

interface AroundProps {
  item: FeedbackItem
  suggestion: Suggestion | null | undefined
  routing: Routing
  can: boolean
  acts: { accept: () => void; goal: () => void; how: () => unknown }
  onPropose: () => void
}

/** All that stands around the words: where they belong, what was said since, and what else is known. */
function Around({ item, suggestion, routing, can, acts, onPropose }: AroundProps) {
  const { t } = useLanguage()
  return (
    <>
      <div class="item-main">
        <section class="ledger" aria-label={t.inbox.routing.title}>
          <Belongs item={item} suggestion={suggestion} routing={routing} onAccept={acts.accept} onOther={acts.goal} onPropose={onPropose} />
          <ProposedGoals item={item} />
          {item.goal && <PromisePart item={item} can={can} />}
          {item.goal && <How item={item} onChoose={can ? acts.how : undefined} />}
        </section>
        <OutcomeOfItem item={item} />
        <Conversation item={item} />
        <Merged item={item} can={can} />
      </div>
      <aside class="item-aside" aria-label={t.inbox.facts}>
        <Similar item={item} />
        <Earlier item={item} />
        <Facts item={item} />
        <Timeline item={item} />
      </aside>
    </>
  )
}
