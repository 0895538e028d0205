import { Customer } from './customer.ts'
import type { Attributes, Events, Opening } from './options.ts'
import { createPanel, type Panel } from './panel.tsx'
import type { Place } from './place.ts'
import type { Texts } from './texts/nl.ts'

/** Takes over from the loader: answers the page's commands, those given before included. */
export function begin(place: Place, texts: Texts) {
  const handlers: [name: string, handler: (detail: never) => void][] = []
  const emit = <Name extends keyof Events>(name: Name, detail: Events[Name]) => {
    for (const [wanted, handler] of handlers) if (wanted === name) handler(detail as never)
  }
  const attributes: Attributes = {}
  const { site, origin } = place.options
  const customer = new Customer(site, origin, emit)
  let panel: Panel | undefined
  const commands: Record<string, ((value: never, handler: never) => void) | undefined> = {
    open(opening: Opening = {}) {
      panel ??= createPanel({ ...place, attributes, emit, customer, texts: { ...texts, ...place.configuration?.texts } })
      panel.open(opening)
    },
    close: () => panel?.close(),
    set: ({ attributes: more }: { attributes?: Attributes }) => Object.assign(attributes, more),
    on: (name: string, handler: (detail: never) => void) => handlers.push([name, handler]),
    unmount() {
      customer.stop()
      place.host.remove()
    },
  }
  commands.on?.('news' as never, ((news: number) => mark(place.button, news, texts)) as never)
  place.call = ([name, value, handler]) => commands[name]?.(value as never, handler as never)
  for (const call of place.calls) place.call(call)
  customer.wake()
}

function mark(button: HTMLButtonElement, news: number, texts: Texts) {
  const count = document.createElement('b')
  count.textContent = `${news} ${texts.news}`
  button.replaceChildren(button.firstChild as Node, ...(news ? [' ', count] : []))
}
