import { routingEndpoints } from '@klankbord/shared/routing'
import { useRef } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { isTriedAgain } from '../queries.ts'
import { say } from '../ui/toasts.tsx'
import { routingChanged } from './queries.ts'

/** The number of what routes now; 0 while nothing was ever changed. */
const newestVersion = async () => (await call(routingEndpoints.listRulesVersions, { limit: 1 })).items[0]?.number ?? 0

/** Does something to the rules and says so, with a way back: the version before it is taken up again, unless somebody changed the rules since. */
export function useWayBack() {
  const { t } = useFullLanguage()
  const takeBack = async (before: number) => {
    try {
      const newest = await newestVersion()
      if (newest > before + 1) return say(t.routing.changedSince)
      // What was saved without a difference made no version.
      if (newest > before) await call(routingEndpoints.restoreRulesVersion, { number: before })
      routingChanged()
      say(t.routing.undone)
    } catch {
      say(t.problems.unavailable)
    }
  }
  // As it was before the first attempt: after one whose answer was lost, the newest is the one that it made.
  const known = useRef<number | null>(null)
  return async (act: () => Promise<unknown>, said: string) => {
    known.current ??= await newestVersion()
    const before = known.current
    try {
      await act()
    } catch (error) {
      if (!isTriedAgain(error)) known.current = null
      throw error
    }
    known.current = null
    routingChanged()
    say(said, before > 0 ? { label: t.undo, onClick: () => void takeBack(before) } : undefined)
  }
}
