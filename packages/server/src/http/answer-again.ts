import { hash } from 'node:crypto'
import type { Endpoint } from '@klankbord/shared/endpoint'
import type { MiddlewareHandler } from 'hono'
import type { NamedActRow } from '../db/act-rows.ts'
import type { Db } from '../db/db.ts'
import { isDuplicate } from '../db/failure.ts'
import { findNamed, forgetName, forgetNamesBefore, keepAnswer } from '../db/named-acts.ts'
import type { NamedAct, Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'
import { seal, unseal } from '../seal.ts'
import type { Env } from './context.ts'

/** Long enough for whoever closes a laptop and opens it again tomorrow morning. */
const KEPT_MS = 24 * 60 * 60_000
const FORGET_EVERY_MS = 10 * 60_000
/** An answer that is not there by then was lost, with the process that did the act. */
const ANSWERED_WITHIN_MS = 10_000

/** Whether an act may carry a key, so that doing it again after a lost answer does nothing twice. Where a key is required, it is kept for ever. */
export const mayCarryKey = ({ access, method, idempotent, produces, mostBytes }: Endpoint): boolean =>
  !['public', 'site', 'customer'].includes(access) && method !== 'GET' && !idempotent && produces === 'json' && mostBytes === null

/** Lets acts be named below: `serve` keeps the names with these. */
export const keepsNames =
  (deps: Deps): MiddlewareHandler<Env> =>
  (c, next) => {
    c.set('deps', deps)
    return next()
  }

interface Act {
  endpoint: Endpoint
  scope: Scope
  key: string
  input: unknown
}

/** What happens in this process, until the database has the answer. */
const underWay = new Map<string, { requestHash: string; output: Promise<unknown> }>()

/**
 * Gives the answer of an act that was done before under the same key, or does it: for whoever lost the connection before the answer came, also when that was since the server started
 * anew. The name is kept in the transaction in which the act is done; the answer follows right after it, sealed with the key, which only who sent it has. What was refused is tried
 * anew.
 */
export async function answerAgain<Output>(
  deps: Deps,
  { endpoint: { method, path }, scope, key, input }: Act,
  act: (scope: Scope) => Promise<Output>,
): Promise<Output> {
  const { organisationId, who } = scope
  const id = fingerprint([organisationId, who.kind, 'id' in who ? who.id : '', method, path, key])
  const named: NamedAct = { id, requestHash: fingerprint([key, JSON.stringify(input)]), doneAt: deps.clock().toISOString(), isKept: false }
  const before = underWay.get(id)
  if (before) {
    requireSame(before, named)
    return before.output as Promise<Output>
  }
  const sealing = `${deps.config.secretKey} ${key}`
  const output = once(deps, { named, scope, sealing }, act)
  underWay.set(id, { requestHash: named.requestHash, output })
  output
    .then((answer) => keepAnswer(deps.db, scope, named, seal(sealing, id, JSON.stringify(answer ?? null))))
    .catch((error) => named.isKept && deps.log.warn({ err: error }, 'the answer of an act was not kept'))
    .finally(() => underWay.delete(id))
  return output
}

interface Once {
  named: NamedAct
  scope: Scope
  sealing: string
}

async function once<Output>(deps: Deps, { named, scope, sealing }: Once, act: (scope: Scope) => Promise<Output>): Promise<Output> {
  const { db } = deps
  const done = await findNamed(db, named.id)
  if (done) return givenBefore(deps, done, named, sealing)
  try {
    return await act({ ...scope, act: named })
  } catch (error) {
    // Another process was first: its answer is the answer.
    const other = isDuplicate(error) ? await findNamed(db, named.id) : undefined
    if (other) return givenBefore(deps, other, named, sealing)
    if (named.isKept) await forgetName(db, scope, named)
    throw error
  }
}

type Done = Pick<NamedActRow, 'requestHash' | 'answer' | 'doneAt'>

function givenBefore<Output>({ clock }: Deps, done: Done, named: NamedAct, sealing: string): Output {
  requireSame(done, named)
  const answer = done.answer === null ? null : unseal(sealing, named.id, done.answer)
  if (answer !== null) return JSON.parse(answer)
  if (clock().getTime() - Date.parse(done.doneAt) < ANSWERED_WITHIN_MS)
    throw new ProblemError('key-in-use', 'The same request is being worked on. Ask again in a second for its answer.', { retryAfter: 1 })
  throw new ProblemError('conflict', 'This was done before, and is not done again; what it led to can be read where it stands.')
}

function requireSame({ requestHash }: { requestHash: string }, named: NamedAct) {
  if (requestHash !== named.requestHash) throw new ProblemError('key-reused', 'This Idempotency-Key was used for another request. Use a new one.')
}

const fingerprint = (parts: readonly string[]) => hash('sha256', parts.join(' '), 'base64url')

const forgotten = new WeakMap<Db, number>()

/** Names are kept for a day. */
export async function forgetNames({ db, clock }: Deps): Promise<void> {
  const now = clock().getTime()
  if (Math.abs(now - (forgotten.get(db) ?? 0)) < FORGET_EVERY_MS) return
  forgotten.set(db, now)
  await forgetNamesBefore(db, new Date(now - KEPT_MS).toISOString())
}
