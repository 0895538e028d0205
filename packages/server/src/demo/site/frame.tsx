import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { styleSheetPath } from './css.ts'
import { Mark } from './drawings.tsx'

export interface Frame {
  title: string
  /** Where the visitor is. */
  path: '/demo' | '/demo/contact'
  siteKey: string
  children: ComponentChildren
}

/** A page of the sample company. It carries the widget as any company's page would: by the snippet. */
export const renderSite = (frame: Frame): string => `<!doctype html>${renderToString(<Page {...frame} />)}`

function Page({ title, path, siteKey, children }: Frame) {
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={styleSheetPath} />
        <link rel="icon" href="data:," />
        <script async src="/widget.js" data-site={siteKey} />
      </head>
      <body>
        <Header path={path} />
        <main>{children}</main>
        <Footer />
      </body>
    </html>
  )
}

const links = [
  ['Abonnement', '/demo#abonnement'],
  ['Werkplaatsen', '/demo#werkplaatsen'],
  ['Leden', '/demo#leden'],
  ['Contact', '/demo/contact'],
] as const

const Header = ({ path }: Pick<Frame, 'path'>) => (
  <header class="top">
    <a class="brand" href="/demo">
      <Mark />
      Noorderwiel
    </a>
    <nav aria-label="Hoofdmenu">
      {links.map(([name, href]) => (
        <a href={href} aria-current={href === path ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  </header>
)

const Footer = () => (
  <footer class="bottom">
    <div class="columns">
      <div>
        <p class="brand">
          <Mark />
          Noorderwiel
        </p>
        <p>
          Fietscoöperatie U.A.
          <br />
          4.100 leden, sinds 2014
        </p>
      </div>
      <div>
        <h2>Bezoek ons</h2>
        <p>
          Werkplaats Oosterpoort
          <br />
          Werkplaats Zernike
          <br />
          Monteur aan huis
        </p>
      </div>
      <div>
        <h2>Spreek ons</h2>
        <p>
          <a href="/demo/contact">Contact</a>
          <br />
          hallo@noorderwiel.example
          <br />
          maandag t/m vrijdag, 8 tot 17 uur
        </p>
      </div>
    </div>
    <p class="fine">Noorderwiel bestaat niet: dit is de voorbeeldsite van de demo.</p>
  </footer>
)
