import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

const HASHED = /[-.][\w-]{8}\.\w+(\.map)?$/

/**
 * Files of a built package, compressed beforehand where the build did so. Those with a hash in their name never change and are kept for a year; the others are asked for again after `maxAge` seconds.
 */
export function staticFiles(root: string, { prefix, maxAge }: { prefix: string; maxAge: number }): MiddlewareHandler<Env> {
  return serveStatic<Env>({
    root,
    precompressed: true,
    rewriteRequestPath: (path) => path.slice(prefix.length),
    onFound: (path, c) =>
      c.header(
        'Cache-Control',
        HASHED.test(path.replace(/\.(br|gz|zst)$/, '')) ? 'public, max-age=31536000, immutable' : `public, max-age=${maxAge}, must-revalidate`,
      ),
  })
}
