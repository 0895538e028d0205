import type { Hono } from 'hono'
import { customerScope } from '../customers/confirm.ts'
import { readLink } from '../customers/mail-link.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { privatePages } from '../http/private-pages.ts'
import { renderAllPage } from './all-page.tsx'
import { listOfAddress } from './thread/store.ts'

/** The page of everything that somebody said, behind the link that was mailed to their address. It needs no script, and reading it changes nothing. */
export function mountAllPages(app: Hono<Env>, deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => {
    const customer = await readLink(deps, c.req.param('token'))
    return c.html(renderAllPage(deps, customer, await listOfAddress(deps.db, customerScope(customer), customer.email)))
  })
  app.route('/m', pages)
}
