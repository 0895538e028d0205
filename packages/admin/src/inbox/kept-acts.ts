import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { call, isProblem } from '../api.ts'
import { keptOf } from '../ui/kept.ts'

interface Named {
  idempotencyKey: string
}

/** Acts on one item that are kept in this tab. */
const keepable = {
  route: (input: { id: string; goalId: string; version?: number | undefined }, named: Named) => call(feedbackEndpoints.routeFeedback, input, named),
  unroute: (input: { id: string; version?: number | undefined }, named: Named) => call(feedbackEndpoints.returnFeedback, input, named),
  spam: (input: { id: string; version?: number | undefined }, named: Named) => call(feedbackEndpoints.markSpam, input, named),
  unspam: (input: { id: string; version?: number | undefined }, named: Named) => call(feedbackEndpoints.unmarkSpam, input, named),
}
type Keepable = typeof keepable
type Name = keyof Keepable

interface KeptAct {
  key: string
  name: Name
  input: Parameters<Keepable[Name]>[0]
  /** What the server knows it by, also after a reload. */
  named: string
}

const PLACE = 'klankbord-acts'

function kept(): KeptAct[] {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? '[]')
  } catch {
    return []
  }
}

function keep(acts: KeptAct[]) {
  waitingActs.change(() => acts.length)
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(acts))
  } catch {
    // Then it lives as long as the page.
  }
}

/** How many acts have not reached the server yet. */
export const waitingActs = keptOf(0)

/** No answer says whether it was done: it must be done again. Whoever is signed out does it after signing in. */
const isUnsettled = (error: unknown) => isProblem(error, 'unreachable') || isProblem(error, 'unauthenticated') || isProblem(error, 'unavailable')

/** Does an act, and remembers it in this tab until the server has answered: a lost connection or an ended session loses nothing. */
export async function perform<N extends Name>(name: N, input: Parameters<Keepable[N]>[0]): Promise<FeedbackItem> {
  const key = `${name}:${input.id}`
  const same = kept().find((act) => act.key === key && JSON.stringify(act.input) === JSON.stringify(input))
  const named = same?.named ?? crypto.randomUUID()
  keep([...kept().filter((act) => act.key !== key), { key, name, input, named }])
  const settle = () => keep(kept().filter((act) => act.key !== key))
  try {
    const item = await (keepable[name] as (input: object, named: Named) => Promise<FeedbackItem>)(input, { idempotencyKey: named })
    settle()
    return item
  } catch (error) {
    if (!isUnsettled(error)) settle()
    throw error
  }
}

/** Does what was not settled when the page or the session ended. Gives back how many were done, and how many were refused. */
export async function performKept(): Promise<{ done: number; refused: number }> {
  const count = { done: 0, refused: 0 }
  for (const { name, input } of kept()) {
    try {
      await perform(name, input as never)
      count.done++
    } catch (error) {
      if (isUnsettled(error)) break
      count.refused++
    }
  }
  return count
}

/** Who signs out on purpose, or signs in as somebody else, leaves nothing to be done in another's name. */
export const forgetKept = () => keep([])
