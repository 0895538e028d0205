import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Env } from '../http/context.ts'
import { mountDemo } from './http.ts'

const app = new Hono<Env>()
mountDemo(app, 'site_of_the_demo')

describe.each(['/demo', '/demo/contact'])('the sample site at %s', (path) => {
  test('carries the widget as any company’s page would, and a button of its own that opens it', async () => {
    const html = await (await app.request(path)).text()
    expect(html).toContain('<script async src="/widget.js" data-site="site_of_the_demo"></script>')
    expect(html).toContain('data-klankbord-open="complaint"')
  })

  test('needs nothing that a strict policy refuses, and nothing from elsewhere', async () => {
    const response = await app.request(path)
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'; style-src 'self'")
    const html = await response.text()
    expect(html).not.toMatch(/ style=|<style|<script>|https?:\/\//)
    const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
    const css = await app.request(sheet)
    expect(css.headers.get('Content-Type')).toContain('text/css')
    expect(await css.text()).not.toMatch(/url\(|@import/)
  })

  test('links only to pages and places that there are', async () => {
    const html = await (await app.request(path)).text()
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const target = new URL(href, `http://localhost${path}`)
      const response = await app.request(target.pathname)
      expect(response.status, href).toBe(200)
      if (target.hash) expect(await response.text(), href).toContain(`id="${target.hash.slice(1)}"`)
    }
  })
})
