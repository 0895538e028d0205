import type { Hono } from 'hono'
import type { Env } from '../http/context.ts'
import { pageHeaders } from '../http/headers.ts'
import { renderSiteContact } from './site/contact.tsx'
import { siteCss } from './site/css.ts'
import { renderSiteHome } from './site/home.tsx'

/** The sample company's site, which carries the widget. Only where the demo runs. */
export function mountDemo(app: Hono<Env>, siteKey: string) {
  app.get('/demo', pageHeaders, (c) => c.html(renderSiteHome(siteKey)))
  app.get('/demo/', (c) => c.redirect('/demo', 301))
  app.get('/demo/contact', pageHeaders, (c) => c.html(renderSiteContact(siteKey)))
  app.get('/demo/site.css', pageHeaders, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Content-Type', 'text/css; charset=utf-8')
    return c.body(siteCss)
  })
}
