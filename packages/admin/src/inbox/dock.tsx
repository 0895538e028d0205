import type { FeedbackItem } from '@klankbord/shared/feedback'
import { CheckCheck, Merge, MessageSquareReply, ShieldCheck, ShieldX, Sprout, StickyNote } from 'lucide'
import { useEffect } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { useKept } from '../ui/kept.ts'
import { fetchSoon, Later } from '../ui/later.tsx'
import { hasDraft, type WritingMode, write, writing } from './writing.ts'

const Reply = () => import('./reply.tsx')
const Note = () => import('./note.tsx')

/** What still waits for its outcome. */
export const isOpen = ({ status }: FeedbackItem) => !['answered', 'spam', 'merged'].includes(status)

interface DockProps {
  item: FeedbackItem
  acts: { reply: () => void; note: () => void; outcome: () => void; answer: () => void; spam: () => void; merge: () => void }
}

/** What can be done, always within reach at the foot of the item; a composer takes its place while one writes. */
export function Dock({ item, acts }: DockProps) {
  const mode = useKept(writing, (now): WritingMode | null => (now?.id === item.id ? now.mode : null))
  useEffect(() => {
    // Whoever types right after the key must find the field there.
    fetchSoon(Reply)
    fetchSoon(Note)
  }, [])
  const close = () => write(null)
  if (mode === 'reply') return <Later key={item.id} load={Reply} item={item} onClose={close} />
  if (mode === 'note') return <Later key={item.id} load={Note} item={item} onClose={close} />
  return <Acts item={item} acts={acts} />
}

function Acts({ item, acts }: DockProps) {
  const { t } = useLanguage()
  const me = useMe().member?.id
  const { status, erasedAt } = item
  const spam = status === 'spam'
  return (
    <div class="dock">
      {!spam && (
        <Button look={item.goal ? 'primary' : 'plain'} icon={Sprout} shortcut="o" onClick={acts.outcome}>
          {status === 'answered' ? t.inbox.outcome : t.inbox.acts.outcome}
        </Button>
      )}
      {isOpen(item) && (
        <Button icon={CheckCheck} shortcut="a" onClick={acts.answer}>
          {t.inbox.acts.answer}
        </Button>
      )}
      {!spam && erasedAt === null && (
        <Button icon={MessageSquareReply} shortcut="r" onClick={acts.reply}>
          {hasDraft('reply', me, item.id) ? t.item.compose.continueReply : t.inbox.acts.reply}
        </Button>
      )}
      <Button icon={StickyNote} shortcut="n" onClick={acts.note}>
        {hasDraft('note', me, item.id) ? t.item.compose.continueNote : t.inbox.acts.note}
      </Button>
      {!spam && status !== 'merged' && (
        <Button icon={Merge} shortcut="m" onClick={acts.merge}>
          {t.merging.act}
        </Button>
      )}
      {status !== 'answered' && status !== 'merged' && (
        <Button look="quiet" icon={spam ? ShieldCheck : ShieldX} shortcut="s" onClick={acts.spam}>
          {spam ? t.inbox.acts.notSpam : t.inbox.acts.spam}
        </Button>
      )}
    </div>
  )
}
