import css from './button.css?inline'
import type { Options } from './options.ts'
import type { Fetch, Place } from './place.ts'
import { type Language, languages } from './texts/languages.ts'

/** Draws the button; everything else is fetched when the customer comes near it. */
export function launch(options: Options, fetch: Fetch): Place {
  const { inside, site, label = 'Feedback' } = options
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const button = document.createElement('button')
  let loading: unknown
  const load = () => {
    if (loading) return
    loading = begin(place).catch(() => {
      loading = 0
      place.calls = place.calls.filter(([name]) => name !== 'open')
      button.textContent = `${label} (offline ↻)`
    })
  }
  const place: Place = {
    options,
    fetch,
    host,
    root,
    button,
    calls: [],
    call(call) {
      const [name] = call
      place.calls.push(call)
      if (/open|identify/.test(name) || (/consent|forget/.test(name) && returning(site, 'draft'))) load()
      if (name === 'unmount') host.remove()
    },
  }
  button.part = 'button'
  button.textContent = label
  button.onclick = () => place.call(['open'])
  button.onpointerenter = button.onfocus = load
  root.adoptedStyleSheets = [look(options)]
  if (!inside && options.button !== 'none')
    root.append(button)
    // Beside the body: pages replace it, transform it and style what is in it.
  ;(inside ?? document.documentElement).append(host)
  if (inside) place.call(['open'])
  else if (!options.consent && returning(site)) load()
  return place
}

function look({ accent = '#0f6b5c', position = 'right', inside, font }: Options) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `${css}:host{--accent:var(--klankbord-accent,${accent})!important;${inside ? 'position:static' : `${position}:20px`}!important${font === 'page' ? ';font-family:inherit!important' : ''}}`,
  )
  return sheet
}

/** Fetches what it takes to type, all at once, and hands over. */
async function begin(place: Place) {
  const { origin, site, locale } = place.options
  const asked = fetch(`${origin}/widget/v1/sites/${site}`, { credentials: 'omit' }).catch(() => undefined)
  const tag = [locale, document.documentElement.lang, ...navigator.languages].find((tag) => languages.includes(tag?.slice(0, 2) as Language))
  const [form, own] = await Promise.all([place.fetch('form'), tag && place.fetch(`${tag.slice(0, 2) as Language}.form`)])
  await form.begin(place, asked, tag, own)
}

/** Only a customer who spoke before costs more than a button. */
function returning(site: string, more?: string) {
  try {
    return ['token', 'waiting', more].some((name) => localStorage[`klankbord:${site}:${name}`])
  } catch {}
}
