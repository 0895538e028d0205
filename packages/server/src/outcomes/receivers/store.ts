import type { Receiver } from '@klankbord/shared/outcome-receivers'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'

export interface Wanted {
  channel?: string | undefined
  reason?: string | undefined
  delivery?: string | undefined
  language?: string | undefined
  did?: 'seen' | 'reacted' | undefined
}

export interface Told {
  id: string
  isPublished: boolean
  /** The one item of an answer that is not written yet. */
  feedbackId?: string
}

/** The items that an outcome answers: before publication also what was merged into them, which publication writes down among them. */
const items = ({ organisationId }: Scope, { id, isPublished, feedbackId }: Told) => {
  const own = feedbackId
    ? sql`select id, status from feedback_items where id = ${feedbackId} and organisation_id = ${organisationId}`
    : sql`select feedback_items.id, feedback_items.status from outcome_items inner join feedback_items on feedback_items.id = outcome_items.feedback_item_id
      where outcome_items.outcome_id = ${id} and outcome_items.organisation_id = ${organisationId}`
  if (isPublished) return sql`carried (id, status) as (${own})`
  return sql`carried (id, status) as (${own} and feedback_items.status <> 'merged'
    union select feedback_items.id, feedback_items.status from carried inner join feedback_items on feedback_items.merged_into_id = carried.id where carried.status <> 'spam')`
}

/**
 * Everybody that an outcome is for, with how it reaches them. The reasons are those by which `queueMails` leaves somebody out; afterwards what was queued says who was told,
 * and who confirms an address later was not.
 */
const receivers = (scope: Scope, told: Told) => sql`with recursive ${items(scope, told)},
  said as (select customer_id, min(feedback_items.id) as feedback_id, min(case when feedback_items.status = 'spam' then 1 else 0 end) as is_spam,
      min(case when feedback_items.status = 'spam' or feedback_items.muted_at is not null then 1 else 0 end) as is_muted,
      max(case when news = 0 and outcome_id = ${told.id} and erased_at is null and feedback_items.status <> 'spam' then 1 else 0 end) as seen, max(helped) as helped
    from carried inner join feedback_items on feedback_items.id = carried.id group by customer_id),
  person as (select customers.id, said.feedback_id, said.seen, said.helped, customers.name, customers.email,
      lower(substr(coalesce(customers.locale, organisations.locale), 1, 2)) as language, deliveries.state,
      case when deliveries.id is not null then null when customers.erased_at is not null then 'erased' when is_spam = 1 then 'spam' when customers.email is null then 'no-address'
        when customers.unsubscribed_at is not null or is_muted = 1 then 'unsubscribed' when customers.email_confirmed_at is null then 'unconfirmed'
        when customers.bounced_at is not null then 'bounced' end as reason
    from said inner join customers on customers.id = said.customer_id inner join organisations on organisations.id = customers.organisation_id
    left join deliveries on deliveries.id = ${`outcome-email:${told.id}:`} || customers.id and deliveries.organisation_id = ${scope.organisationId}),
  named as (select person.*, case when reason is null then email else id end as address from person),
  ranked as (select named.*, row_number() over (partition by address order by id) as nth, max(state) over (partition by address) as delivery,
      max(seen) over (partition by address) as has_seen, max(helped) over (partition by address) as answer from named),
  receiver as (select id, feedback_id, name, email, language, delivery, has_seen, answer,
      case when reason is null and delivery is null and ${told.isPublished ? sql`1 = 1` : sql`1 = 0`} then 'unconfirmed' else reason end as reason
    from ranked where nth = 1),
  told as (select receiver.*, case when reason is null then 'email' when reason in ('erased', 'spam') then 'none' else 'widget' end as channel from receiver)`

const conditions = ({ channel, reason, delivery, language, did }: Wanted) => [
  ...(channel ? [sql`channel = ${channel}`] : []),
  ...(reason ? [sql`reason = ${reason}`] : []),
  ...(delivery ? [sql`delivery = ${delivery}`] : []),
  ...(language ? [sql`language = ${language}`] : []),
  ...(did === 'seen' ? [sql`has_seen = 1`] : did === 'reacted' ? [sql`answer is not null`] : []),
]

type Row = Pick<Receiver, 'id' | 'feedbackId' | 'name' | 'email' | 'channel' | 'reason' | 'delivery'> & {
  language: string
  hasSeen: number
  answer: Receiver['helped']
}

const scan = <Result>(db: Db, query: RawBuilder<Result>): Promise<Result[]> => db.scan<Result>({ compile: () => query.compile(db.everywhere) })

/** A page of them; one row more than `limit` tells that there are more. */
export function listReceivers(db: Db, scope: Scope, told: Told, wanted: Wanted, { after, limit }: { after: string; limit: number }): Promise<Row[]> {
  const where = sql.join([sql`id > ${after}`, ...conditions(wanted)], sql` and `)
  return scan(db, sql<Row>`${receivers(scope, told)} select * from told where ${where} order by id limit ${sql.lit(limit + 1)}`)
}

/** How many there are of each. */
export const countReceivers = (db: Db, scope: Scope, told: Told) =>
  scan(
    db,
    sql<Pick<Row, 'channel' | 'reason' | 'delivery' | 'language'> & { people: number; seen: number; reacted: number }>`${receivers(scope, told)}
      select channel, reason, delivery, language, cast(count(*) as integer) as people, cast(sum(has_seen) as integer) as seen, cast(count(answer) as integer) as reacted
      from told group by channel, reason, delivery, language`,
  )
