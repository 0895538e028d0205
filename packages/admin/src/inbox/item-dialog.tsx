import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useEffect } from 'preact/hooks'
import { useKept } from '../ui/kept.ts'
import { fetchSoon, Later } from '../ui/later.tsx'
import { conflict } from './changed.ts'
import type { Routing } from './placing.ts'

const AnswerDialog = () => import('./answer-dialog.tsx')
const ChooseGoal = () => import('./choose-goal.tsx')
const ChooseHow = () => import('./choose-how.tsx')
const ProposeGoal = () => import('./propose-goal.tsx')
const MergeDialog = () => import('./merge-dialog.tsx')
const ChangedDialog = () => import('./changed-dialog.tsx')

export type ItemDialogName = 'answer' | 'goal' | 'how' | 'propose' | 'merge'

interface ItemDialogProps {
  item: FeedbackItem
  dialog: ItemDialogName | null
  routing: Routing
  onRouted: (id: string) => void
  onClose: () => void
}

/** What opens over an item. Nobody needs it to read one, so it is fetched once the item stands. */
export function ItemDialog({ item, dialog, routing, onRouted, onClose }: ItemDialogProps) {
  useEffect(() => {
    for (const part of [AnswerDialog, ChooseGoal, ChooseHow, MergeDialog]) fetchSoon(part)
  }, [])
  const done = (into: string) => {
    onClose()
    if (into !== item.id) onRouted(item.id)
  }
  return (
    <>
      {dialog === 'answer' && <Later load={AnswerDialog} item={item} onDone={() => onRouted(item.id)} onClose={onClose} />}
      {dialog === 'goal' && <Later load={ChooseGoal} item={item} routing={routing} onClose={onClose} />}
      {dialog === 'merge' && <Later load={MergeDialog} item={item} onDone={done} onClose={onClose} />}
      {dialog === 'propose' && <Later load={ProposeGoal} items={[item]} onDone={onClose} onClose={onClose} />}
      {dialog === 'how' && <Later load={ChooseHow} item={item} onClose={onClose} />}
    </>
  )
}

/** Asks what now, where somebody else was first. */
export function Changed() {
  const found = useKept(conflict)
  return found && <Later load={ChangedDialog} key={found.before.id + found.act} found={found} onClose={() => conflict.change(() => null)} />
}
