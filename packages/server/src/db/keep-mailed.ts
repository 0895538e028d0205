import type { Engine } from './db.ts'

/**
 * An outcome that was mailed is known at the item, whichever address of its customer it went to. The organisation is not for finding it: SQLite would look through all of its
 * items for each mail.
 */
export const keepMailed = (engine: Engine): string[] => {
  const mark = `update feedback_items set mailed_outcome_id = new.about_id where outcome_id = new.about_id and organisation_id || '' = new.organisation_id and customer_id in
    (select id from customers where organisation_id = new.organisation_id and email = new.receiver);`
  const isMailed = (row: string) => `${row}.kind = 'outcome-email' and ${row}.state = 'sent'`
  if (engine === 'sqlite')
    return ['insert', 'update of state'].flatMap((change, i) => [
      `drop trigger if exists outcome_mailed_${i}`,
      `create trigger outcome_mailed_${i} after ${change} on deliveries when ${isMailed('new')} begin ${mark} end`,
    ])
  return [
    `create or replace function keep_mailed() returns trigger language plpgsql as $mailed$ begin ${mark} return null; end $mailed$`,
    'drop trigger if exists outcome_mailed on deliveries',
    `create trigger outcome_mailed after insert on deliveries for each row when (${isMailed('new')}) execute function keep_mailed()`,
    // A change of an item is counted once for each statement that makes one: all that was sent together is marked in one. Only after an update: a hundred thousand are
    // queued in a few inserts, whose rows would all be gathered for it.
    `create or replace function keep_all_mailed() returns trigger language plpgsql as $mailed$ begin
      if exists (select 1 from new_rows as mail where ${isMailed('mail')}) then
        update feedback_items set mailed_outcome_id = mail.about_id from new_rows as mail
          inner join customers on customers.organisation_id = mail.organisation_id and customers.email = mail.receiver
          where ${isMailed('mail')} and feedback_items.customer_id = customers.id and feedback_items.outcome_id = mail.about_id
            and feedback_items.organisation_id = mail.organisation_id and feedback_items.mailed_outcome_id is distinct from mail.about_id;
      end if; return null; end $mailed$`,
    'drop trigger if exists outcome_mailed_together on deliveries',
    'create trigger outcome_mailed_together after update on deliveries referencing new table as new_rows for each statement execute function keep_all_mailed()',
  ]
}

/** The same of what was mailed before. */
export const mailedSoFar = `update feedback_items set mailed_outcome_id = outcome_id where outcome_id is not null and exists (select 1 from customers
  inner join deliveries on deliveries.organisation_id = customers.organisation_id and deliveries.receiver = customers.email
  where customers.id = feedback_items.customer_id and deliveries.about_id = feedback_items.outcome_id and deliveries.kind = 'outcome-email' and deliveries.state = 'sent')`
