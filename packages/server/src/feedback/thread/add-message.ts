import type { MineMessage } from '@klankbord/shared/feedback'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import { once } from '../../db/idempotency.ts'
import { newId } from '../../db/ids.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound } from '../../problem-error.ts'
import { findTop } from '../merging/store.ts'
import { resumePromise } from '../promise/pause.ts'
import { tellOwners } from '../promise/tell-owners.ts'
import { insertMessage, touchItem } from '../store.ts'
import { customerOf } from './read-thread.ts'
import { findThread } from './store.ts'

/** The customer adds to the conversation; the same key with the same words adds them once. */
export async function addMessage(deps: Deps, scope: Scope, key: string, { id, text }: { id: string; text: string }): Promise<MineMessage> {
  const { db, clock } = deps
  if (!(await findThread(db, scope, customerOf(scope), id))) throw notFound('feedback')
  const now = clock()
  const message = { id: newId(), feedbackItemId: id, kind: 'customer', memberId: null, author: null, text, createdAt: now.toISOString() }
  return once(
    db,
    { place: `item:${id}`, key, request: text },
    now,
    (work) => transact(db, work),
    async (db) => {
      await insertMessage(db, scope, message)
      await touchItem(db, scope, id)
      await record(db, scope, [{ type: 'feedback.message', feedbackItemId: id, detail: { messageId: message.id } }], now)
      await resumePromise(db, scope, id, now)
      await tellOwners(db, scope, { kind: 'message', feedbackItemId: id, about: `message:${message.id}` }, now)
      await tellTop(db, scope, id, now)
      return { id: message.id, by: 'customer' as const, author: null, text, at: message.createdAt }
    },
  )
}

/** The team looks at the item that it was merged into, so it is seen there that there is something new. */
async function tellTop(db: Db, scope: Scope, id: string, now: Date) {
  const topId = await findTop(db, scope, id)
  if (topId === id) return
  await touchItem(db, scope, topId)
  await record(db, scope, [{ type: 'feedback.joined-message', feedbackItemId: topId, detail: { item: id } }], now)
}
