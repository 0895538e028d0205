import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status'
import type { RequestContext } from './context.ts'

/*
 * The widget's API leaves the headers of its answers in a plain record: a `Headers` object costs more than the rest of a small answer.
 * Everything else goes through Hono's own.
 */

/** Sets a header of the answer that is to come; null takes it back. */
export function setHeader(c: RequestContext, name: string, value: string | null) {
  const headers = c.get('headers')
  if (!headers) c.header(name, value ?? undefined)
  else if (value === null) delete headers[name]
  else headers[name] = value
}

export function answer(c: RequestContext, body: string, status: ContentfulStatusCode, type: string): Response {
  const headers = c.get('headers')
  if (!headers) return c.body(body, status, { 'Content-Type': type })
  headers['Content-Type'] = type
  return new Response(body, { status, headers })
}

const packed = promisify(gzip)

/** In characters. A long list is a tenth as long when it is packed, and packing it takes less time than a phone needs to read the rest. */
const PACKED_FROM = 16_384

/** JSON that can be long, packed for who takes it so. The widget's is short. */
export async function answerPacked(c: RequestContext, body: string, status: ContentfulStatusCode): Promise<Response> {
  if (c.get('headers') || body.length < PACKED_FROM) return answer(c, body, status, 'application/json')
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return answer(c, body, status, 'application/json')
  const bytes = new Uint8Array(await packed(body, { level: 1 }))
  return c.body(bytes, status, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
}

export function answerNothing(c: RequestContext, status: StatusCode): Response {
  const headers = c.get('headers')
  return headers ? new Response(null, { status, headers }) : c.body(null, status)
}
