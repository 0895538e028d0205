import { routingEndpoints } from '@klankbord/shared/routing'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
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
  return async (act: () => Promise<unknown>, said: string) => {
    const before = await newestVersion()
    await act()
    routingChanged()
    say(said, before > 0 ? { label: t.undo, onClick: () => void takeBack(before) } : undefined)
  }
}
