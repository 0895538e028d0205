import { storyEndpoints } from '@klankbord/shared/stories'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { languageAsked, privatePages } from '../http/private-pages.ts'
import { serve } from '../http/serve.ts'
import { renderGone } from './gone-page.tsx'
import { readStory } from './read-story.ts'
import { createShareLink, openLink, readShareLink, revokeShareLink } from './share.ts'
import { renderStory } from './story-page.tsx'

export function mountStories(app: Hono<Env>, deps: Deps) {
  serve(app, storyEndpoints.readStory, async (query, { scope }) => (await readStory(deps, scope, query)).story)
  serve(app, storyEndpoints.readStoryPage, async (query, { scope }) => renderStory(deps, await readStory(deps, scope, query)))
  serve(app, storyEndpoints.readShareLink, (query, { scope }) => readShareLink(deps, scope, query))
  serve(app, storyEndpoints.createShareLink, (input, { scope }) => createShareLink(deps, scope, input))
  serve(app, storyEndpoints.revokeShareLink, ({ id }, { scope }) => revokeShareLink(deps, scope, id))
}

/** A story behind a link, for who has no account. It needs no script, and reading it changes nothing. */
export function mountStoryPages(app: Hono<Env>, deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => {
    const opened = await openLink(deps, 'story', c.req.param('token'))
    if (!opened) return c.html(renderGone(languageAsked(c)), 404)
    const { link, scope } = opened
    return c.html(renderStory(deps, await readStory(deps, scope, { teamId: link.teamId ?? undefined })))
  })
  app.route('/s', pages)
}
