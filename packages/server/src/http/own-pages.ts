import { contract } from '@klankbord/shared/contract'
import type { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Env } from './context.ts'
import { pageHeaders } from './headers.ts'
import { renderHome } from './home-page.tsx'
import { styleSheet } from './pages-css.ts'
import { languageAsked } from './private-pages.ts'
import { renderReference } from './reference-page.tsx'

/** The pages that belong to no organisation, and the style sheet of all that the server writes. */
export function mountOwnPages(app: Hono<Env>) {
  let reference: string | undefined
  app.get('/', pageHeaders, (c) => {
    c.header('Vary', 'Accept-Language')
    return c.html(renderHome(languageAsked(c)))
  })
  app.get('/api/docs', pageHeaders, etag(), (c) => {
    reference ??= renderReference(contract)
    return c.html(reference)
  })
  app.get('/pages.css', pageHeaders, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Content-Type', 'text/css; charset=utf-8')
    return c.body(styleSheet(c.req.query('accent')))
  })
}
