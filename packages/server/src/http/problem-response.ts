import type { Problem, ProblemCode } from '@klankbord/shared/problem'
import type { Logger } from 'pino'
import { isUnavailable } from '../db/failure.ts'
import { ProblemError } from '../problem-error.ts'
import { answer, setHeader } from './answer.ts'
import type { RequestContext } from './context.ts'

const statuses = {
  'bad-input': [400, 'Some of this can’t be taken'],
  'key-missing': [400, 'An Idempotency-Key is needed'],
  unauthenticated: [401, 'Sign in first'],
  forbidden: [403, 'This is not yours to do'],
  'origin-not-allowed': [403, 'This page may not use the widget'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'This can’t be done here'],
  conflict: [409, 'This has changed in the meantime'],
  stale: [409, 'Somebody changed this meanwhile'],
  'key-in-use': [409, 'This request is being worked on'],
  'too-large': [413, 'Too large'],
  'unsupported-media-type': [415, 'This type of content is not taken'],
  incomplete: [422, 'A part is missing'],
  'key-reused': [422, 'This Idempotency-Key belongs to another request'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Not available right now'],
} as const satisfies Record<ProblemCode, readonly [number, string]>

export const statusOf = (code: ProblemCode) => statuses[code][0]
export const titleOf = (code: ProblemCode) => statuses[code][1]

/** The refusal as `application/problem+json`, with `Retry-After` where coming back makes sense. */
export function problemResponse(c: RequestContext, { code, message, fields, retryAfter }: ProblemError): Response {
  const [status, title] = statuses[code]
  const body: Problem = { type: `/api/docs#${code}`, title, status, detail: message, code, ...(fields && { errors: fields }) }
  setHeader(c, 'X-Request-Id', c.get('requestId'))
  if (retryAfter !== undefined) setHeader(c, 'Retry-After', String(retryAfter))
  return answer(c, JSON.stringify(body), status, 'application/problem+json')
}

/** Any error as a refusal; what is not a refusal of ours is a bug, logged with the request's id and answered without detail. */
export function asProblem(error: unknown, log: Logger, requestId: string): ProblemError {
  if (error instanceof ProblemError) return error
  if (isUnavailable(error)) {
    log.error({ requestId, err: error }, 'database unavailable')
    return new ProblemError('unavailable', 'The database can’t be written right now. Nothing was stored; try again in a moment.', { retryAfter: 2 })
  }
  log.error({ requestId, err: error }, 'bug')
  return new ProblemError('internal', `This is a fault of ours, not of yours. Nothing was changed. It is logged under request ${requestId}.`)
}
