import { existsSync, readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Env } from './context.ts'

/** As the build of the admin app writes it: for each page, in the order of its table, the value of a `Link` header in each language. */
const Ahead = z.array(z.object({ path: z.string(), links: z.record(z.string(), z.string()) }))

/** With a page goes the name of each file that it needs, so that a browser asks for them at once and not when a script tells it to. */
export function nameAhead(app: Hono<Env>, prefix: string, file: string) {
  if (!existsSync(file)) return
  const pages = Ahead.parse(JSON.parse(readFileSync(file, 'utf8')))
  const named = new WeakSet<Request>()
  for (const { path, links } of pages)
    app.get(prefix + path, async (c, next) => {
      // The first that fits holds, as in the app.
      if (!named.has(c.req.raw)) {
        named.add(c.req.raw)
        c.header('Link', links[languageOf(c.req.header('Accept-Language'), Object.keys(links))])
        c.header('Vary', 'Accept-Language')
      }
      await next()
    })
}

/** The first of these languages that the browser asks for, as the app chooses it; else English. */
function languageOf(asked = '', languages: readonly string[]): string {
  const wanted = asked.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase())
  return wanted.find((one) => languages.includes(one)) ?? 'en'
}
