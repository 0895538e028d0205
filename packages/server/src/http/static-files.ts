import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

const HASHED = /[-.][\w-]{8}\.\w+(\.map)?$/

interface Served {
  /** What of the request's path stands before the file's path under the root. */
  prefix: string
  /** Seconds for which a file without a hash in its name may be used without asking again. */
  maxAge: number
  /** Serve this file whatever the path: a page whose script reads the address itself. */
  always?: string
}

/** Files of a built package, compressed beforehand where the build did so. Those with a hash in their name never change and are kept for a year. */
export function staticFiles(root: string, { prefix, maxAge, always }: Served): MiddlewareHandler<Env> {
  const serve = serveStatic<Env>({ root, precompressed: true, rewriteRequestPath: (path) => always ?? path.slice(prefix.length) })
  return async (c, next) => {
    const file = await serve(c, async () => void (await next()))
    if (!file) return
    // Only now: its own `onFound` comes when the answer has its headers already.
    const forever = HASHED.test(always ?? c.req.path)
    file.headers.set('Cache-Control', forever ? 'public, max-age=31536000, immutable' : `public, max-age=${maxAge}, must-revalidate`)
    return file
  }
}
