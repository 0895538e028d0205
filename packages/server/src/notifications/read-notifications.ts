import type { Notification, NotificationChoice } from '@klankbord/shared/notifications'
import type { Page, PageQuery } from '@klankbord/shared/page'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { firstWords } from '../mail/plain-text.ts'
import { ProblemError } from '../problem-error.ts'
import { findChoice, upsertChoice } from './choice-store.ts'
import { countUnread, type KnownNotification, listNotifications, setRead } from './store.ts'

/** The longest that a notification quotes. */
const QUOTED = 160

/** Who is told things: a colleague with an account. */
const memberOf = ({ who }: Scope) => (who.kind === 'member' ? who.id : null)

/** What somebody was told, newest first. */
export async function readNotifications({ db }: Deps, scope: Scope, asked: PageQuery & { unread?: 'yes' | undefined }): Promise<Page<Notification>> {
  const memberId = memberOf(scope)
  if (memberId === null) return { items: [], next: null }
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor, 2)
  const rows = await listNotifications(db, scope, { memberId, unreadOnly: asked.unread === 'yes', after, limit: asked.limit })
  return pageFrom(rows, asked.limit, ({ at, id }) => [at, id], present)
}

/** What a customer erased is told of no more. */
export const present = ({ item, ...notification }: KnownNotification): Notification => ({
  ...notification,
  item: item && item.erasedAt === null ? { kind: item.kind, words: firstWords(item.message, QUOTED), goal: item.goal, replyBy: item.replyBy } : null,
})

export async function countMine({ db }: Deps, scope: Scope): Promise<{ unread: number }> {
  const memberId = memberOf(scope)
  return { unread: memberId === null ? 0 : await countUnread(db, scope, memberId) }
}

export async function markRead(deps: Deps, scope: Scope, { ids }: { ids?: string[] | undefined }): Promise<{ unread: number }> {
  const memberId = memberOf(scope)
  if (memberId !== null) await setRead(deps.db, scope, memberId, ids ?? null, deps.clock().toISOString())
  return countMine(deps, scope)
}

/** The member who asks: an API key gets no mail. */
function askingMember(scope: Scope): string {
  const memberId = memberOf(scope)
  if (memberId === null) throw new ProblemError('forbidden', 'Only a colleague who is signed in is told things by mail; an API key is not.')
  return memberId
}

export const readChoice = ({ db }: Deps, scope: Scope): Promise<NotificationChoice> => findChoice(db, scope, askingMember(scope))

export async function changeChoice({ db }: Deps, scope: Scope, choice: NotificationChoice): Promise<NotificationChoice> {
  await upsertChoice(db, scope, askingMember(scope), choice)
  return choice
}
