import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { Scope } from '../db/scope.ts'

/** More than this at a time are not told one by one. */
export const MOST = 300

/** An id that is older than all of events made from then on: theirs begin with the time. */
const idFrom = (at: Date) => {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

const changes = prepared((db, { since, until, limit }: { since: string; until: string; limit: number }) =>
  db.everywhere
    .selectFrom('events')
    .select(['id', 'organisationId', 'feedbackItemId', 'actorKind', 'actorId', 'actorName'])
    .where('id', '>=', since)
    .where('id', '<', until)
    .where('feedbackItemId', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit),
)

/** What happened to items of every organisation since then, newest first; one more than `MOST` when there is more. Reads along the primary key. */
export const listChanges = (db: Db, since: Date) => changes(db, { since: idFrom(since), until: 'g', limit: MOST + 1 })

const presences = prepared((db, { since }: { since: string }) =>
  db.everywhere.selectFrom('presences').selectAll().where('seenAt', '>=', since).limit(5_000),
)

/** Who said since then that they look at something, or that they left. */
export const listPresences = (db: Db, since: string) => presences(db, { since })

const acts = prepared((db, { since }: { since: string }) =>
  db.everywhere.selectFrom('bulkActs').selectAll().where('updatedAt', '>=', since).orderBy('updatedAt').limit(100),
)

/** Acts on many items that got further since then. */
export const listMovedActs = (db: Db, since: string) => acts(db, { since })

interface Seen {
  feedbackItemId: string
  memberId: string
  name: string
  seenAt: string
  leftAt: string | null
}

/** Says that somebody looks at an item, or left it. Apart, since a thousand people say so all the time. */
export const putPresence = (db: Db, scope: Scope, seen: Seen) =>
  db.writeApart([
    db
      .within(scope)
      .insertInto('presences', seen)
      .onConflict((conflict) =>
        conflict.columns(['feedbackItemId', 'memberId']).doUpdateSet({ name: seen.name, seenAt: seen.seenAt, leftAt: seen.leftAt }),
      ),
  ])

/** Looks first, so that it takes a turn to write only when there is something to forget. */
export async function deletePresences({ everywhere }: Db, before: string) {
  const old = await everywhere.selectFrom('presences').select('seenAt').where('seenAt', '<', before).limit(1).executeTakeFirst()
  if (old) await everywhere.deleteFrom('presences').where('seenAt', '<', before).execute()
}

/** Whether there is such an item here. */
export const isHere = async (db: Db, scope: Scope, id: string) =>
  (await db.within(scope).selectFrom('feedbackItems').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
