import { launch, type Parts } from './loader.ts'
import type { Options } from './options.ts'
import type { Call, Place } from './place.ts'

type Api = ((...call: Call) => void) & { q?: ArrayLike<unknown>[]; started?: true }

const page = window as unknown as { Klankbord?: Api }
const early = page.Klankbord

if (!early?.started) {
  const script = (document.currentScript ?? document.querySelector('script[src*="/widget.js"]')) as HTMLScriptElement
  const origin = new URL('.', script.src).href.slice(0, -1)
  const given = { ...script.dataset, origin } as Options
  const fetchPart = (name: string) => import(/* @vite-ignore */ `${origin}/widget/assets/${name}-__BUILD__.js`)
  const parts: Parts = { core: () => fetchPart('core'), texts: fetchPart }
  const kept: Call[] = []
  let place: Place | undefined

  const klankbord: Api = (...call) => {
    if (place) place.call(call)
    else if (call[0] !== 'init') kept.push(call)
    else {
      place = launch({ ...given, ...(call[1] as Options) }, parts)
      for (const earlier of kept) place.call(earlier)
    }
  }
  klankbord.started = true
  page.Klankbord = klankbord
  if (given.site) klankbord('init')
  for (const call of early?.q ?? []) klankbord(...(Array.from(call) as Call))

  document.addEventListener('click', (event) => {
    const opener = (event.target as Element).closest<HTMLElement>('[data-klankbord-open]')
    if (!opener) return
    event.preventDefault()
    klankbord('open', { kind: opener.dataset.klankbordOpen })
  })
  customElements.define(
    'klankbord-widget',
    class extends HTMLElement {
      place?: Place
      connectedCallback() {
        this.place = launch({ ...given, site: this.getAttribute('site') ?? given.site, ...this.dataset, inside: this }, parts)
      }
      disconnectedCallback() {
        this.place?.call(['unmount'])
      }
    },
  )
}
