import { sql } from 'kysely'
import { mailable } from '../customers/store.ts'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { Scope } from '../db/scope.ts'
import type { MessageKind } from '../outbox/messages.ts'

/** When a compliment reached its team. In the words of its index. */
export const arrivedAt = sql<string>`coalesce(feedback_items.reached_at, feedback_items.submitted_at)`

/** Mails that say which team an item reached, when they are written while it has one. */
const SAYING: readonly MessageKind[] = ['receipt', 'confirmation', 'merged', 'compliment-arrived']

/** Notes of which of these are compliments that they reached a team now, and tells which. */
export async function setReached(db: Db, scope: Scope, ids: readonly string[], at: string): Promise<string[]> {
  const rows = await db
    .named(scope)
    .updateTable('feedbackItems')
    .set({ reachedAt: at })
    .where('id', 'in', idsIn(db.engine, ids))
    .where('kind', '=', 'compliment')
    .where('erasedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes what already waits to be sent about these items out of the hands of a worker that may have written it before they had a team: it is written anew. */
export const writeAnew = (db: Db, scope: Scope, ids: readonly string[]) =>
  db
    .named(scope)
    .updateTable('deliveries')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('aboutId', 'in', idsIn(db.engine, ids))
    .where('kind', 'in', SAYING)
    .where('state', '=', 'queued')
    .execute()

/** The compliments of a customer that reached a team after they were said, and still wait there, oldest first; also those that were merged. */
export const listReached = (db: Db, scope: Scope, customerId: string) =>
  db
    .named(scope)
    .selectFrom('feedbackItems')
    .select('id')
    .where('customerId', '=', customerId)
    .where('kind', '=', 'compliment')
    .where('reachedAt', 'is not', null)
    .where('status', 'in', ['routed', 'in_progress', 'merged'])
    .orderBy('submittedAt')
    .orderBy('id')
    .execute()

interface Sought {
  ids: readonly string[]
  /** The item that these were merged into. */
  top: string | null
  /** A kind of mail that does not count. */
  but?: MessageKind
}

/** A mail said so when it left after the item was first routed, or was about one that came with a team; one that waits will say it. */
const saidSo = ({ organisationId }: Scope, { top, but }: Sought) => sql<boolean>`exists (
  select 1 from deliveries where deliveries.about_id = feedback_items.id and deliveries.organisation_id = ${organisationId}
    and deliveries.kind in (${sql.join(SAYING.filter((kind) => kind !== but))}) and deliveries.state not in ('failed', 'bounced')
    and (deliveries.state = 'queued' or exists (
      select 1 from events where events.feedback_item_id in (feedback_items.id, ${top ?? ''}) and events.type = 'feedback.routed'
        and (events.created_at < deliveries.updated_at or events.created_at = feedback_items.submitted_at))))`

/** Of these items those of whom no mail said that they reached a team, or will say it, and whose customers can be told. */
export const listUntold = (db: Db, scope: Scope, sought: Sought) =>
  db
    .named(scope)
    .selectFrom('feedbackItems')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .select(['feedbackItems.id', 'feedbackItems.customerId', 'feedbackItems.version', 'customers.email'])
    .where('feedbackItems.id', 'in', idsIn(db.engine, sought.ids))
    .where('feedbackItems.mutedAt', 'is', null)
    .where(mailable)
    .where(({ not }) => not(saidSo(scope, sought)))
    .orderBy('feedbackItems.id')
    .execute()
