import css from './button.css?inline'
import type { Options } from './options.ts'
import type { Fetch, Parts, Place } from './place.ts'
import { type Language, spoken } from './texts/languages.ts'

/** Reading the storage makes a page wait for another process of the browser, and news can come when the page stands. */
const SETTLED_MS = 1000

/**
 * Draws the button; everything else is fetched when the customer comes near it.
 *
 * A browser compiles what is in brackets with the script. Without them it reads it over, and compiles it at its call, which is at once.
 */
export const launch = ((options, fetch) => {
  const { inside, site, label = 'Feedback', button: shown, consent, accent = '#0f6b5c', position = 'right', font } = options
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const button = document.createElement('button')
  const sheet = new CSSStyleSheet()
  let loading: unknown
  const load = () => {
    if (loading) return
    loading = begin(place).catch(() => {
      loading = 0
      place.calls = place.calls.filter((call) => call[0] !== 'open')
      button.textContent = `${label} (offline)`
    })
  }
  // Only a customer who spoke before, or was about to, costs more than a button.
  const look = () => {
    try {
      if (`${Object.keys(localStorage)}`.includes(`klankbord:${site}:`)) load()
    } catch {}
  }
  const call = (name: string, value?: unknown, more?: unknown) => {
    place.calls.push([name, value, more])
    if (/open|iden/.test(name)) load()
    if (/unm/.test(name)) host.remove()
    if (/consent|forget/.test(name)) look()
  }
  const place: Place = { options, fetch, host, root, button, calls: [], call }
  button.part = 'button'
  button.textContent = label
  button.onclick = () => place.call('open')
  // Mouse and touch, since the first pointer event of a page takes Chromium 0.1 to 1.8 ms to set up.
  button.onmouseenter = button.onfocus = button.ontouchstart = load
  sheet.replaceSync(
    `${css}:host{--accent:var(--klankbord-accent,${accent})!important;${inside ? 'position:static' : `${position}:20px`}!important${font === 'page' ? ';font-family:inherit!important' : ''}}`,
  )
  root.adoptedStyleSheets = [sheet]
  if (inside) {
    inside.append(host)
    place.call('open')
  } else {
    // Beside the body: pages replace it, transform it and style what is in it.
    document.documentElement.append(host)
    if (shown !== 'none') root.append(button)
    if (!consent) setTimeout(look, SETTLED_MS)
  }
  return place
}) satisfies (options: Options, fetch: Fetch) => Place

/** Fetches what it takes to type, all at once, and hands over. */
async function begin(place: Place) {
  const { origin, site, locale } = place.options
  const asked = fetch(`${origin}/widget/v1/sites/${site}`).catch(() => {}) as Promise<Response | undefined>
  const tag = [locale, document.documentElement.lang, ...navigator.languages].find((tag) => spoken.test(tag as string))
  const own = tag && place.fetch(`${tag.slice(0, 2) as Language}.form`)
  // Nothing has no `begin`: that it could not be had is found here.
  await ((await place.fetch('form')) as Parts['form']).begin(place, asked, tag, own)
}
