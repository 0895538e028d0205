import type { FeedbackItem } from '@klankbord/shared/feedback'
import { isProblem } from '../api.ts'
import { queryClient } from '../queries.ts'
import type { Texts } from '../texts/later-en.ts'
import { keptOf } from '../ui/kept.ts'
import { itemQuery } from './queries.ts'

/** An act that was refused since somebody else was first. */
export interface Conflict {
  /** As it was when the act was decided on. */
  before: FeedbackItem
  act: keyof Texts['item']['changed']['acts']
  /** Does it after all, on the item as it now is. */
  again: (version: number) => void
}

export const conflict = keptOf<Conflict | null>(null)

/** Lets the person choose where somebody else was first; false for a refusal of another kind. */
export function toldStale(error: unknown, about: Conflict): boolean {
  if (!isProblem(error, 'stale')) return false
  void queryClient.invalidateQueries({ queryKey: itemQuery(about.before.id).queryKey })
  conflict.change(() => about)
  return true
}
