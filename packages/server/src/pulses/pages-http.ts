import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { languageAsked, privatePages, readForm } from '../http/private-pages.ts'
import type { Language } from '../texts/texts.ts'
import { answerPulse, readQuestion } from './answer.ts'
import { askPulse, pulseAnswered, pulseOver } from './pages.tsx'

/** The question behind a link in a mail. A `GET` shows and changes nothing: mail scanners open every link. */
export function mountPulsePages(app: Hono<Env>, deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => {
    const question = await readQuestion(deps, c.req.param('token'))
    return c.html(question ? askPulse(deps, question, languageOfLink(c)) : pulseOver(languageOfLink(c)))
  })
  pages.post('/:token', async (c) => {
    const token = c.req.param('token')
    const question = await readQuestion(deps, token)
    const { answer = '' } = await readForm(c)
    const counted = question !== null && (await answerPulse(deps, token, /^\d{1,2}$/.test(answer) ? Number(answer) : -1))
    return c.html(counted ? pulseAnswered(question.organisation, languageOfLink(c)) : pulseOver(languageOfLink(c)))
  })
  app.route('/p', pages)
}

/** The invitation does not know whose it is, so its link says in which language the mail was. */
function languageOfLink(c: RequestContext): Language {
  const { lang } = c.req.query()
  return lang === 'nl' || lang === 'en' ? lang : languageAsked(c)
}
