import { Hono } from 'hono'
import type { Scope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'
import type { Env } from '../src/http/context.ts'
import { asProblem, problemResponse } from '../src/http/problem-response.ts'

interface Answer {
  status: number
  // A test reads the body of whichever endpoint it called.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
}

/** Calls the endpoints of one noun as whoever `scope` says, without signing in. A body that is text is sent as it is. */
export function askingAs(deps: Deps, mount: (app: Hono<Env>, deps: Deps) => void, scope: Scope) {
  const app = new Hono<Env>()
  app.onError((error, c) => problemResponse(c, asProblem(error, deps.log, 'test')))
  app.use(async (c, next) => {
    c.set('scope', scope)
    c.set('deps', deps)
    await next()
  })
  mount(app, deps)
  return async (method: string, path: string, body?: unknown, type = 'application/json', more: Record<string, string> = {}): Promise<Answer> => {
    const response = await app.request(path, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': type }), ...more },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      }),
    })
    const text = await response.text()
    const isJson = response.headers.get('Content-Type')?.includes('json')
    return { status: response.status, body: text === '' ? undefined : isJson ? JSON.parse(text) : text }
  }
}
