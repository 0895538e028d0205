import { useEffect, useRef } from 'preact/hooks'
import { forgetKept, performKept, waitingActs } from '../inbox/kept-acts.ts'
import { feedbackChanged } from '../inbox/queries.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useKept } from '../ui/kept.ts'
import { say } from '../ui/toasts.tsx'
import { LostNote, useIsLost } from './lost-note.tsx'

const WHO = 'klankbord-acts-of'

/** True when the acts that this tab keeps are those of whoever is signed in now. */
function areMine(memberId: string): boolean {
  try {
    const mine = (sessionStorage.getItem(WHO) ?? memberId) === memberId
    sessionStorage.setItem(WHO, memberId)
    return mine
  } catch {
    return true
  }
}

/** Tells that the connection is lost and what is kept, and does what was kept once it is back. */
export function ConnectionBar() {
  const { t } = useLanguage()
  const me = useMe()
  const isLost = useIsLost()
  const waiting = useKept(waitingActs)
  const wasLost = useRef(false)
  useEffect(() => {
    if (!areMine(me.member?.id ?? '')) return forgetKept()
    void performKept().then(({ done, refused }) => {
      if (done + refused > 0) feedbackChanged()
      if (done > 0) say(t.live.doneAfterAll(done))
      if (refused > 0) say(t.live.refusedAfterAll(refused))
    })
  }, [])
  useEffect(() => {
    if (wasLost.current && !isLost) say(t.live.back)
    wasLost.current = isLost
  }, [isLost])
  return <LostNote>{waiting > 0 && t.live.waiting(waiting)}</LostNote>
}
