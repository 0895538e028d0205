import type { Reaction } from '@klankbord/shared/reaction'
import type { Helped, ReactionReason } from '@klankbord/shared/widget'
import type { StoredItem } from './store.ts'

/** What a customer answered to "did this help?", if they did. */
export const reactionOf = ({
  helped,
  reactionReasons,
  reactionText,
  reactedAt,
}: Pick<StoredItem, 'helped' | 'reactionReasons' | 'reactionText' | 'reactedAt'>): Reaction | null =>
  helped && reactedAt
    ? { helped: helped as Helped, reasons: JSON.parse(reactionReasons ?? '[]') as ReactionReason[], text: reactionText, at: reactedAt }
    : null
