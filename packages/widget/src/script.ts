import { launch } from './loader.ts'
import type { Opening, Options } from './options.ts'
import type { Fetch, Place } from './place.ts'

/** What a call is about: a site, where it names one. */
type Call = [name: string, value?: { site?: string }, more?: unknown]

type Api = ((...call: Call) => void) & { q?: Call[]; on?: 1 }

declare global {
  interface Window {
    Klankbord?: Api
  }
}

const early = window.Klankbord
const { src, dataset } = document.currentScript as HTMLScriptElement
const origin = (src.split('/widget.js')[0] as string).split('/widget/assets')[0] as string
const given = { ...dataset, origin } as Options

// Loaded twice it starts once; what a second script adds is at most its own site.
if (early?.on) early('init', given)
else {
  let tries = ''
  const take: Fetch = (name) =>
    import(/* @vite-ignore */ `${origin}/widget/assets/${name}-__BUILD__.js${tries}`).catch(() => {
      // A browser remembers that a module could not be had: the next try needs another address.
      tries += '?'
    })
  const places: Place[] = []
  const said: Call[] = []
  const find = (site?: string) => places.find((place) => !place.options.inside && (!site || place.options.site === site))
  // What is said to all sites of the page is not about one of them.
  const tell = (place: Place, name: string, value?: { site?: string }, more?: unknown) => {
    if (!/open|iden/.test(name) || place === (find(value?.site) ?? places[0])) place.call(name, value, more)
  }
  // What runs at load is in brackets, as `launch` is.
  const add = ((options) => {
    const place = launch(options, take)
    places.push(place)
    said.map((call) => tell(place, ...call))
    return place
  }) satisfies (options: Options) => Place
  const klankbord = ((name, value, more) => {
    if (name !== 'init') {
      // A place that comes later hears these too.
      if (!/close|forget/.test(name)) said.push([name, value, more])
      places.map((place) => tell(place, name, value, more))
    } else if (value?.site && !find(value.site)) add({ origin, ...(value as object) } as Options)
  }) as Api
  klankbord.on = 1
  window.Klankbord = klankbord
  klankbord('init', given)
  early?.q?.map((call) => klankbord(...call))

  addEventListener('click', (event) => {
    const wish = (event.target as Element).closest<HTMLElement>('[data-klankbord-open]')?.dataset
    if (!wish) return
    event.preventDefault()
    klankbord('open', { site: wish.site, kind: wish.klankbordOpen } as Opening)
  })
  customElements.define(
    'klankbord-widget',
    class extends HTMLElement {
      declare place: Place
      connectedCallback() {
        const own: { [name: string]: unknown } = { ...given, inside: this }
        for (const { name, value } of this.attributes) own[name.replace('data-', '')] = value
        this.place = add(own as unknown as Options)
      }
      disconnectedCallback() {
        this.place.call('unmount')
      }
    },
  )
}
