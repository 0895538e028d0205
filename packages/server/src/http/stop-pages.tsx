import type { ComponentChildren } from 'preact'
import type { Language, texts } from '../texts/texts.ts'
import { renderPage, saying } from './page.tsx'

/** Whose mail a page is about. */
export interface MailedColleague {
  language: Language
  organisation: string
}

/** What the pages say on which a colleague stops a kind of mail, or has it sent again. */
type StopTexts = (typeof texts.nl.colleagues)['stopPulses']

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
