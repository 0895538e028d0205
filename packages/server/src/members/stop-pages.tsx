import type { ComponentChildren } from 'preact'
import { renderPage, saying } from '../http/page.tsx'
import type { Language } from '../texts/texts.ts'
import type { StopTexts } from './stop-mails.ts'

/** Whose mail a page is about. */
interface MailedColleague {
  language: Language
  organisation: string
}

const OneButton = ({ children, again = false }: { children: ComponentChildren; again?: boolean }) => (
  <form method="post">
    <button type="submit" {...(again && { name: 'mail', value: 'again', class: 'quiet' })}>
      {children}
    </button>
  </form>
)

const page = ({ language, organisation }: MailedColleague, title: string, said: string, children?: ComponentChildren) =>
  renderPage({ language, title, organisation, children: saying(title, [said], children) })

export const askToStop = (to: MailedColleague, { title, ask, stop }: StopTexts) =>
  page(to, title, ask(to.organisation), <OneButton>{stop}</OneButton>)

export const stopped = (to: MailedColleague, { doneTitle, done, again }: StopTexts) =>
  page(to, doneTitle, done(to.organisation), <OneButton again>{again}</OneButton>)

export const resumed = (to: MailedColleague, { resumedTitle, resumed }: StopTexts) => page(to, resumedTitle, resumed(to.organisation))
