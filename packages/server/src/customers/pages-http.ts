import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { privatePages, readForm } from '../http/private-pages.ts'
import { confirmAddress, customerScope, readConfirmation, type TellConfirmed } from './confirm.ts'
import { askToConfirm, askToUnsubscribe, confirmed, mailed, unsubscribed } from './pages.tsx'
import { readPreferences, setPreferences } from './preferences.ts'
import { preferencesPage } from './preferences-page.tsx'
import { findItemToShow } from './store.ts'
import { readUnsubscription, setMailed } from './unsubscribe.ts'

/** Confirming an address and stopping mail. A `GET` shows a button and changes nothing: mail scanners open every link. */
export function mountCustomersPages(app: Hono<Env>, deps: Deps, tell: TellConfirmed) {
  app.route('/confirm', confirmPages(deps, tell))
  app.route('/unsubscribe', unsubscribePages(deps))
  app.route('/preferences', preferencesPages(deps))
}

function preferencesPages(deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => c.html(preferencesPage(deps, await readPreferences(deps, c.req.param('token')), false)))
  pages.post('/:token', async (c) => c.html(preferencesPage(deps, await setPreferences(deps, c.req.param('token'), await readForm(c)), true)))
  return pages
}

function confirmPages(deps: Deps, tell: TellConfirmed) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => c.html(askToConfirm(deps, await readConfirmation(deps, c.req.param('token')))))
  pages.post('/:token', async (c) => {
    const customer = await confirmAddress(deps, c.req.param('token'), tell)
    const item = await findItemToShow(deps.db, customerScope(customer), customer.id)
    return c.html(confirmed(deps, customer, item))
  })
  return pages
}

function unsubscribePages(deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => {
    const customer = await readUnsubscription(deps, c.req.param('token'))
    return c.html(customer.unsubscribedAt ? unsubscribed(deps, customer) : askToUnsubscribe(deps, customer))
  })
  pages.post('/:token', async (c) => {
    // A mail program posts List-Unsubscribe=One-Click; whatever does not ask for mail stops it.
    const wanted = (await readForm(c)).mail === 'again'
    const customer = await setMailed(deps, c.req.param('token'), wanted)
    return c.html(wanted ? mailed(deps, customer) : unsubscribed(deps, customer))
  })
  return pages
}
