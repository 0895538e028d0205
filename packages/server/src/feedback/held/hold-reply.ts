import { type HeldReply, HOLD_SECONDS } from '@klankbord/shared/held-replies'
import { transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import { once } from '../../db/idempotency.ts'
import { newId } from '../../db/ids.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { requireAddressee } from '../reply.ts'
import { findItem, touchItem, updateItem } from '../store.ts'
import { requireVersion, stale } from '../version.ts'
import { deleteHeld, findHeld, insertHeld, isMessage, presentHeld } from './store.ts'

interface Reply {
  id: string
  text: string
  asks: boolean
  version?: number | undefined
}

/** Keeps a reply until it can no longer be taken back. It is on disk then, so that it goes out whatever happens to who wrote it. */
export function holdReply({ db, clock }: Deps, scope: Scope, key: string, { id, text, asks, version }: Reply): Promise<HeldReply> {
  const now = clock()
  const sendAt = new Date(now.getTime() + HOLD_SECONDS * 1000).toISOString()
  const { who } = scope
  const author = { authorKind: who.kind, authorId: 'id' in who ? who.id : '', author: 'name' in who ? who.name : '' }
  const reply = {
    ...author,
    id: newId(),
    feedbackItemId: id,
    text,
    asksAt: asks ? now.toISOString() : null,
    heldAt: now.toISOString(),
    sendAt,
    refused: null,
  }
  return once(
    db,
    { place: `item:${id}`, key: `hold:${key}`, request: { author: author.authorId, text, asks } },
    now,
    (work) => transact(db, work),
    async (db) => {
      const item = await findItem(db, scope, id)
      if (!item) throw notFound('feedback')
      await requireVersion(db, scope, item, version)
      requireAddressee(item)
      // Of two who answer at once the second must see that the first did.
      if (!(await updateItem(db, scope, item, {}))) throw await stale(db, scope, id)
      await insertHeld(db, scope, reply)
      await record(db, scope, [{ type: 'feedback.held', feedbackItemId: id, detail: { messageId: reply.id } }], now)
      return presentHeld(reply)
    },
  )
}

/** Takes a reply back while it is held. Only who wrote it does. */
export function takeBackReply({ db, clock }: Deps, scope: Scope, { id, replyId }: { id: string; replyId: string }): Promise<HeldReply> {
  return transact(db, async (db) => {
    if (!(await findItem(db, scope, id))) throw notFound('feedback')
    const named = { feedbackItemId: id, id: replyId }
    const held = await findHeld(db, scope, named)
    if (!held) throw (await isMessage(db, scope, named)) ? goneOut() : notFound('reply')
    if (!('id' in scope.who) || scope.who.id !== held.authorId)
      throw new ProblemError('forbidden', `${held.author} wrote this reply; only they can take it back.`)
    const taken = await deleteHeld(db, scope, named)
    if (!taken) throw goneOut()
    await touchItem(db, scope, id)
    await record(db, scope, [{ type: 'feedback.taken-back', feedbackItemId: id, detail: { messageId: replyId } }], clock())
    return presentHeld(taken)
  })
}

const goneOut = () => new ProblemError('conflict', 'This reply has gone out a moment ago. Write another if it was not meant to.')
