import type { NotificationKind, PromiseStep } from '@klankbord/shared/notifications'
import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { addToUnread, insertNotifications } from './store.ts'

export interface Told {
  memberId: string
  kind: NotificationKind
  feedbackItemId: string
  /** The effect's own key: a member is told the same once. */
  about: string
  step?: PromiseStep
}

/** So many of one kind come one by one; more that come at once are told as one. */
const ONE_BY_ONE = 3

/** Tells colleagues things, in the transaction of the change that causes them. Nobody is told what they did themselves. */
export async function notify(db: Db, scope: Scope, told: Told[], now: Date) {
  const { who } = scope
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    if (who.kind === 'member' && who.id === one.memberId) continue
    const key = `${one.memberId} ${one.kind} ${one.step ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const rows = [...groups.values()].flatMap(joined)
  await insertNotifications(
    db,
    scope,
    rows.map((row) => ({ ...row, id: newId(), actorName: 'name' in who ? who.name : null, at: now.toISOString() })),
  )
}

/** The first of many stands for all: it is told once. */
function joined(group: Told[]) {
  const isMany = group.length > ONE_BY_ONE
  return group.slice(0, isMany ? 1 : group.length).map(({ feedbackItemId, step, ...one }) => ({
    ...one,
    feedbackItemId: isMany ? null : feedbackItemId,
    step: step ?? null,
    count: isMany ? group.length : 1,
  }))
}

/** Tells of `count` items more that wait: who has not read of the others yet reads of all of them in one. */
export async function notifyOfMore(db: Db, scope: Scope, memberIds: string[], { kind, count }: { kind: NotificationKind; count: number }, now: Date) {
  const at = now.toISOString()
  for (const memberId of memberIds) {
    if (await addToUnread(db, scope, { memberId, kind, count, at })) continue
    const row = { id: newId(), memberId, kind, feedbackItemId: null, about: `${kind}:${at}`, count, actorName: null, step: null, at }
    await insertNotifications(db, scope, [row])
  }
}
