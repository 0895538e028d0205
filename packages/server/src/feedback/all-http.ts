import type { Hono } from 'hono'
import { customerScope, type Reachable } from '../customers/confirm.ts'
import { readLink } from '../customers/mail-link.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { privatePages } from '../http/private-pages.ts'
import { renderAllPage } from './all-page.tsx'
import { followMerged } from './thread/carried.ts'
import { listOfAddress } from './thread/store.ts'

/** The page of everything that somebody said, behind the link that was mailed to their address. It needs no script, and reading it changes nothing. */
export function mountAllPages(app: Hono<Env>, deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => {
    const customer = await readLink(deps, c.req.param('token'))
    return c.html(renderAllPage(deps, customer, await listAll(deps, customer)))
  })
  app.route('/m', pages)
}

function listAll({ db }: Deps, customer: Reachable) {
  const scope = customerScope(customer)
  return listOfAddress(db, scope, customer.email).then((items) => followMerged(db, scope, items))
}
