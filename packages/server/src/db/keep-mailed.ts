import type { Engine } from './db.ts'

/**
 * An outcome that was mailed is known at the item, whichever address of its customer it went to. The organisation is not for finding it: SQLite would look through all of its
 * items for each mail.
 */
export const keepMailed = (engine: Engine): string[] => {
  const mark = `update feedback_items set mailed_outcome_id = new.about_id where outcome_id = new.about_id and organisation_id || '' = new.organisation_id and customer_id in
    (select id from customers where organisation_id = new.organisation_id and email = new.receiver);`
  const isMailed = `new.kind = 'outcome-email' and new.state = 'sent'`
  if (engine === 'sqlite')
    return ['insert', 'update of state'].flatMap((change, i) => [
      `drop trigger if exists outcome_mailed_${i}`,
      `create trigger outcome_mailed_${i} after ${change} on deliveries when ${isMailed} begin ${mark} end`,
    ])
  return [
    `create or replace function keep_mailed() returns trigger language plpgsql as $mailed$ begin ${mark} return null; end $mailed$`,
    'drop trigger if exists outcome_mailed on deliveries',
    `create trigger outcome_mailed after insert or update of state on deliveries for each row when (${isMailed}) execute function keep_mailed()`,
  ]
}

/** The same of what was mailed before. */
export const mailedSoFar = `update feedback_items set mailed_outcome_id = outcome_id where outcome_id is not null and exists (select 1 from customers
  inner join deliveries on deliveries.organisation_id = customers.organisation_id and deliveries.receiver = customers.email
  where customers.id = feedback_items.customer_id and deliveries.about_id = feedback_items.outcome_id and deliveries.kind = 'outcome-email' and deliveries.state = 'sent')`
