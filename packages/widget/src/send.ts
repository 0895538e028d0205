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
}

/** Sends one request, with a time-out. The key makes a retry the same request for the server. Never throws. */
export async function send<Body>(method: string, url: string, token: string | null, body?: object, key?: string): Promise<Answer<Body>> {
  const headers: Record<string, string> = {}
  if (body) headers['content-type'] = 'application/json'
  if (token) headers.authorization = `Bearer ${token}`
  if (key) headers['idempotency-key'] = key
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIME_OUT),
    })
    const { status, ok } = response
    if (status >= 500 || status === 429) return { status, again: Number(response.headers.get('retry-after')) * 1000 || 1 }
    if (ok) return { status, body: status === 204 ? ({} as Body) : await response.json() }
    const problem: { code?: string; errors?: { path: string }[] } = await response.json().catch(() => ({}))
    if (problem.code === 'key-in-use') return { status, again: 1 }
    return { status, fields: problem.errors?.map(({ path }) => path) }
  } catch {
    // No answer, a broken one, or one that is not ours (the sign-in page of a hotel): the request may be repeated.
    return { status: navigator.onLine ? 503 : 0, again: 1 }
  }
}
