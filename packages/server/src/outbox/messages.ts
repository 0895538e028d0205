/** Every kind of message that a change can cause, with what its composer needs: ids only, so that it is written from what is true when it is sent. */
export interface Messages {
  /** The first and only mail to an address that its owner has not confirmed; also the receipt of the item it came with. */
  confirmation: {
    customerId: string
    feedbackItemId: string | null /** It goes out only while the customer still has this address. */
    addressHash: string
  }
  /** The receipt to a confirmed address. */
  receipt: { feedbackItemId: string }
  /** A colleague wrote to the customer. */
  'team-message': { messageId: string /** It asks something, and waits for the answer. */; asks?: boolean }
  /** A compliment reached a team, later than it was said. */
  'compliment-arrived': { feedbackItemId: string }
  /** The team goes on with another item in place of this one. */
  merged: { feedbackItemId: string }
  /** A promise got another date. */
  'promise-moved': { moveId: string }
  /** An outcome, to one customer, whatever the number of their items it answers. */
  'outcome-email': {
    outcomeId: string
    customerId: string
    /** The version that corrected it, where this is the mail about that. */
    correction?: number
  }
  /** An outcome as it reads now, to the colleague who wants to see it. */
  'outcome-test': { outcomeId: string; memberId: string; locale: string | null }
  /** Some weeks after an outcome that helped: is it still better? */
  'still-better': { outcomeId: string; customerId: string }
  /** The way to everything that somebody said, to their confirmed address. */
  link: { customerId: string; addressHash: string; locale: string | null; at: string }
  invitation: { invitationId: string }
  /** A rule that names a colleague took an item. */
  'rule-mail': { feedbackItemId: string; memberId: string }
  /** Asks a colleague the question of a round, through an invitation of which nothing else tells whose it is. */
  pulse: { memberId: string; invitationId: string }
  /** What a colleague was told in the app and had not read by then. */
  notifications: { memberId: string; mailedAt: string; daily: boolean }
  /** The week of a colleague's teams, from `since` until `until`. */
  letter: { memberId: string; since: string; until: string }
}

export type MessageKind = keyof Messages

/** Kinds that forget what they carried as soon as they have left or are given up, so that afterwards nothing tells who got which link. None of these can be sent again. */
export const forgetful: readonly MessageKind[] = ['pulse']

/** A message to one receiver, not yet queued. `id` names the effect, so that the same effect is queued once: `outcome-email:<outcome>:<customer>`. */
export interface NewDelivery<Kind extends MessageKind = MessageKind> {
  id: string
  kind: Kind
  payload: Messages[Kind]
  /** The id of what it is about: an outcome, a feedback item, an invitation. */
  aboutId: string
  customerId: string | null
  /** The e-mail address. */
  receiver: string
}
