import { answer } from './answer.ts'
import './page.css'
import { READY, type Shown } from './shown.ts'

/* The page behind the preview: the widget as it was built, told what is being written in place of what is saved. The page's policy lets it reach no server. */

type Klankbord = (name: string, value: object) => void

let shown: Shown | undefined
let count = 0

window.fetch = async (input, { method = 'GET' } = {}) => {
  if (!shown) throw new TypeError('Nothing is shown yet')
  return answer(shown.configuration, method, String(input instanceof Request ? input.url : input))
}
keepFocusAway()

addEventListener('message', ({ data, source, origin }: MessageEvent<Shown>) => {
  if (source !== parent || origin !== location.origin) return
  shown = data
  document.documentElement.dataset.theme = data.theme
  document.documentElement.lang = data.language
  void show(data)
})
parent.postMessage(READY, location.origin)

/** Takes the widget that is there away, and puts a new one in its place: a widget reads what it is told of its site once. */
async function show({ configuration: { look }, step, language, theme }: Shown) {
  for (const node of [...document.documentElement.children]) if (node !== document.head && node !== document.body) node.remove()
  // Another name each time, since a page has one widget of each site.
  const site = `preview-${++count}`
  const options = {
    ...{ site, locale: language, consent: 'required', accent: look.accent, position: look.position, font: look.font },
    ...(look.theme === 'auto' && { theme }),
  }
  const klankbord = (window as { Klankbord?: Klankbord }).Klankbord
  if (klankbord) klankbord('init', options)
  else if (count === 1) await load(options)
  else return
  if (step === 'button') return
  const kind = step === 'choose' ? {} : { kind: step }
  ;(window as { Klankbord?: Klankbord }).Klankbord?.('open', { site, ...kind })
}

/** Loads the script that sites load, as they do. */
function load(options: Record<string, string>): Promise<void> {
  const script = document.createElement('script')
  Object.assign(script.dataset, options)
  return new Promise((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = reject
    script.src = '/widget.js'
    document.head.append(script)
  })
}

/** Whoever is typing beside the preview goes on typing there, although the widget that opens wants the focus. */
function keepFocusAway() {
  const focus = HTMLElement.prototype.focus
  HTMLElement.prototype.focus = function (options) {
    if (document.hasFocus()) focus.call(this, options)
  }
  for (const name of ['show', 'showModal'] as const) {
    const open = HTMLDialogElement.prototype[name]
    HTMLDialogElement.prototype[name] = function () {
      const away = !document.hasFocus()
      // What is inert is given no focus.
      this.inert = away
      open.call(this)
      this.inert = false
    }
  }
}
