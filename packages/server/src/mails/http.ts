import { mailEndpoints } from '@klankbord/shared/mails'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { createLimit } from '../http/limits.ts'
import { serve } from '../http/serve.ts'
import { changeLook, readLook, removeLogo, renewInboundUrl, setLogo } from './change-look.ts'
import { changeSigning, checkSigning, makeSigningKey, readSigning } from './change-signing.ts'
import { previewMail } from './preview-mail.ts'
import { listMails, readMail } from './read-mails.ts'
import { readMailSettings } from './read-settings.ts'
import { tryMail } from './try-mail.tsx'

export function mountMails(app: Hono<Env>, deps: Deps) {
  const trials = createLimit({ requests: 10, seconds: 600 }, deps.config)
  serve(app, mailEndpoints.readMailSettings, (_, { scope }) => readMailSettings(deps, scope))
  serve(app, mailEndpoints.tryMail, async (_, { scope }) => {
    await trials(scope.organisationId)
    return tryMail(deps, scope)
  })
  serve(app, mailEndpoints.readMailLook, (_, { scope }) => readLook(deps, scope))
  serve(app, mailEndpoints.changeMailLook, (change, { scope }) => changeLook(deps, scope, change))
  serve(app, mailEndpoints.putMailLogo, (_, { scope, bytes }) => setLogo(deps, scope, bytes))
  serve(app, mailEndpoints.removeMailLogo, (_, { scope }) => removeLogo(deps, scope))
  serve(app, mailEndpoints.previewMail, ({ language }, { scope }) => previewMail(deps, scope, language))
  serve(app, mailEndpoints.renewInboundUrl, (_, { scope }) => renewInboundUrl(deps, scope))
  serve(app, mailEndpoints.checkMailSigning, async ({ keyId }, { scope }) => {
    await trials(scope.organisationId)
    return { found: await checkSigning(deps, scope, keyId) }
  })
  serve(app, mailEndpoints.readMailSigning, (_, { scope }) => readSigning(deps, scope))
  serve(app, mailEndpoints.makeSigningKey, async (_, { scope }) => {
    await trials(scope.organisationId)
    return makeSigningKey(deps, scope)
  })
  serve(app, mailEndpoints.changeMailSigning, async (wanted, { scope }) => {
    await trials(scope.organisationId)
    return changeSigning(deps, scope, wanted)
  })
  serve(app, mailEndpoints.listMails, (query, { scope }) => listMails(deps, scope, query))
  serve(app, mailEndpoints.readMail, ({ id }, { scope }) => readMail(deps, scope, id))
  serve(app, mailEndpoints.readMailHtml, async ({ id }, { scope }) => (await readMail(deps, scope, id)).html)
}
