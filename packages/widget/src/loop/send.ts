import type { Room } from '../form/room.ts'

const TIME_OUT = 12_000

/**
 * What became of a request. With `body` it succeeded. With `again` the same request may succeed after at least so many milliseconds.
 * With neither it never will. `status` is 0 when there was no connection.
 */
export interface Answer<Body> {
  status: number
  body?: Body
  again?: number
  /** The fields that the server found wrong. */
  fields?: string[]
  etag?: string | null
}

export interface Extra {
  token?: string | null
  body?: object | Blob
  /** Makes a retry the same request for the server. */
  key?: string
  headers?: Record<string, string>
}

/** Sends one request to the server of this room, with a time-out. Never throws. */
export async function send<Body>(
  { options }: Room,
  method: string,
  path: string,
  { token, body, key, headers: more }: Extra = {},
): Promise<Answer<Body>> {
  const headers: Record<string, string> = { ...more }
  const isFile = body instanceof Blob
  if (body) headers['content-type'] = isFile ? body.type : 'application/json'
  if (token) headers.authorization = `Bearer ${token}`
  if (key) headers['idempotency-key'] = key
  try {
    const response = await fetch(`${options.origin}/widget/v1${path}`, {
      method,
      headers,
      body: isFile ? body : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      // A picture takes its time on a slow line.
      signal: AbortSignal.timeout(isFile ? TIME_OUT * 5 : TIME_OUT),
    })
    const { status, ok } = response
    const told = (name: string) => response.headers.get(name)
    if (status >= 500 || status === 429 || status === 408) return { status, again: Number(told('retry-after')) * 1000 || 1 }
    if (ok) return { status, body: status === 204 ? ({} as Body) : await response.json(), etag: told('etag') }
    const problem: { code?: string; errors?: { path: string }[] } = await response.json().catch(() => ({}))
    return problem.code === 'key-in-use' ? { status, again: 1 } : { status, fields: problem.errors?.map(({ path }) => path) }
  } catch {
    // No answer, a broken one, or one that is not ours (the sign-in page of a hotel): the request may be repeated.
    return { status: navigator.onLine ? 503 : 0, again: 1 }
  }
}
