import { replyTemplateEndpoints } from '@klankbord/shared/reply-templates'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { listTemplates } from './store.ts'
import { changeTemplate, createTemplate, removeTemplate } from './write-template.ts'

export function mountReplyTemplates(app: Hono<Env>, deps: Deps) {
  serve(app, replyTemplateEndpoints.listReplyTemplates, async (_, { scope }) => ({ items: await listTemplates(deps.db, scope), next: null }))
  serve(app, replyTemplateEndpoints.createReplyTemplate, (input, { scope }) => createTemplate(deps, scope, input))
  serve(app, replyTemplateEndpoints.changeReplyTemplate, (input, { scope }) => changeTemplate(deps, scope, input))
  serve(app, replyTemplateEndpoints.removeReplyTemplate, (input, { scope }) => removeTemplate(deps, scope, input))
}
