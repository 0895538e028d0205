import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { privatePages, readForm } from '../http/private-pages.ts'
import { languageOf, texts } from '../texts/texts.ts'
import type { Colleague } from './mail-store.ts'
import { readStop, type StoppableMail, setMailed } from './stop-mails.ts'
import { askToStop, resumed, stopped } from './stop-pages.tsx'

/** Stopping mail to colleagues. A `GET` shows a button and changes nothing: mail scanners open every link. */
export function mountStopPages(app: Hono<Env>, deps: Deps, mails: readonly StoppableMail[]) {
  for (const mail of mails) app.route(mail.path, stopPages(deps, mail))
}

function stopPages(deps: Deps, mail: StoppableMail) {
  const about = ({ locale, organisationLocale, organisation }: Colleague) => {
    const language = languageOf(locale, organisationLocale)
    return [{ language, organisation }, mail.said(texts[language])] as const
  }
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => {
    const colleague = await readStop(deps, mail, c.req.param('token'))
    return c.html((colleague.stopped ? stopped : askToStop)(...about(colleague)))
  })
  pages.post('/:token', async (c) => {
    // A mail program posts List-Unsubscribe=One-Click; whatever does not ask for mail stops it.
    const wanted = (await readForm(c)).mail === 'again'
    const colleague = await setMailed(deps, mail, c.req.param('token'), wanted)
    return c.html((wanted ? resumed : stopped)(...about(colleague)))
  })
  return pages
}
