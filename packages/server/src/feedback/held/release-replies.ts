import { type Db, transact } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { requireAddressee, writeReply } from '../reply.ts'
import { findItem, touchItem } from '../store.ts'
import { deleteHeld, listDue, type StoredReply, setRefused } from './store.ts'

/** Sends every reply that can no longer be taken back. Any number of processes may ask at once: each reply is sent by one. */
export async function releaseReplies({ db, clock, log }: Deps): Promise<void> {
  for (const reply of await listDue(db, clock().toISOString())) {
    const scope = scopeOf(reply)
    // One that can't go out must not keep the others waiting.
    await transact(db, (db) => release(db, scope, reply, clock())).catch(async (error) => {
      if (!(error instanceof ProblemError)) return log.error({ replyId: reply.id, organisationId: reply.organisationId, err: error }, 'held reply')
      await setRefused(db, scope, reply.id, error.code)
    })
  }
}

async function release(db: Db, scope: Scope, reply: StoredReply, now: Date) {
  if (!(await deleteHeld(db, scope, reply))) return
  const item = await findItem(db, scope, reply.feedbackItemId)
  if (!item) throw notFound('feedback')
  requireAddressee(item)
  await touchItem(db, scope, item.id)
  await writeReply(db, scope, item, { id: reply.id, text: reply.text, asks: reply.asksAt !== null }, now)
}

/** Asks as who wrote it, so that the conversation and the history name them. */
function scopeOf({ organisationId, authorKind, authorId, author }: StoredReply): Scope {
  return { organisationId, who: { kind: authorKind === 'member' ? 'member' : 'api-key', id: authorId, name: author, role: 'member' } }
}
