import type { MergedItem } from '@klankbord/shared/feedback'
import type { Kind } from '@klankbord/shared/widget'
import { listAttachments } from '../../attachments/store.ts'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { reachOf } from '../inbox/reach.ts'
import { reactionOf } from '../reaction-of.ts'
import { ratingOf } from '../thread/read-thread.ts'
import { listMerged, listMessagesOf, mergedTimes } from './store.ts'

/** So many are read with the item that they were merged into. */
const MOST = 100

/** What was merged into an item, for members: each customer's words, pictures and conversation apart. */
export async function readMerged(db: Db, scope: Scope, itemId: string): Promise<{ merged: MergedItem[]; mergedTotal: number }> {
  const { total, rows } = await listMerged(db, scope, itemId, MOST)
  if (total === 0) return { merged: [], mergedTotal: 0 }
  const ids = rows.map(({ id }) => id)
  const messages = await listMessagesOf(db, scope, ids)
  const times = await mergedTimes(db, scope, ids)
  const merged: MergedItem[] = []
  for (const row of rows)
    merged.push({
      id: row.id,
      kind: row.kind as Kind,
      message: row.message,
      submittedAt: row.submittedAt,
      mergedAt: times.get(row.id) ?? null,
      customer: { name: row.customerName, email: row.customerEmail },
      locale: row.locale,
      rating: ratingOf(row),
      reach: reachOf(row),
      reaction: reactionOf(row),
      attachments: await listAttachments(db, scope, row.id),
      messages: messages
        .filter(({ feedbackItemId }) => feedbackItemId === row.id)
        .map(({ id, kind, author, text, createdAt }) => ({ id, by: kind === 'customer' ? 'customer' : 'team', author, text, at: createdAt })),
    })
  return { merged, mergedTotal: total }
}
