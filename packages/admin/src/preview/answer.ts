import type { Configuration } from './shown.ts'

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const nothing = { items: [], next: null }

/** Answers the widget in place of the server. What is sent here goes nowhere. */
export async function answer(configuration: Configuration, method: string, address: string): Promise<Response> {
  const path = address.replace(/^.*\/widget\/v1/, '').replace(/\?.*/, '')
  if (method === 'GET') return json(200, /^\/sites\/[^/]+$/.test(path) ? configuration : nothing)
  if (path.endsWith('/attachments')) return json(201, { id: crypto.randomUUID(), type: 'image/webp', width: 1, height: 1, size: 1 })
  if (path.endsWith('/feedback'))
    return json(201, { id: 'preview', customerToken: 'preview', statusUrl: '#', status: 'received', goal: null, mail: 'none' })
  return json(200, {})
}
