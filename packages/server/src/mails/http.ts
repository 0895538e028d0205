import { mailEndpoints } from '@klankbord/shared/mails'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { listMails, readMail } from './read-mails.ts'

export function mountMails(app: Hono<Env>, deps: Deps) {
  serve(app, mailEndpoints.listMails, (query, { scope }) => listMails(deps, scope, query))
  serve(app, mailEndpoints.readMail, ({ id }, { scope }) => readMail(deps, scope, id))
  serve(app, mailEndpoints.readMailHtml, async ({ id }, { scope }) => (await readMail(deps, scope, id)).html)
}
