import { launch } from './loader.ts'
import type { Options } from './options.ts'
import type { Call, Fetch, Place } from './place.ts'

type Api = ((...call: Call) => void) & { q?: ArrayLike<unknown>[]; init?: (given: Options) => void }

// A place that comes later hears these too.
const isForAll = ([name]: Call) => /^(set|on|consent)$/.test(name)
const isForOne = ([name]: Call) => /open|identify/.test(name)

const page = window as unknown as { Klankbord?: Api }
const early = page.Klankbord
const script = (document.currentScript ?? document.querySelector('script[src*="/widget"]')) as HTMLScriptElement
const origin = new URL(script.src).href.replace(/\/(widget\/assets\/)?widget[^/]*$/, '')
const given = { ...script.dataset, origin } as Options

// Loaded twice it starts once; what a second script adds is at most its own site.
if (early?.init) early.init(given)
else {
  let tries = '?'
  // A browser remembers that a module could not be had: the next try needs another address.
  const part = (name: string) =>
    import(/* @vite-ignore */ `${origin}/widget/assets/${name}-__BUILD__.js${tries.slice(1) && tries}`).catch((reason) => {
      tries += 1
      throw reason
    })
  const fetch: Fetch = { part, names: () => part('names'), texts: (language, name) => part(`${language}.${name}`) }
  const places: Place[] = []
  let kept: Call[] = []
  const find = (site?: string) => places.find(({ options }) => !options.inside && (!site || options.site === site))
  const add = (options: Options) => {
    const place = launch(options, fetch)
    places.push(place)
    const calls = kept
    kept = calls.filter(isForAll)
    for (const call of calls) place.call(call)
    return place
  }
  const klankbord: Api = (...call) => {
    const [name, value] = call as [string, Options | undefined]
    if (name === 'init') return klankbord.init?.({ ...given, ...value })
    const one = find(value?.site) ?? places[0]
    if (!one || isForAll(call)) kept.push(call)
    // What is said to all sites of the page is not about one of them.
    if (one) for (const place of isForOne(call) ? [one] : places) place.call(call)
  }
  klankbord.init = (options) => {
    if (options.site && !find(options.site)) add(options)
  }
  page.Klankbord = klankbord
  klankbord.init(given)
  for (const call of early?.q ?? []) klankbord(...(Array.from(call) as Call))

  document.addEventListener('click', (event) => {
    const opener = (event.target as Element).closest<HTMLElement>('[data-klankbord-open]')
    if (!opener) return
    event.preventDefault()
    klankbord('open', { site: opener.dataset.site, kind: opener.dataset.klankbordOpen })
  })
  customElements.define(
    'klankbord-widget',
    class extends HTMLElement {
      place?: Place
      connectedCallback() {
        const own = Array.from(this.attributes, ({ name, value }) => [name.replace('data-', ''), value])
        this.place = add({ ...given, ...Object.fromEntries(own), inside: this })
      }
      disconnectedCallback() {
        this.place?.call(['unmount'])
        places.splice(places.indexOf(this.place as Place), 1)
      }
    },
  )
}
