import type { Page } from '@klankbord/shared/page'
import { badField } from '../problem-error.ts'

/** Makes the opaque cursor of the row after which the next page starts. */
export const cursorAfter = (keys: (string | number)[]) => Buffer.from(JSON.stringify(keys)).toString('base64url')

/** The keys in a cursor; refuses what this server did not make for a list of this shape. */
export function readCursor(cursor: string, length: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string' && !key.includes('\0'))) return keys
  } catch {
    // Falls through to the refusal: a cursor is ours or it is nothing.
  }
  throw badField('cursor', 'This is not a cursor of this list; take it from `next`, or leave it out')
}

/** One page out of `limit + 1` rows that were read to see whether there are more. */
export function pageFrom<Row, Item>(rows: Row[], limit: number, keysOf: (row: Row) => string[], present: (row: Row) => Item): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), next: rows.length > limit && last ? cursorAfter(keysOf(last)) : null }
}
