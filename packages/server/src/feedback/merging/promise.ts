import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { findItem, updateItem } from '../store.ts'
import { findSoonestPromise } from './store.ts'

const NONE = ''

/**
 * An item keeps the soonest promise among its own and those of what was merged into it, as long as they are: without them it has its own again.
 * Within a transaction that holds it.
 */
export async function settlePromise(db: Db, scope: Scope, id: string) {
  const item = await findItem(db, scope, id)
  if (!item) return
  const own = item.replyByAlone === null ? item.replyBy : item.replyByAlone || null
  const theirs = await findSoonestPromise(db, scope, id)
  const isTheirs = theirs !== null && (own === null || theirs < own)
  const replyBy = isTheirs ? theirs : own
  const replyByAlone = isTheirs ? (own ?? NONE) : null
  if (replyBy === item.replyBy && replyByAlone === item.replyByAlone) return
  await updateItem(db, scope, item, { replyBy, replyByAlone })
}
