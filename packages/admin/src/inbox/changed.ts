import type { FeedbackEvent, FeedbackItem } from '@klankbord/shared/feedback'
import { isProblem } from '../api.ts'
import { queryClient } from '../queries.ts'
import type { Texts } from '../texts/later-en.ts'
import { keptOf } from '../ui/kept.ts'
import { itemQuery } from './queries.ts'

/** An act that was refused since somebody else was first. */
export interface Conflict {
  /** As it was when the act was decided on, not as it is once it was refused. */
  before: FeedbackItem
  act: keyof Texts['item']['changed']['acts']
  /** Does it after all, on the item as it now is. */
  again: (version: number) => void
}

export const conflict = keptOf<Conflict | null>(null)

/** What a person is told of; some events are only for machines. */
export const isTold = ({ type }: FeedbackEvent) => !['feedback.held', 'feedback.taken-back'].includes(type)

/** What was told of an item after it was read. */
export const since = (before: readonly FeedbackEvent[], now: readonly FeedbackEvent[]) => now.slice(before.length).filter(isTold)

/** The version of an item by now, when nothing happened to it that a person is told of: a reply was only taken back. Null when something did, or nobody knows. */
export async function versionUntold({ id, timeline }: FeedbackItem): Promise<number | null> {
  const now = await queryClient.fetchQuery({ ...itemQuery(id), staleTime: 0 }).catch(() => null)
  return now && since(timeline, now.timeline).length === 0 && now.held.length === 0 ? now.version : null
}

/** Lets the person choose where somebody else was first; false for a refusal of another kind. */
export function toldStale(error: unknown, about: Conflict): boolean {
  if (!isProblem(error, 'stale')) return false
  void queryClient.invalidateQueries({ queryKey: itemQuery(about.before.id).queryKey })
  conflict.change(() => about)
  return true
}
