import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { useMutation } from '@tanstack/preact-query'
import { call, isProblem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import type { FirstTexts } from '../texts/en.ts'
import { say } from '../ui/toasts.tsx'
import { toldStale } from './changed.ts'
import { perform } from './kept-acts.ts'
import { feedbackChanged } from './queries.ts'
import { isUndecided } from './suggested.ts'

export interface Routing {
  /** True while the choice of a rule or the model waits for a person to agree. */
  acceptable: boolean
  place: (goalId: string) => void
  /** Takes it away from its goal, so that it waits to be routed. */
  giveBack: () => void
  busy: boolean
  error: unknown
}

interface Placing {
  item: FeedbackItem
  /** Null gives it back to be routed. */
  goalId: string | null
  version: number
}

const place = ({ item: { id }, goalId, version }: Placing) =>
  goalId === null ? perform('unroute', { id, version }) : perform('route', { id, goalId, version })

/** Gives an item to a goal, or back to be routed; afterwards the next item comes by itself. */
export function useRouting(item: FeedbackItem, onRouted: (id: string) => void): Routing {
  const { t } = useLanguage()
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: place,
    onSuccess: (changed, { item }) => {
      onRouted(item.id)
      feedbackChanged(changed)
      const isMoved = changed.goal?.id !== item.goal?.id
      say(whereNow(changed, t), isMoved ? { label: t.undo, onClick: () => void putBack(item, changed.version, t) } : undefined)
    },
    onError: (error, placing) => void toldStale(error, { before: placing.item, act: 'route', again: (version) => mutate({ ...placing, version }) }),
  })
  const to = (goalId: string | null) => mutate({ item, goalId, version: item.version })
  const isOfThis = variables?.item.id === item.id
  return {
    acceptable: item.goal !== null && isUndecided(item),
    place: to,
    giveBack: () => to(null),
    busy: isOfThis && isPending,
    error: !isOfThis || isProblem(error, 'stale') ? null : error,
  }
}

const whereNow = ({ goal }: FeedbackItem, { inbox: { routing } }: FirstTexts) => (goal ? routing.moved(goal.title) : routing.givenBack)

/** Puts an item back where it was, with the How that it was under. */
async function putBack(before: FeedbackItem, version: number, t: FirstTexts): Promise<void> {
  const { id, goal, initiative, plan } = before
  try {
    let changed = await place({ item: before, goalId: goal?.id ?? null, version })
    if (initiative)
      changed = await call(feedbackEndpoints.planFeedback, { id, initiativeId: initiative.id, ...(plan && { plan }), version: changed.version })
    feedbackChanged(changed)
    say(whereNow(changed, t))
  } catch (error) {
    if (!toldStale(error, { before, act: 'route', again: (now) => void putBack(before, now, t) })) say(t.problems.unavailable)
  }
}
