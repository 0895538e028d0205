import { hash } from 'node:crypto'
import type { Endpoint } from '@klankbord/shared/endpoint'
import type { Scope } from '../db/scope.ts'
import { ProblemError } from '../problem-error.ts'

/** Long enough for a train in a tunnel and a person who then tries again. */
const KEPT_MS = 15 * 60_000
/** Of so many acts the answer is known; an answer can be a whole item. */
const MOST = 300

interface Given {
  requestHash: string
  output: Promise<unknown>
  until: number
}

const given = new Map<string, Given>()

/** Whether an act may carry a key, so that doing it again after a lost answer does nothing twice. Where a key is required, it is kept in the database. */
export const mayCarryKey = ({ access, method, idempotent, produces, mostBytes }: Endpoint): boolean =>
  !['public', 'site', 'customer'].includes(access) && method !== 'GET' && !idempotent && produces === 'json' && mostBytes === null

interface Act {
  endpoint: Endpoint
  scope: Scope
  key: string
  input: unknown
}

/**
 * Gives the answer of an act that was done before under the same key, or does it. Kept in this process and for a quarter of an hour: it is for whoever lost the connection before
 * the answer came. What was refused is tried anew.
 */
export async function answerAgain<Output>({ endpoint: { method, path }, scope, key, input }: Act, act: () => Promise<Output>): Promise<Output> {
  forgetOld()
  const { organisationId, who } = scope
  const place = [organisationId, who.kind, 'id' in who ? who.id : '', method, path, key].join(' ')
  const requestHash = hash('sha256', JSON.stringify(input), 'base64url')
  const before = given.get(place)
  if (before && before.requestHash !== requestHash)
    throw new ProblemError('key-reused', 'This Idempotency-Key was used for another request. Use a new one.')
  if (before) return before.output as Promise<Output>
  const output = act()
  given.set(place, { requestHash, output, until: performance.now() + KEPT_MS })
  try {
    return await output
  } catch (error) {
    given.delete(place)
    throw error
  }
}

/** The oldest stand first. */
function forgetOld() {
  for (const [place, { until }] of given) {
    if (until > performance.now() && given.size < MOST) return
    given.delete(place)
  }
}
