import type { Theme } from '@klankbord/shared/suggestions'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { theThread } from './learner.ts'
import { listPile } from './learning-store.ts'
import { listTaught } from './model-store.ts'
import { named } from './read-suggestion.ts'
import { standinsOf } from './taught-goals.ts'
import { standIn } from './thread/stand-in.ts'
import type { StoredCandidate } from './thread/tasks.ts'

const MOST = 2000
const EXAMPLES = 3

/** What waits to be routed in groups that seem to be about one thing, largest first. */
export async function listThemes({ db }: Deps, scope: Scope) {
  const pile = await listPile(db, scope, MOST)
  const groups = await theThread().ask('themes', { items: pile.map(({ id, message }) => ({ id, text: message })) })
  const goals = await listTaught(db, scope)
  const [byId, standins] = [new Map(goals.map((goal) => [goal.id, goal])), standinsOf(goals)]
  const items = new Map(pile.map((item) => [item.id, item]))
  const themes = groups.map(({ name, words, ids }): Theme => {
    const thought = ids.flatMap((id) => (JSON.parse(items.get(id)?.candidates ?? '[]') as StoredCandidate[]).slice(0, 1))
    const [candidate] = named(mostThought(standIn(thought, standins, Number.POSITIVE_INFINITY), ids.length), byId)
    return {
      name,
      size: ids.length,
      words,
      feedbackIds: ids,
      examples: ids.slice(0, EXAMPLES).map((id) => ({ id, message: items.get(id)?.message ?? '' })),
      candidate: candidate ?? null,
    }
  })
  const grouped = themes.reduce((sum, { size }) => sum + size, 0)
  return { items: themes, grouped, left: pile.length - grouped }
}

/** The goal that was thought of for most of them, as sure as it was on average; none where it wasn't for half. */
function mostThought(summed: readonly StoredCandidate[], size: number): StoredCandidate[] {
  const [first] = summed
  return first && first.confidence / size >= 0.4 ? [{ ...first, confidence: first.confidence / size }] : []
}
