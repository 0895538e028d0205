import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { privatePages, readForm } from '../http/private-pages.ts'
import { askToStop, resumed, stopped } from '../http/stop-pages.tsx'
import type { Colleague } from '../members/mail-store.ts'
import { languageOf, texts } from '../texts/texts.ts'
import { readStop, setMailed } from './stop-mails.ts'

/** Stopping the mails of notifications. A `GET` shows a button and changes nothing: mail scanners open every link. */
export function mountNotificationPages(app: Hono<Env>, deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => {
    const reader = await readStop(deps, c.req.param('token'))
    const { to, said } = about(reader)
    return c.html(reader.stopped ? stopped(to, said) : askToStop(to, said))
  })
  pages.post('/:token', async (c) => {
    // A mail program posts List-Unsubscribe=One-Click; whatever does not ask for mail stops it.
    const wanted = (await readForm(c)).mail === 'again'
    const { to, said } = about(await setMailed(deps, c.req.param('token'), wanted))
    return c.html(wanted ? resumed(to, said) : stopped(to, said))
  })
  app.route('/n/stop', pages)
}

function about({ locale, organisationLocale, organisation }: Colleague) {
  const language = languageOf(locale, organisationLocale)
  return { to: { language, organisation }, said: texts[language].notifications.stopped }
}
