import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
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

type Encoding = 'br' | 'gzip'
type Pack = (body: string) => Promise<Uint8Array>

const brotliPacked = promisify(brotliCompress)
const gzipPacked = promisify(gzip)

/** Ways of packing, the best first: at its second level Brotli takes a third of gzip's time, and makes it a tenth shorter. */
const packs: [Encoding, Pack][] = [
  ['br', (body) => brotliPacked(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ['gzip', (body) => gzipPacked(body, { level: 1 })],
]

const takes = (accepted: string, name: Encoding) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted)

/** In characters. A long list is a tenth as long when it is packed, and packing it takes less time than a phone needs to read the rest. */
const PACKED_FROM = 16_384

/** JSON that can be long, packed for who takes it so. The widget's is short. */
export async function answerPacked(c: RequestContext, body: string, status: ContentfulStatusCode, packed: Packed = {}): Promise<Response> {
  if (c.get('headers') || body.length < PACKED_FROM) return answer(c, body, status, 'application/json')
  c.header('Vary', 'Accept-Encoding', { append: true })
  const taken = c.req.header('Accept-Encoding') ?? ''
  const [encoding, pack] = packs.find(([name]) => takes(taken, name)) ?? []
  if (!encoding || !pack) return answer(c, body, status, 'application/json')
  packed[encoding] ??= pack(body)
  return c.body(new Uint8Array(await packed[encoding]), status, { 'Content-Type': 'application/json', 'Content-Encoding': encoding })
}

/** The same body in the ways in which it was packed so far. */
type Packed = Partial<Record<Encoding, Promise<Uint8Array>>>

interface Written {
  body: string
  tag: string
  packed: Packed
}

const written = new WeakMap<object, Written>()

/** As it is sent: what a verb keeps and gives again (`whileUnchanged`) is written and packed once. */
function writtenOf(output: object): Written {
  const before = written.get(output)
  if (before) return before
  const body = JSON.stringify(output)
  // Weak, since it is the same however the answer is packed.
  const now = { body, tag: `W/"${hash('sha1', body, 'base64url')}"`, packed: {} }
  written.set(output, now)
  return now
}

/** The answer with its fingerprint, or only that it is still the same. Somebody's own, so that no cache between us keeps it. */
export function answerIfChanged(c: RequestContext, output: object): Response | Promise<Response> {
  const { body, tag, packed } = writtenOf(output)
  setHeader(c, 'ETag', tag)
  setHeader(c, 'Cache-Control', 'private, no-cache')
  const known = c.req.header('If-None-Match')?.split(',') ?? []
  if (known.some((one) => `W/${one.trim().replace(/^W\//, '')}` === tag)) return answerNothing(c, 304)
  return answerPacked(c, body, 200, packed)
}

export function answerNothing(c: RequestContext, status: StatusCode): Response {
  const headers = c.get('headers')
  return headers ? new Response(null, { status, headers }) : c.body(null, status)
}
