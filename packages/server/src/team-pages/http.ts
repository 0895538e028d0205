import type { Hono } from 'hono'
import * as z from 'zod'
import { newId } from '../db/ids.ts'
import type { Deps } from '../deps.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { clientAddress, createLimit } from '../http/limits.ts'
import { languageAsked, privatePages, readForm } from '../http/private-pages.ts'
import { requireSameOrigin } from '../http/same-origin.ts'
import { ProblemError } from '../problem-error.ts'
import { renderGone } from '../stories/gone-page.tsx'
import { openLink } from '../stories/share.ts'
import { languageOf } from '../texts/texts.ts'
import { type Draft, readDraft } from './draft.ts'
import { renderPoster, renderQr } from './poster.tsx'
import { readTeamPage } from './read-team-page.ts'
import { takeIdea } from './take-idea.ts'
import { renderTeamPage, type Said } from './team-page.tsx'

const Done = z.enum(['proposed', 'added']).optional().catch(undefined)

/** Ideas that one address may send: a whole shift behind one connection, but no script. */
const BY_ADDRESS = { requests: 20, seconds: 600 }
/** Ideas that one link takes, whoever has it by now. */
const BY_LINK = { requests: 60, seconds: 3600 }

/** A team's page behind a link, for colleagues without an account, on a phone or a shared screen. It needs no script; the link is the authority. */
export function mountTeamPages(app: Hono<Env>, deps: Deps) {
  const limits = { address: createLimit(BY_ADDRESS, deps.config), link: createLimit(BY_LINK, deps.config) }
  const pages = privatePages(deps)
  pages.post('*', requireSameOrigin(deps.config))
  pages.get('/:token', (c) => show(deps, c, { done: Done.parse(c.req.query('done')) }))
  pages.get('/:token/qr.svg', async (c) => {
    if (!(await open(deps, c))) return gone(c)
    c.header('Content-Type', 'image/svg+xml; charset=utf-8')
    return c.body(renderQr(addressOf(deps, c)))
  })
  pages.get('/:token/poster', async (c) => {
    const opened = await open(deps, c)
    if (!opened) return gone(c)
    return c.html(renderPoster(opened.page, addressOf(deps, c)))
  })
  pages.post('/:token', async (c) => {
    const opened = await open(deps, c)
    if (!opened) return gone(c)
    const { page, link, scope } = opened
    const form = await readForm(c)
    const draft = readDraft(form, languageOf(page.house.locale))
    if (draft.wrong) return show(deps, c, { draft })
    // Only a script fills in what nobody sees; it is thanked like anyone.
    if (form.website) return c.redirect(doneAt(c, 'proposed'), 303)
    try {
      await limits.address(clientAddress(c, deps.config))
      await limits.link(link.id)
      const done = await takeIdea(deps, scope, { ...draft, linkId: link.id, teamId: page.team.id })
      return c.redirect(doneAt(c, done), 303)
    } catch (error) {
      return show(deps, c, { draft: { ...draft, wrong: wrongBy(error) } })
    }
  })
  app.route('/t', pages)
}

const gone = (c: RequestContext) => c.html(renderGone(languageAsked(c)), 404)
const addressOf = ({ config }: Deps, c: RequestContext) => `${config.publicUrl}/t/${c.req.param('token')}`
const doneAt = (c: RequestContext, done: 'proposed' | 'added') => `/t/${c.req.param('token')}?done=${done}#idea`

/** The page that a link opens; null when it opens nothing any more. */
async function open(deps: Deps, c: RequestContext) {
  const opened = await openLink(deps, 'team-page', c.req.param('token') ?? '')
  const page = opened?.link.teamId ? await readTeamPage(deps, opened.scope, opened.link.teamId) : null
  return opened && page ? { ...opened, page } : null
}

async function show(deps: Deps, c: RequestContext, said: Omit<Said, 'token' | 'formKey'>) {
  const opened = await open(deps, c)
  if (!opened) return gone(c)
  const status = !said.draft ? 200 : said.draft.wrong?.field === 'tooOften' ? 429 : 422
  return c.html(renderTeamPage(deps, opened.page, { ...said, token: c.req.param('token') ?? '', formKey: newId() }), status)
}

/** What was typed stays on the page for what the person can mend. */
function wrongBy(error: unknown): Draft['wrong'] {
  if (error instanceof ProblemError && error.code === 'too-many-requests') return { field: 'tooOften' }
  if (error instanceof ProblemError && error.code === 'conflict') return { field: 'changed' }
  throw error
}
