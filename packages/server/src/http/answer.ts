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

export function answerJson(c: RequestContext, value: unknown, status: ContentfulStatusCode, type = 'application/json'): Response {
  const body = JSON.stringify(value)
  const headers = c.get('headers')
  if (!headers) return c.body(body, status, { 'Content-Type': type })
  headers['Content-Type'] = type
  return new Response(body, { status, headers })
}

export function answerNothing(c: RequestContext, status: StatusCode): Response {
  const headers = c.get('headers')
  return headers ? new Response(null, { status, headers }) : c.body(null, status)
}
