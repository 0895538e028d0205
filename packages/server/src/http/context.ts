import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'

/** What earlier steps of a request leave for later ones. */
export interface Variables {
  requestId: string
  log: Logger
  /** Who asks; undefined until a session, a key, a token or a site's key has said so. */
  scope: Scope | undefined
  /** What the names of acts are kept with, where they may have one. */
  deps?: Deps
  /** The headers of the answer, where they are kept as a plain record. */
  headers?: Record<string, string>
}

export type Env = { Variables: Variables }
export type RequestContext = Context<Env>
