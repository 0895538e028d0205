import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'
import { ProblemError } from '../problem-error.ts'
import type { Env, RequestContext } from './context.ts'

/**
 * The address of who asks. Only what the operator's own proxies added to X-Forwarded-For counts, from the right; with none in front the header is a stranger's word.
 */
export function clientAddress(c: RequestContext, { trustProxy }: Config): string {
  const connected = c.env && Object.hasOwn(c.env, 'incoming') ? (getConnInfo(c).remote.address ?? '') : ''
  if (trustProxy === 0) return connected
  const hops = [...(c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim()), connected].filter(Boolean)
  return hops[Math.max(0, hops.length - 1 - trustProxy)] ?? connected
}

export interface Limit {
  /** Requests that may come within `seconds`. */
  requests: number
  seconds: number
}

/** Counts uses of a key and refuses the one too many; `giveBack` takes one use off again. `RATE_LIMIT=off` counts nothing. */
export function createLimit({ requests, seconds }: Limit, { rateLimit }: Pick<Config, 'rateLimit'>) {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds })
  const use = async (key: string) => {
    if (!rateLimit) return
    const left: { msBeforeNext: number } | null = await limiter.consume(key).then(
      () => null,
      (refused) => refused,
    )
    if (!left) return
    const retryAfter = Math.max(1, Math.ceil(left.msBeforeNext / 1000))
    throw new ProblemError('too-many-requests', `That was a lot in a short time. Try again in ${retryAfter} seconds; nothing was changed.`, {
      retryAfter,
    })
  }
  const giveBack = async (key: string) => {
    if (rateLimit) await limiter.reward(key, 1)
  }
  return Object.assign(use, { giveBack })
}

/** Limits the requests of one address. */
export function limitByAddress(limit: Limit, config: Config): MiddlewareHandler<Env> {
  const use = createLimit(limit, config)
  return async (c, next) => {
    await use(clientAddress(c, config))
    await next()
  }
}

/** Lets so many requests be in hand at a time, and tells the one too many so. */
export function limitAtOnce(most: number, refusal: string): MiddlewareHandler<Env> {
  let inHand = 0
  return async (_, next) => {
    if (inHand >= most) throw new ProblemError('unavailable', refusal, { retryAfter: 5 })
    inHand++
    try {
      await next()
    } finally {
      inHand--
    }
  }
}

/**
 * Refuses a body above `kibibytes`, but on the paths of `except`, which have a limit of their own: by what it says of its length, else by counting it. Hono's own check looks at the body first, and that alone costs
 * more than the rest of a small request.
 */
export function limitBody(kibibytes: number, except: (path: string) => boolean = () => false): MiddlewareHandler<Env> {
  const tooLarge = () => {
    throw new ProblemError('too-large', `The request is larger than ${kibibytes} KiB. Send less at a time; nothing was stored.`)
  }
  const count = bodyLimit({ maxSize: kibibytes * 1024, onError: tooLarge })
  return (c, next) => {
    if (c.req.header('Transfer-Encoding') !== undefined) return except(c.req.path) ? next() : count(c, next)
    return Number(c.req.header('Content-Length') ?? 0) > kibibytes * 1024 && !except(c.req.path) ? tooLarge() : next()
  }
}
