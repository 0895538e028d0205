import { Customer } from './customer.ts'
import type { Attributes, Events, Opening } from './options.ts'
import { createPanel, type Panel } from './panel.tsx'
import type { Place } from './place.ts'
import type { Texts } from './texts/nl.ts'

/** Takes over from the loader: answers the page's commands, those given before included. */
export function begin(place: Place, ownTexts: Texts) {
  const { options, host, button, configuration } = place
  const texts = { ...ownTexts, ...configuration?.texts }
  const attributes: Attributes = {}
  // Real events: what the page does with one, an error included, stays the page's.
  const emit = <Name extends keyof Events>(name: Name, detail: Events[Name]) => {
    if (name === 'news') button.lastChild?.replaceWith(count(detail as number, texts))
    host.dispatchEvent(new CustomEvent(name, { detail }))
  }
  const customer = new Customer(options, emit)
  let panel: Panel | undefined
  const commands = {
    open(opening: Opening = {}) {
      panel ??= createPanel({ ...place, attributes, emit, customer, texts })
      panel.open(opening)
    },
    close: () => panel?.close(),
    set: (values: { attributes?: Attributes }) => Object.assign(attributes, values.attributes),
    on: (name: string, handler: (detail: unknown) => void) => host.addEventListener(name, (event) => handler((event as CustomEvent).detail)),
    unmount() {
      customer.stop()
      host.remove()
    },
  }
  button.append('')
  place.call = ([name, ...values]) => (commands as Record<string, ((...values: unknown[]) => void) | undefined>)[name]?.(...values)
  for (const call of place.calls) place.call(call)
  customer.wake()
}

function count(news: number, texts: Texts) {
  const mark = document.createElement('b')
  mark.textContent = news ? `${news} ${texts.news}` : ''
  return mark
}
