import type { Engine } from './db.ts'

/** Opening an item again forgets its times. That it was is known at the item itself: who reads the times of a thousand need not look in the history of each. */
export const keepReopened = (engine: Engine): string[] => {
  const isReopened = `new.type = 'feedback.reopened'`
  const mark = 'update feedback_items set reopened_at = new.created_at where id = new.feedback_item_id and reopened_at is null;'
  if (engine === 'sqlite') return [`create trigger item_reopened after insert on events when ${isReopened} begin ${mark} end`]
  return [
    `create function keep_reopened() returns trigger language plpgsql as $reopened$ begin ${mark} return null; end $reopened$`,
    `create trigger item_reopened after insert on events for each row when (${isReopened}) execute function keep_reopened()`,
  ]
}

/** The same of what was opened again before. */
export const reopenedSoFar = `update feedback_items set reopened_at = (select min(created_at) from events where events.feedback_item_id = feedback_items.id and type = 'feedback.reopened')
  where id in (select feedback_item_id from events where type = 'feedback.reopened')`
