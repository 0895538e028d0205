import { letterEndpoints } from '@klankbord/shared/letters'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { changeAllLetters, changeTeamLetter, readLetters } from './choose-letters.ts'
import { previewLetter } from './letter-email.tsx'
import { changeMyMails, readMyMails } from './my-mails.ts'

export function mountLetters(app: Hono<Env>, deps: Deps) {
  serve(app, letterEndpoints.listLetters, (_, { scope }) => readLetters(deps, scope))
  serve(app, letterEndpoints.changeAllLetters, (input, { scope }) => changeAllLetters(deps, scope, input))
  serve(app, letterEndpoints.changeTeamLetter, (input, { scope }) => changeTeamLetter(deps, scope, input))
  serve(app, letterEndpoints.previewLetter, ({ teamId }, { scope }) => previewLetter(deps, scope, teamId))
  serve(app, letterEndpoints.previewLetterHtml, async ({ teamId }, { scope }) => (await previewLetter(deps, scope, teamId))?.html ?? '')
  serve(app, letterEndpoints.readMyMails, (_, { scope }) => readMyMails(deps, scope))
  serve(app, letterEndpoints.changeMyMails, (input, { scope }) => changeMyMails(deps, scope, input))
}
