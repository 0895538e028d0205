import { mount } from '../src/index.ts'
import type { Options } from '../src/options.ts'
import { type Language, languages } from '../src/texts/languages.ts'
import { Customer } from './customer.ts'
import { answer } from './server.ts'
import { SITE, type State, stateCalled } from './states.ts'

/** One state with one look, as the address names them. */
const { state: name = 'choose', lang = 'nl', dir = 'ltr', ...look } = Object.fromEntries(new URLSearchParams(location.search))
const html = document.documentElement
html.lang = lang
html.dir = dir
html.dataset.theme = look.theme

show(stateCalled(name)).then(
  () => {
    html.dataset.shown = 'yes'
  },
  (reason) => {
    html.dataset.shown = `${name}: ${reason}`
    document.body.append(html.dataset.shown)
  },
)

async function show(state: State | undefined) {
  if (!state) throw new Error('There is no such state')
  pretend(state)
  const widget = mount({ site: SITE, origin: location.origin, ...look } as Options)
  const root = html.lastElementChild?.shadowRoot as ShadowRoot
  const language = languages.find((known) => lang.startsWith(known)) ?? ('nl' as Language)
  const customer = new Customer(root, language)
  if (state.opening) widget.open(state.opening)
  await state.act?.(customer)
  await customer.find(state.shows)
}

/** Puts the state's own server, device and connection in the place of the real ones. */
function pretend({ says = {}, known, offline }: State) {
  window.fetch = answer(SITE, says)
  const kept: Storage = Object.create({
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => {
      kept[name] = value
    },
    removeItem: (name: string) => {
      delete kept[name]
    },
  })
  if (known) kept[`klankbord:${SITE}:token`] = '"token"'
  Object.defineProperty(window, 'localStorage', { value: kept })
  // All cells are of one site, and would wait for each other's turn.
  Object.defineProperty(navigator, 'locks', { value: undefined })
  if (offline) Object.defineProperty(navigator, 'onLine', { value: false })
  // Many cells want the focus at once; the page around them stays where it is.
  const focus = HTMLElement.prototype.focus
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true })
  }
}
