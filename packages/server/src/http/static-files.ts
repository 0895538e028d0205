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

/** As a file was sent, so that the next who asks for it waits for no disk. */
interface Kept {
  bytes: ArrayBuffer
  headers: Record<string, string>
}

const OWN_HEADERS = ['Content-Type', 'Content-Encoding', 'Vary', 'Cache-Control']
const ENCODINGS = ['br', 'zstd', 'gzip']

/**
 * Files of a built package, compressed beforehand where the build did so. Those with a hash in their name never change: they are kept for a year there, and in memory here, which is as
 * much as the build weighs.
 */
export function staticFiles(root: string, { prefix, maxAge, always }: Served): MiddlewareHandler<Env> {
  const serve = serveStatic<Env>({ root, precompressed: true, rewriteRequestPath: (path) => always ?? path.slice(prefix.length) })
  const kept = new Map<string, Kept>()
  return async (c, next) => {
    const path = always ?? c.req.path
    const forever = HASHED.test(path)
    const taken = c.req.header('Accept-Encoding') ?? ''
    const key = [path, ...ENCODINGS.filter((name) => taken.includes(name))].join(' ')
    const isWhole = forever && c.req.method === 'GET' && !c.req.header('Range')
    const known = isWhole ? kept.get(key) : undefined
    if (known) return c.body(known.bytes, 200, known.headers)
    const file = await serve(c, async () => void (await next()))
    if (!file) return
    // Only now: its own `onFound` comes when the answer has its headers already.
    file.headers.set('Cache-Control', forever ? 'public, max-age=31536000, immutable' : `public, max-age=${maxAge}, must-revalidate`)
    if (!isWhole || file.status !== 200) return file
    const bytes = await file.arrayBuffer()
    const headers = Object.fromEntries(OWN_HEADERS.flatMap((name) => (file.headers.has(name) ? [[name, file.headers.get(name) as string]] : [])))
    kept.set(key, { bytes, headers })
    return new Response(bytes, file)
  }
}
