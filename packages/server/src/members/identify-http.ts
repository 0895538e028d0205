import type { MiddlewareHandler } from 'hono'
import { isUnavailable } from '../db/failure.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { readSessionCookie, setSessionCookie } from '../http/session-cookie.ts'
import { findApiKey, setUsed } from './key-store.ts'
import { findSession, prolongSession, SESSION_DAYS } from './session-store.ts'

const DAY_MS = 86_400_000

/**
 * Finds out who asks: the API key where a bearer token is sent, else the session of the cookie. A key or session that is wrong, over or revoked
 * is nobody's; endpoints that need somebody refuse nobody.
 */
export function identifyMember(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    // What an answer holds depends on who asks, so nobody may keep it for the next.
    c.header('Cache-Control', 'no-store')
    const bearer = /^Bearer (.*)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    c.set('scope', bearer === undefined ? await bySession(deps, c) : await byApiKey(deps, bearer))
    await next()
  }
}

async function byApiKey({ db, clock, log }: Deps, key: string): Promise<Scope | undefined> {
  const found = /^kb_[\w-]{43}$/.test(key) ? await findApiKey(db, key) : undefined
  if (!found) return undefined
  const { scope, lastUsedAt } = found
  const now = clock()
  const usedLately = lastUsedAt !== null && now.getTime() - Date.parse(lastUsedAt) < 60_000
  if (!usedLately && 'id' in scope.who) await setUsed(db, scope, scope.who.id, now).catch((error) => tolerate(error, log))
  return scope
}

async function bySession({ db, clock, config, log }: Deps, c: RequestContext): Promise<Scope | undefined> {
  const token = readSessionCookie(c, config)
  const now = clock()
  const found = token ? await findSession(db, token, now) : undefined
  if (!token || !found) return undefined
  const { scope, expiresAt } = found
  // Once a day is often enough to keep someone who comes back signed in.
  if (Date.parse(expiresAt) - now.getTime() < (SESSION_DAYS - 1) * DAY_MS) {
    const prolonged = await prolongSession(db, scope, token, now).catch((error) => tolerate(error, log))
    if (prolonged) setSessionCookie(c, config, { token, expiresAt: prolonged }, now)
  }
  return scope
}

/** A database that can be read but not written still answers who it knows. */
function tolerate(error: unknown, log: Deps['log']): undefined {
  if (!isUnavailable(error)) throw error
  log.warn({ err: error }, 'the last use of a session or key was not kept')
}
