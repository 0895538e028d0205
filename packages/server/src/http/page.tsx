import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type MailLanguage, type MailTexts, mailTexts } from '../texts/mail/mail-texts.ts'
import { styleSheetPath } from './pages-css.ts'

export interface PageFrame {
  language: MailLanguage
  title: string
  /** Whose page it is; none for pages of the server itself. */
  organisation?: string
  /** `#0f6b5c` */
  accent?: string
  className?: string
  /** What the page's main part is called, where it is shown inside another page. */
  label?: string
  children: ComponentChildren
}

/** A whole page as HTML. It needs no script and takes nothing from elsewhere. */
export const renderPage = (frame: PageFrame): string => `<!doctype html>${renderToString(<Page {...frame} />)}`

function Page({ language, title, organisation, accent = '#0f6b5c', className, label, children }: PageFrame) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{organisation ? `${title} · ${organisation}` : title}</title>
        <link rel="stylesheet" href={styleSheetPath(accent)} />
        <link rel="icon" href="data:," />
      </head>
      <body class={className}>
        {organisation && <header class="from">{organisation}</header>}
        <main aria-label={label}>{children}</main>
        <footer>
          <p>{mailTexts[language].informal.pages.made}</p>
        </footer>
      </body>
    </html>
  )
}

/** A page that says one thing: a title, a sentence or two, and what to do. */
export const saying = (title: string, said: string[], children?: ComponentChildren) => (
  <>
    <h1>{title}</h1>
    <div>
      {said.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {children}
    </div>
  </>
)

export type PageProblem = keyof MailTexts['pages']['problems']

/** What a person sees instead of the page that they wanted. */
export function renderProblem(language: MailLanguage, code: string): string {
  const { problems } = mailTexts[language].informal.pages
  const known = Object.hasOwn(problems, code) ? (code as PageProblem) : 'internal'
  const { title, text } = problems[known]
  return renderPage({ language, title, children: saying(title, [text]) })
}
