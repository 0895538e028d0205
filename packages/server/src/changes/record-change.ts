import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'

interface Changed {
  /** Under this type the setting stands in the table of what can be undone. */
  type: string
  aboutId: string
  name?: string | undefined
  before: object
  after: object
  /** What else its undoing has to know. */
  more?: Record<string, unknown>
}

/** The fields that differ, as they were and as they became. */
export function differences(before: object, after: object): { from: Record<string, unknown>; to: Record<string, unknown> } {
  const [was, is] = [before, after] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>]
  const names = Object.keys(is).filter((name) => !isDeepStrictEqual(was[name], is[name]))
  const of = (values: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
  return { from: of(was), to: of(is) }
}

/** Writes into the history what a setting was and what it became, so that it can be undone. Where nothing became different nothing is written, and it gives false. */
export async function recordChange(db: Db, scope: Scope, { type, aboutId, name, before, after, more }: Changed, now: Date): Promise<boolean> {
  const { from, to } = differences(before, after)
  if (Object.keys(to).length === 0) return false
  await record(db, scope, [{ type, aboutId, detail: { ...(name !== undefined && { name }), from, to, ...more } }], now)
  return true
}
