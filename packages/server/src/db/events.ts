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

/** Adds to the append-only history from which timeline, audit and loop measures are read. */
export async function record(db: Db, scope: Scope, events: NewEvent[], now: Date) {
  for (const { type, feedbackItemId, aboutId, detail = {} } of events) {
    await insertEvent(db, scope, {
      id: newId(),
      feedbackItemId: feedbackItemId ?? null,
      aboutId: aboutId ?? null,
      type,
      actorKind: scope.who.kind,
      actorId: 'id' in scope.who ? scope.who.id : null,
      actorName: 'name' in scope.who ? scope.who.name : null,
      detail,
      createdAt: now.toISOString(),
    })
  }
}
