import { textOn } from './accent.ts'
import css from './button.css?inline'
import type { Options } from './options.ts'
import type { Configuration, Place } from './place.ts'
import { buttonTexts, type Language } from './texts/button.ts'
import type { Texts } from './texts/nl.ts'

/** How the rest is fetched: by address for the script, by the host's own bundler for npm. */
export interface Parts {
  core(): Promise<{ begin(place: Place, texts: Texts): void }>
  texts(language: Language): Promise<{ default: Texts }>
}

/** Draws the button, and fetches everything else when it is first needed. */
export function launch(options: Options, parts: Parts): Place {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const button = document.createElement('button')
  button.part = 'button'
  let loading = false
  const load = () => {
    if (loading) return
    loading = true
    ready
      .then(() => Promise.all([parts.core(), parts.texts(place.language)]))
      .then(([core, texts]) => core.begin(place, texts.default))
      .catch(() => {
        loading = false
        place.calls = place.calls.filter(([name]) => name !== 'open')
        button.textContent = buttonTexts[place.language][1]
      })
  }
  const place: Place = {
    options,
    host,
    root,
    button,
    configuration: undefined,
    language: 'en',
    locale: '',
    calls: [],
    call(call) {
      this.calls.push(call)
      if (call[0] === 'open') load()
      if (call[0] === 'unmount') host.remove()
    },
  }
  button.onclick = () => place.call(['open'])
  button.onpointerenter = button.onfocus = button.ontouchstart = load
  const ready = configure(options).then((configuration) => {
    draw(place, configuration)
    if (returning(options.site)) load()
  })
  ready.catch((reason) => {
    // biome-ignore lint/suspicious/noConsole: the developer of the host page has no other place to read this
    console.warn(
      `Klankbord: site ${options.site} refused ${location.origin} (${reason}). Check the key, and add this origin to the site's allowed origins.`,
    )
  })
  return place
}

async function configure({ origin, site }: Options): Promise<Configuration | undefined> {
  const answer = await fetch(`${origin}/widget/v1/sites/${site}`, { credentials: 'omit' })
  if (answer.ok) return answer.json()
  // A server in trouble is no reason to turn the customer away: what they say is kept until it can be sent.
  if (answer.status < 429) throw answer.status
}

function draw(place: Place, configuration?: Configuration) {
  const { options, host, root, button } = place
  const { inside } = options
  const { accent = '#0f6b5c', position } = { ...configuration?.look, ...options }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `${css}:host{--accent:${accent};--on-accent:${textOn(accent)};${inside ? 'position:static' : `${position === 'left' ? 'left' : 'right'}:20px`}!important}`,
  )
  root.adoptedStyleSheets = [sheet]
  place.locale =
    [options.locale, document.documentElement.lang, navigator.language, configuration?.locale].find((tag) => tag && tag.slice(0, 2) in buttonTexts) ??
    'en'
  place.language = place.locale.slice(0, 2) as Language
  place.configuration = configuration
  button.textContent = buttonTexts[place.language][0]
  if (place.calls.some(([name]) => name === 'unmount')) return
  if (inside) place.call(['open'])
  else if (options.button !== 'none') root.append(button)
  ;(inside ?? document.body ?? document.documentElement).append(host)
}

/** Only a customer who spoke before costs more than a button. */
function returning(site: string) {
  try {
    return localStorage[`klankbord:${site}:token`] || localStorage[`klankbord:${site}:waiting`]
  } catch {
    return false
  }
}
