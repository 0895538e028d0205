import { configuration, items, outcome, receipt, thread } from './fixtures.ts'

/** What the server says to a path that begins so; the first that fits. Null breaks the connection, and `never` lets it wait. */
export type Says = { [path: string]: [status: number, body?: unknown] | null | 'never' }

const usual = (site: string): Says => ({
  [`POST /sites/${site}/feedback`]: [201, receipt],
  [`POST /sites/${site}/attachments`]: [201, { id: 'p1', type: 'image/png', width: 320, height: 240, size: 9_000 }],
  [`POST /sites/${site}/links`]: [200, {}],
  [`GET /sites/${site}/outcomes`]: [200, { items: [outcome, { ...outcome, id: 'o2', kind: 'not_doing', measure: null }], next: null }],
  [`GET /sites/${site}`]: [200, configuration],
  'GET /mine/feedback?': [200, { items: items(1), next: null }],
  'GET /mine/feedback/': [200, thread()],
  'GET /mine/feedback': [200, { items: items(1), next: null }],
  'GET /mine/export': [200, {}],
  'POST /mine/': [201, {}],
  'PUT /mine/': [200, {}],
  'DELETE /mine': [204],
})

/** Answers in place of the server. */
export function answer(site: string, says: Says): typeof fetch {
  const all = { ...usual(site), ...says }
  return async (input, { method = 'GET', signal } = {}) => {
    const asked = `${method} ${`${input}`.replace(/^.*\/widget\/v1/, '')}`
    const found = Object.entries(says).find(([path]) => asked.startsWith(path)) ?? Object.entries(all).find(([path]) => asked.startsWith(path))
    const said = found?.[1] ?? null
    if (said === 'never') return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    // No server answers before the page has gone on.
    await new Promise((resolve) => setTimeout(resolve, 10))
    if (!said) throw new TypeError('Failed to fetch')
    const [status, body] = said
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  }
}
