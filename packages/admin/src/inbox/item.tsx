import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useQuery } from '@tanstack/preact-query'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { IconButton } from '../ui/button.tsx'
import { useKeys } from '../ui/keys.ts'
import { Read } from '../ui/states.tsx'
import { Belongs, useRouting } from './belongs.tsx'
import { ChooseGoal } from './choose-goal.tsx'
import { ChooseHow } from './choose-how.tsx'
import { Conversation } from './conversation.tsx'
import { Dock, type DockMode } from './dock.tsx'
import { FlagBanner, useLooked } from './flag-banner.tsx'
import { Facts, Timeline } from './history.tsx'
import { How } from './how.tsx'
import { newOutcomeAddress } from './list.tsx'
import { OutcomeOfItem } from './outcome-of-item.tsx'
import { PromiseLine } from './promise.tsx'
import { ProposeGoal } from './propose-goal.tsx'
import { ProposedGoals } from './proposed-goals.tsx'
import { itemQuery, suggestionQuery } from './queries.ts'
import { Said } from './said.tsx'
import { Similar } from './similar.tsx'
import { choicesOf, firstChoice, isUndecided } from './suggested.ts'

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
  const { data: suggestion } = useQuery(suggestionQuery(item))
  const looked = useLooked(item)
  const outcome = () =>
    route(item.status === 'answered' && item.outcome ? `/admin/outcomes/${item.outcome.id}` : newOutcomeAddress([item.id], item.goal?.id))
  const acts = {
    accept: () => {
      const goalId = routing.acceptable ? item.goal?.id : firstChoice(item, suggestion)?.goalId
      if (goalId) routing.place(goalId)
      else if (!item.goal) setDialog('goal')
    },
    choose: (index: number) => {
      const candidate = isUndecided(item) ? choicesOf(item, suggestion)[index] : undefined
      if (candidate && !routing.busy) routing.place(candidate.goalId)
    },
    looked: () => item.flagged && !looked.isPending && looked.mutate(),
    goal: () => setDialog('goal'),
    how: () => item.goal && setDialog('how'),
    reply: () => setDock('reply'),
    note: () => setDock('note'),
    outcome,
    spam: () => onSpam(item.status !== 'spam'),
  }
  useItemKeys(can, acts)
  return (
    <>
      <article class="item" aria-labelledby="item-heading">
        <FlagBanner item={item} suggestion={suggestion} looked={looked} can={can} />
        <Said item={item} suggestion={suggestion} />
        <div class="item-main">
          <section class="ledger" aria-label={t.inbox.routing.title}>
            <Belongs
              item={item}
              suggestion={suggestion}
              routing={routing}
              onAccept={acts.accept}
              onOther={acts.goal}
              onPropose={() => setDialog('propose')}
            />
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
          <Similar item={item} />
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

type Act = 'accept' | 'goal' | 'how' | 'reply' | 'note' | 'outcome' | 'spam' | 'looked'

/** The keys that do what the buttons of an item do. */
function useItemKeys(can: boolean, acts: Record<Act, () => unknown> & { choose: (index: number) => void }) {
  const keys = {
    ...{ Enter: acts.accept, g: acts.goal, h: acts.how, r: acts.reply, n: acts.note, o: acts.outcome, s: acts.spam, v: acts.looked },
    ...{ 1: () => acts.choose(0), 2: () => acts.choose(1), 3: () => acts.choose(2) },
  }
  useKeys(can ? keys : {})
}
