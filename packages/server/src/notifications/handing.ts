import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Hands } from '../members/hand-over.ts'
import { findMention, giveMention, hasMention, listOpenMentions } from './held-store.ts'
import { namesOf } from './store.ts'

/** The longest name of an item. */
const NAMED = 80

async function give(db: Db, scope: Scope, id: string, { from, to }: { from: string; to: string }, now: Date): Promise<boolean> {
  const mention = await findMention(db, scope, id, from)
  // One note may name both.
  if (!mention?.feedbackItemId || (await hasMention(db, scope, to, mention.about))) return false
  await giveMention(db, scope, id, to, now.toISOString())
  const [fromName, toName] = await namesOf(db, scope, [from, to])
  await record(db, scope, [{ type: 'feedback.mention-passed', feedbackItemId: mention.feedbackItemId, detail: { from: fromName, to: toName } }], now)
  return true
}

/** Notes on open items that name somebody who has not said anything there since: another colleague is told of them instead. */
export const openMentions: Hands = {
  list: async (db, scope, memberId) =>
    (await listOpenMentions(db, scope, memberId)).map(({ message, ...held }) => ({ ...held, name: firstWords(message, NAMED) })),
  pass: async (db, scope, id, { from, to }, now) => ((await give(db, scope, id, { from, to }, now)) ? to : null),
  async takeBack(db, scope, id, { owner, holder }, now) {
    if (holder !== null) await give(db, scope, id, { from: holder, to: owner }, now)
  },
}
