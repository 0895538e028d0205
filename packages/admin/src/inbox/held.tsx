import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { HeldReply } from '@klankbord/shared/held-replies'
import { Undo2 } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { useTakeBack } from './holding.ts'
import { itemQuery } from './queries.ts'

/** Whole seconds until a reply goes out, counted on this device's clock; null once it is due. Asks again then, until it has gone. */
function useSeconds({ sendAt, refused }: HeldReply, id: string): number | null {
  const [now, setNow] = useState(() => Date.now())
  const left = Math.ceil((Date.parse(sendAt) - now) / 1000)
  useEffect(() => {
    if (refused) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= Date.parse(sendAt)) void queryClient.invalidateQueries({ queryKey: itemQuery(id).queryKey })
    }, 1000)
    return () => clearInterval(timer)
  }, [sendAt, refused, id])
  return left > 0 ? Math.min(left, 10) : null
}

/** A reply that can still be taken back, or that could not go out. */
export function Held({ item, held }: { item: FeedbackItem; held: HeldReply }) {
  const { t } = useLanguage()
  const texts = t.item.compose
  const seconds = useSeconds(held, item.id)
  const takeBack = useTakeBack()
  const isMine = useMe().member?.id === held.authorId
  return (
    <li class="line" data-by="held">
      <p class="line-head">
        <strong>{held.author}</strong>
        <span class="soft">{held.refused ? texts.refused : seconds === null ? texts.goesOutSoon : texts.goesOut(seconds)}</span>
      </p>
      <p class="words">{held.text}</p>
      {isMine && (
        <div>
          <Button small icon={Undo2} busy={takeBack.isPending} onClick={() => takeBack.mutate({ id: item.id, replyId: held.id })}>
            {held.refused ? texts.again : texts.takeBack}
          </Button>
        </div>
      )}
    </li>
  )
}
