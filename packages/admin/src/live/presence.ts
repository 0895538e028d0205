import { liveEndpoints, PRESENCE_EVERY_SECONDS } from '@klankbord/shared/live'
import { useEffect } from 'preact/hooks'
import { call } from '../api.ts'
import { keptOf } from '../ui/kept.ts'

export interface Person {
  id: string
  name: string
}

const NOBODY: readonly Person[] = []

/** Who looks at which item now, as far as it was told. */
export const presence = keptOf<ReadonlyMap<string, readonly Person[]>>(new Map())

export const toldPresence = ({ id, people }: { id: string; people: readonly Person[] }) =>
  presence.change((before) => {
    const after = new Map(before)
    if (people.length === 0) after.delete(id)
    else after.set(id, people)
    return after
  })

/** What was told no longer holds once the stream breaks. */
export const forgetPresence = () => presence.change((before) => (before.size === 0 ? before : new Map()))

export const lookingAt = (looking: ReadonlyMap<string, readonly Person[]>, id: string): readonly Person[] => looking.get(id) ?? NOBODY

/** Tells colleagues that this item is being looked at, while it is open and the page can be seen. */
export function useLookAt(id: string | undefined) {
  useEffect(() => {
    if (id === undefined) return
    // Only company for others: whether it fails is nothing to tell.
    const tell = (endpoint: typeof liveEndpoints.lookAtFeedback) => void call(endpoint, { id }).catch(() => undefined)
    let told = false
    const look = () => {
      if (document.hidden && !told) return
      told = !document.hidden
      tell(told ? liveEndpoints.lookAtFeedback : liveEndpoints.leaveFeedback)
    }
    const again = () => {
      if (!document.hidden) look()
    }
    // Whoever only walks past does not look.
    const first = setTimeout(look, 400)
    const timer = setInterval(again, PRESENCE_EVERY_SECONDS * 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      if (told) tell(liveEndpoints.leaveFeedback)
    }
  }, [id])
}
