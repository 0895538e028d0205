import { existsSync, readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Env } from './context.ts'
import { readSessionCookie, type Where } from './session-cookie.ts'

/** As the build of the admin app writes it: for each page, in the order of its table, values of a `Link` header: its files in each language, and what it shows a member. */
const Ahead = z.array(z.object({ path: z.string(), links: z.record(z.string(), z.string()), data: z.string() }))

/** With a page goes the name of all that it needs, so that a browser asks for it at once and not when a script tells it to. */
export function nameAhead(app: Hono<Env>, config: Where, prefix: string, file: string) {
  if (!existsSync(file)) return
  const pages = Ahead.parse(JSON.parse(readFileSync(file, 'utf8')))
  const named = new WeakSet<Request>()
  for (const { path, links, data } of pages)
    app.get(prefix + path, async (c, next) => {
      // The first that fits holds, as in the app.
      if (!named.has(c.req.raw)) {
        named.add(c.req.raw)
        const files = links[languageOf(c.req.header('Accept-Language'), Object.keys(links))] ?? ''
        // What follows a question mark asks for something else; and who is not signed in would only be refused.
        const shows = data && !new URL(c.req.url).search && readSessionCookie(c, config) ? `, ${data}` : ''
        c.header('Link', files + shows)
        c.header('Vary', 'Accept-Language, Cookie')
      }
      await next()
    })
}

/** The first of these languages that the browser asks for, as the app chooses it; else English. */
function languageOf(asked = '', languages: readonly string[]): string {
  const wanted = asked.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase())
  return wanted.find((one) => languages.includes(one)) ?? 'en'
}
