import { hash } from 'node:crypto'
import { ProblemError } from '../problem-error.ts'
import type { Db } from './db.ts'
import { isDuplicate } from './failure.ts'
import type { IdempotencyKeyRow } from './idempotency-row.ts'
import { prepared } from './prepared.ts'

/** A request that may arrive more than once: where its key counts, the key, and all that makes it this request. */
export interface Attempt {
  place: string
  key: string
  request: unknown
}

const inFlight = new Set<string>()

/**
 * Lets `work` happen once for a key, and gives the same answer ever after. `run` opens the transaction in which both `work` and the key are kept.
 * Another request under the key is refused (`key-reused`), the same one while it is being worked on too (`key-in-use`).
 */
export async function once<Answer>(
  db: Db,
  attempt: Attempt,
  now: Date,
  run: (work: (db: Db) => Promise<Answer>) => Promise<Answer>,
  work: (db: Db) => Promise<Answer>,
): Promise<Answer> {
  const { place, key, request } = attempt
  const requestHash = hash('sha256', JSON.stringify(request), 'base64url')
  const flight = `${place} ${key}`
  if (inFlight.has(flight))
    throw new ProblemError('key-in-use', 'The same request is being worked on. Ask again in a second for its answer.', { retryAfter: 1 })
  inFlight.add(flight)
  try {
    return await run(async (db) => {
      const given = await kept<Answer>(db, attempt, requestHash)
      if (given !== undefined) return given
      const answer = await work(db)
      await keep(db, { place, key, requestHash, answer: JSON.stringify(answer), createdAt: now.toISOString() })
      return answer
    })
  } catch (error) {
    // Another process was first: its answer is the answer.
    const answer = isDuplicate(error) ? await kept<Answer>(db, attempt, requestHash) : undefined
    if (answer === undefined) throw error
    return answer
  } finally {
    inFlight.delete(flight)
  }
}

const find = prepared((db, { place, key }: Pick<IdempotencyKeyRow, 'place' | 'key'>) =>
  db.everywhere.selectFrom('idempotencyKeys').select(['requestHash', 'answer']).where('place', '=', place).where('key', '=', key),
)

const keep = prepared((db, { place, key, requestHash, answer, createdAt }: IdempotencyKeyRow) =>
  db.everywhere.insertInto('idempotencyKeys').values({ place, key, requestHash, answer, createdAt }),
)

async function kept<Answer>(db: Db, { place, key }: Attempt, requestHash: string): Promise<Answer | undefined> {
  const [row] = await find(db, { place, key })
  if (!row) return undefined
  if (row.requestHash !== requestHash)
    throw new ProblemError('key-reused', 'This Idempotency-Key was used for another request. Use a new key for each item; nothing was stored now.')
  return JSON.parse(row.answer)
}
