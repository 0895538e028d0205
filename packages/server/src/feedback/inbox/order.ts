import type { FeedbackSort } from '@klankbord/shared/finding'
import { BADNESS } from '../../db/walks.ts'
import { badField } from '../../problem-error.ts'

/** A part of a list in an order of its own, walked along an index; the parts of a list come one after the other. */
export interface Part {
  /** The index in the order of `keys`. */
  index: string
  keys: readonly string[]
  isAscending: boolean
  /** What is in this part only; in the words of its index, which SQLite uses only then. */
  only: string | null
}

const newest = (only: string | null): Part => ({ index: 'feedback_items_new', keys: ['submitted_at', 'id'], isAscending: false, only })

const WAITS = 'item.reply_by is not null and item.replied_at is null'

/** The parts of a list: what has no such figure comes last, newest first, so that sorting hides nothing. */
export const partsOf: Record<FeedbackSort, readonly Part[]> = {
  new: [newest(null)],
  due: [
    { index: 'feedback_items_high', keys: ['reply_by', 'id'], isAscending: true, only: `item.priority = 'high' and ${WAITS}` },
    { index: 'feedback_items_due', keys: ['reply_by', 'id'], isAscending: true, only: `${WAITS} and item.priority is null` },
    newest('(item.reply_by is null or item.replied_at is not null)'),
  ],
  rating: [
    { index: 'feedback_items_badness', keys: [BADNESS, 'submitted_at', 'id'], isAscending: false, only: 'item.rating_value is not null' },
    newest('item.rating_value is null'),
  ],
  similar: [
    { index: 'feedback_items_similar', keys: ['similar_count', 'submitted_at', 'id'], isAscending: false, only: 'item.similar_count > 0' },
    newest('coalesce(item.similar_count, 0) = 0'),
  ],
}

export type Key = string | number

/** Where a list goes on: in which part, after which keys. `arrivals` is a walk in the order in which items came, after a place in it. */
export interface Place {
  part: number | 'arrivals'
  keys: Key[]
}

export const writePlace = ({ part, keys }: Place): string => Buffer.from(JSON.stringify([part, ...keys])).toString('base64url')

const isKey = (key: unknown): key is Key => (typeof key === 'string' && !key.includes('\0')) || Number.isSafeInteger(key)

/** Refuses what this server did not make for a list in this order. */
export function readPlace(cursor: string, sort: FeedbackSort): Place {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(read) && read.every(isKey)) {
      const [part, ...keys] = read
      if (part === 'arrivals' && keys.length === 1 && typeof keys[0] === 'number') return { part, keys }
      const known = typeof part === 'number' ? partsOf[sort][part] : undefined
      const kinds = known?.keys.map((_, i) => (known.keys.length === 3 && i === 0 ? 'number' : 'string'))
      if (typeof part === 'number' && kinds?.length === keys.length && kinds.every((kind, i) => typeof keys[i] === kind)) return { part, keys }
    }
  } catch {
    // Falls through to the refusal: a cursor is ours or it is nothing.
  }
  throw badField('cursor', 'This is not a cursor of this list; take it from `next`, or leave it out')
}
