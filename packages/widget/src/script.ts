import { launch } from './loader.ts'
import type { Options } from './options.ts'
import type { Call, Fetch, Place } from './place.ts'

type Api = ((...call: Call) => void) & { q?: Iterable<unknown>[]; on?: 1 }

const page = window as unknown as { Klankbord?: Api }
const early = page.Klankbord
const { src, dataset } = document.currentScript as HTMLScriptElement
const origin = src.replace(/\/(widget\/assets\/)?widget[^/]*$/, '')
const given = { ...dataset, origin } as Options

// Loaded twice it starts once; what a second script adds is at most its own site.
if (early?.on) early('init', given)
else {
  let tries = ''
  const fetch = ((name) =>
    import(/* @vite-ignore */ `${origin}/widget/assets/${name}-__BUILD__.js${tries}`).catch((reason) => {
      // A browser remembers that a module could not be had: the next try needs another address.
      tries += '?'
      throw reason
    })) as Fetch
  const places: Place[] = []
  const said: Call[] = []
  const find = (site?: string) => places.find(({ options }) => !options.inside && (!site || options.site === site))
  // What is said to all sites of the page is not about one of them.
  const tell = (place: Place, call: Call) => {
    const [name, value] = call as [string, Options | undefined]
    if (!/open|iden/.test(name) || place === (find(value?.site) ?? places[0])) place.call(call)
  }
  const add = (options: Options) => {
    const place = launch(options, fetch)
    places.push(place)
    said.map((call) => tell(place, call))
    return place
  }
  const klankbord: Api = (...call) => {
    const [name, value] = call as [string, Options | undefined]
    if (name !== 'init') {
      // A place that comes later hears these too.
      if (!/forget|close/.test(name)) said.push(call)
      places.map((place) => tell(place, call))
    } else if (value?.site && !find(value.site)) add({ ...value, origin: value.origin ?? origin })
  }
  klankbord.on = 1
  page.Klankbord = klankbord
  klankbord('init', given)
  for (const call of early?.q ?? []) klankbord(...(call as Call))

  document.addEventListener('click', (event) => {
    const { klankbordOpen: kind, site } = (event.target as Element).closest<HTMLElement>('[data-klankbord-open]')?.dataset ?? {}
    if (kind === undefined) return
    event.preventDefault()
    klankbord('open', { site, kind })
  })
  customElements.define(
    'klankbord-widget',
    class extends HTMLElement {
      declare place?: Place
      connectedCallback() {
        const own = Array.from(this.attributes, ({ name, value }) => [name.replace('data-', ''), value])
        this.place = add({ ...given, ...Object.fromEntries(own), inside: this })
      }
      disconnectedCallback() {
        this.place?.call(['unmount'])
      }
    },
  )
}
