import { type ActOn, type BulkAct, COUNT_MOST, type FoundCount } from '@klankbord/shared/bulk-acts'
import { useQuery } from '@tanstack/preact-query'
import { ListChecks, X } from 'lucide'
import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import type { FirstTexts } from '../texts/en.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Later } from '../ui/later.tsx'
import { Menu } from '../ui/menu.tsx'
import type { Items } from './items.ts'
import { useActs } from './keys.ts'
import { foundCountQuery } from './queries.ts'
import type { Selection } from './selection.ts'
import { type Finding, newOutcomeAddress, wholeFilter } from './views.ts'

const BulkDialog = () => import('./bulk-dialog.tsx')
const ProposeGoal = () => import('./propose-goal.tsx')

/** An outcome answers items by their names; more than this is done with a filter. */
const TOGETHER = 200

interface BulkBarProps {
  finding: Finding
  list: Items
  selection: Selection
}

/** How many the filter finds, once all of them may be meant. */
function useFoundCount({ finding, list, selection }: BulkBarProps): FoundCount | undefined {
  const { items, hasNextPage } = list
  const asked = selection.all || (hasNextPage && items.every(({ id }) => selection.ids.has(id)))
  const { data } = useQuery({ ...foundCountQuery(wholeFilter(finding)), enabled: asked })
  // Where none was found in the time there is, nobody knows how many there are.
  return data?.isMore && data.count === 0 ? undefined : data
}

/** All that the filter found when it was counted; where each was counted, exactly those or none. */
function allOf(finding: Finding, found: FoundCount | undefined): ActOn {
  const isExact = found && !found.isMore && found.count <= COUNT_MOST
  return { filter: wholeFilter(finding), ...(found && { before: found.at }), ...(isExact && { count: found.count }) }
}

/** What can be done with all that is chosen. */
export function BulkBar({ finding, list, selection }: BulkBarProps) {
  const { t, number } = useLanguage()
  const texts = t.bulk
  const [dialog, setDialog] = useState<BulkAct['act']['type'] | 'propose' | null>(null)
  const can = mayAct(useMe())
  const chosen = list.items.filter(({ id }) => selection.ids.has(id))
  useActs(can ? { bulk: () => document.querySelector<HTMLElement>('#bulk-open')?.click() } : {})
  const ids = [...selection.ids]
  const found = useFoundCount({ finding, list, selection })
  const what: ActOn = selection.all ? allOf(finding, found) : { ids }
  const items = offered(finding, selection, chosen.length).map((type) => ({
    id: type,
    title: type === 'propose' ? t.inbox.upward.open : texts.names[type],
    run: () => setDialog(type),
  }))
  const done = () => {
    setDialog(null)
    selection.clear()
  }
  const count = selection.all ? found : { count: ids.length, isMore: false }
  const goal = chosen.find((item) => item.goal)?.goal?.id
  return (
    <footer class="selection">
      <p class="selection-count" role="status">
        <span>{selection.all ? allWords(found, t, number) : texts.selected(number(ids.length))}</span>
        <IconButton icon={X} label={t.inbox.clearSelection} small onClick={selection.clear} />
      </p>
      <More list={list} selection={selection} found={found} />
      {can && (
        <div class="selection-acts">
          {!selection.all && ids.length <= TOGETHER && (
            <a class="button" data-look="primary" data-small href={newOutcomeAddress(ids, goal)}>
              {t.inbox.answerTogether}
            </a>
          )}
          <Button small icon={ListChecks} shortcut="b" id="bulk-open" popovertarget="bulk-menu">
            {texts.more}
          </Button>
          <Menu id="bulk-menu" label={texts.more} items={items} up />
        </div>
      )}
      {dialog === 'propose' && <Later load={ProposeGoal} items={chosen} onDone={done} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'propose' && (
        <Later load={BulkDialog} type={dialog} what={what} count={count} items={chosen} onDone={done} onClose={() => setDialog(null)} />
      )}
    </footer>
  )
}

function allWords(found: FoundCount | undefined, { bulk }: FirstTexts, number: (n: number) => string) {
  if (!found) return bulk.all(null, '')
  return found.isMore ? bulk.allMore(number(found.count)) : bulk.all(found.count, number(found.count))
}

/** The acts that mean something for what is chosen. */
function offered({ view, filter }: Finding, { all, ids }: Selection, chosen: number): (BulkAct['act']['type'] | 'propose')[] {
  if (view === 'spam' || filter.status === 'spam') return ['unspam']
  return [
    'route',
    'plan',
    ...(!all && ids.size > 1 ? (['merge'] as const) : []),
    ...(view === 'to-route' && !all && chosen === ids.size ? (['propose'] as const) : []),
    'spam',
  ]
}

/** The next larger choice: all that is in the list so far, then all that the filter finds. */
function More({ list, selection, found }: Omit<BulkBarProps, 'finding'> & { found: FoundCount | undefined }) {
  const { t, number } = useLanguage()
  const { items, hasNextPage } = list
  if (selection.all) return null
  const left = items.some(({ id }) => !selection.ids.has(id))
  if (left) {
    return (
      <button type="button" class="link" onClick={() => selection.add(items.map(({ id }) => id))}>
        {t.bulk.selectShown(number(items.length))}
      </button>
    )
  }
  if (!hasNextPage) return null
  return (
    <button type="button" class="link" onClick={selection.everything}>
      {found?.isMore ? t.bulk.selectAllMore(number(found.count)) : t.bulk.selectAll(found ? number(found.count) : null)}
    </button>
  )
}
