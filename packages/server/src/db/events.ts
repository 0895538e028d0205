import type { Db } from './db.ts'
import { newId } from './ids.ts'
import { insertInto } from './prepared.ts'
import type { Scope } from './scope.ts'

export interface NewEvent {
  type: string
  feedbackItemId?: string
  /** The goal, initiative, team or measure whose history it is part of. */
  aboutId?: string
  /** Ids and names; never the words of a customer, so that erasing them leaves the history whole. */
  detail?: Record<string, unknown>
}

const insertEvent = insertInto('events', ['id', 'feedbackItemId', 'aboutId', 'type', 'actorKind', 'actorId', 'actorName', 'detail', 'createdAt'])

/** So many rows in one statement. */
const MANY = 500

/** Adds to the append-only history from which timeline, audit and loop measures are read. */
export async function record(db: Db, scope: Scope, events: NewEvent[], now: Date) {
  const rows = events.map((event) => rowOf(scope, event, now))
  if (rows.length < 10) {
    for (const row of rows) await insertEvent(db, scope, row)
    return
  }
  for (let from = 0; from < rows.length; from += MANY) {
    const some = rows.slice(from, from + MANY).map((row) => ({ ...row, detail: JSON.stringify(row.detail) }))
    await db.within(scope).insertInto('events', some).execute()
  }
}

const rowOf = ({ who }: Scope, { type, feedbackItemId, aboutId, detail = {} }: NewEvent, now: Date) => ({
  id: newId(),
  feedbackItemId: feedbackItemId ?? null,
  aboutId: aboutId ?? null,
  type,
  actorKind: who.kind,
  actorId: 'id' in who ? who.id : null,
  actorName: 'name' in who ? who.name : null,
  detail,
  createdAt: now.toISOString(),
})
