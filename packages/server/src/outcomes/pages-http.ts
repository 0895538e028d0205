import { Id, line } from '@klankbord/shared/fields'
import type { Hono } from 'hono'
import * as z from 'zod'
import { readPublicPicture } from '../attachments/read-attachment.ts'
import type { Deps } from '../deps.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { publicPages } from '../http/private-pages.ts'
import { sendPicture } from '../http/send-picture.ts'
import { notFound } from '../problem-error.ts'
import { mailLanguageOf } from '../texts/mail/mail-texts.ts'
import { atomFeed, jsonFeed } from './feeds.ts'
import { publicAddress, renderPublicPage } from './public-page.tsx'
import { type Asked, type PublicPage, readPublic } from './read-public.ts'

/** What cannot be meant is not asked. */
const Query = z.object({
  site: z.string().max(64).optional().catch(undefined),
  goal: Id.optional().catch(undefined),
  q: line(0, 200).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
})

/** "What we did with your feedback" as a page and as feeds, for everyone. */
export function mountOutcomePages(app: Hono<Env>, deps: Deps) {
  // Each on its own path: what is put on `/` counts and words every request of the app.
  // First, since pages are counted with all that is below them, and one page may show a hundred pictures.
  const pictures = publicPages(deps)
  pictures.get('/:id', async (c) => {
    const id = Id.safeParse(c.req.param('id'))
    if (!id.success) throw notFound('picture')
    const picture = await readPublicPicture(deps, id.data)
    // The widget and readers of feeds show it on pages of others.
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return sendPicture(c, picture)
  })
  app.route('/outcomes/pictures', pictures)
  const html = publicPages(deps)
  html.get('/', async (c) => {
    const reader = /^[a-z]{2,3}\b[\w-]*/i.exec(c.req.header('Accept-Language')?.trim() ?? '')?.[0] ?? null
    const { asked, page } = await open(deps, c, reader)
    const language = reader ?? page.site?.locale ?? null
    c.header('Vary', 'Accept-Language')
    return c.html(renderPublicPage(deps, page, asked, language))
  })
  app.route('/outcomes', html)
  const json = publicPages(deps)
  json.get('/', async (c) => {
    const { asked, page } = await open(deps, c)
    c.header('Access-Control-Allow-Origin', '*')
    return c.body(JSON.stringify(jsonFeed(feedOf(deps, page, asked, '/outcomes.json'))), 200, {
      'Content-Type': 'application/feed+json; charset=utf-8',
    })
  })
  app.route('/outcomes.json', json)
  const atom = publicPages(deps)
  atom.get('/', async (c) => {
    const { asked, page } = await open(deps, c)
    c.header('Access-Control-Allow-Origin', '*')
    const feed = atomFeed(feedOf(deps, page, asked, '/outcomes.atom'), deps.clock().toISOString())
    return c.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
  })
  app.route('/outcomes.atom', atom)
}

/** In the language of who looks, where one is named; feeds are the same for everyone. */
async function open(deps: Deps, c: RequestContext, reader: string | null = null) {
  const asked = Query.parse(c.req.query())
  const page = await readPublic(deps, asked, reader)
  if (!page.publisher.isFound) c.header('X-Robots-Tag', 'noindex')
  c.header('Cache-Control', 'public, max-age=60')
  return { asked, page }
}

function feedOf({ config }: Deps, page: PublicPage, { site, goal }: Asked, path: string) {
  const of = (path: string) => `${config.publicUrl}${publicAddress(path, { site, goal })}`
  return { page, language: mailLanguageOf(page.site?.locale, page.publisher.locale), home: of('/outcomes'), self: of(path) }
}
