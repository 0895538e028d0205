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
  let loading: Promise<void> | undefined
  const load = () => {
    if (loading) return
    loading = begin(place).catch(() => {
      loading = undefined
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
    language: 'en',
    locale: '',
    calls: [],
    call(call) {
      this.calls.push(call)
      const [name] = call
      if (/^(open|identify)$/.test(name) || (/^(consent|forget)$/.test(name) && returning(site, 'draft'))) load()
      if (name === 'unmount') host.remove()
    },
  }
  button.part = 'button'
  button.textContent = label
  button.onclick = () => place.call(['open'])
  button.onpointerenter = button.onfocus = button.ontouchstart = load
  root.adoptedStyleSheets = [look(options)]
  if (!inside && options.button !== 'none')
    root.append(button)
    // Beside the body: pages replace it, transform it and style what is in it.
  ;(inside ?? document.documentElement).append(host)
  if (inside) place.call(['open'])
  else if (!options.consent && returning(site)) load()
  return place
}

function look({ accent = '#0f6b5c', position, inside, font }: Options) {
  const sheet = new CSSStyleSheet()
  const where = inside ? 'position:static' : `${position === 'left' ? position : 'right'}:20px`
  sheet.replaceSync(
    `${css}:host{--accent:var(--klankbord-accent,${accent})!important;${where}!important${font === 'page' ? ';font-family:inherit!important' : ''}}`,
  )
  return sheet
}

/** Fetches what it takes to type, all at once, and hands over. */
async function begin(place: Place) {
  const { options, fetch: get } = place
  const asked = fetch(`${options.origin}/widget/v1/sites/${options.site}`, { credentials: 'omit' })
  // Read by the form, which may come later than the failure.
  asked.catch(() => {})
  const locale = [options.locale, document.documentElement.lang, ...navigator.languages].find((tag) =>
    languages.includes(tag?.slice(0, 2) as Language),
  )
  if (locale) Object.assign(place, { locale, language: locale.slice(0, 2) })
  const [form, own] = await Promise.all([get.part('form'), locale ? get.texts(place.language, 'form') : undefined])
  await form.begin(place, asked, own?.default)
}

/** Only a customer who spoke before costs more than a button. */
function returning(site: string, ...more: string[]) {
  try {
    return ['token', 'waiting', ...more].some((name) => localStorage[`klankbord:${site}:${name}`])
  } catch {}
}
