import { mount } from './index.ts'
import type { Attributes, Events, Options, Submitted, Widget } from './options.ts'

/** What a component is given: the options of the widget, and what a page without a framework calls it for. */
export interface Given extends Omit<Options, 'inside'> {
  /** Short facts of the host site that are sent along. */
  attributes?: Attributes
  /**
   * The JWT of who is signed in on the host site. Turning it into `null`, when they sign out, forgets on this device who they were. Leave it
   * out while it is not known.
   */
  identity?: string | null
  onSubmitted?: (item: Submitted) => void
  onOpened?: () => void
  onClosed?: () => void
  /** Hears how many changes the customer has not seen yet. */
  onNews?: (count: number) => void
  onError?: (error: { message: string }) => void
}

/** What can be asked of the widget from anywhere in an application. What is asked before there is one is kept for it. */
export type Asking = Omit<Widget, 'on' | 'unmount'>

/** One place of the widget in an application, which lives as long as the component that holds it. */
export interface Stay {
  /** Places the widget, or applies what changed. `inside` is where it stands when it has a `mode`. */
  become(given: Given, inside?: HTMLElement | null): void
  /** Takes the widget off the page; `become` brings it back. */
  end(): void
}

interface Placed {
  widget: Widget
  given: Given
  /** All its options, in JSON: with others it is another widget. */
  look: string
  inside: HTMLElement | null | undefined
}

const handlers = ['onSubmitted', 'onOpened', 'onClosed', 'onNews', 'onError'] as const
type Handler = (typeof handlers)[number]

type Call = [name: keyof Asking, value?: { site?: string; attributes?: Attributes }]

/** Those in a corner before those inside the page. */
let placed: Placed[] = []
/** What a widget that comes later has to hear too. */
let said: Call[] = []
const facts: Attributes = {}

const isFor = ([, value]: Call, { given }: Placed) => !value?.site || value.site === given.site
const tell = ([name, value]: Call, { widget }: Placed) => widget[name](value as never)

const ask =
  (name: keyof Asking) =>
  (value?: Call[1]): void => {
    const call: Call = [name, value]
    const heard = placed.filter((one) => isFor(call, one))
    Object.assign(facts, value?.attributes)
    said = said.filter(([other, earlier]) => (name === 'forget' ? other !== 'identify' : other !== name || earlier?.site !== value?.site))
    if (/^(identify|consent)$/.test(name) || (name === 'open' && !heard[0])) said.push(call)
    for (const one of name === 'open' ? heard.slice(0, 1) : heard) tell(call, one)
  }

/** Speaks to the widgets of this page. */
export const asking: Asking = {
  open: ask('open'),
  close: ask('close'),
  identify: ask('identify'),
  forget: ask('forget'),
  consent: ask('consent'),
  set: ask('set'),
}

/** Holds one widget for a component. */
export function stay(): Stay {
  let wanted: Pick<Placed, 'given' | 'inside'> | undefined
  let one: Placed | undefined
  let isOpen = false

  const hear = (name: Handler, detail: unknown) => {
    isOpen = name === 'onOpened' || (isOpen && name !== 'onClosed')
    // Vue makes a list of several.
    for (const handler of [wanted?.given[name]].flat()) handler?.(detail as never)
  }
  const remove = () => {
    one?.widget.unmount()
    placed = placed.filter((other) => other !== one)
    one = undefined
  }
  const settle = () => {
    if (!wanted) return
    const { given, inside } = wanted
    // Leaves out what was given as nothing: the site's own look holds where the page has no wish.
    const look = JSON.stringify({ ...given, attributes: undefined, identity: undefined })
    if (one && (one.look !== look || one.inside !== inside)) remove()
    if (one) return change(one, given)
    one = { widget: mount({ ...JSON.parse(look), inside }), given, look, inside }
    for (const name of handlers) one.widget.on(name.slice(2).toLowerCase() as keyof Events, (detail) => hear(name, detail))
    begin(one, isOpen)
  }
  return {
    become(given, inside) {
      // A copy, since some frameworks change the facts in their place.
      wanted = { given: { ...given, attributes: { ...given.attributes } }, inside: given.mode && inside }
      // What a framework takes away and puts back at once, as React does to find faults, stays as it is.
      queueMicrotask(settle)
    },
    end() {
      wanted = undefined
      isOpen = false
      remove()
    },
  }
}

/** Says to a new widget what was said before it came. */
function begin(one: Placed, wasOpen: boolean) {
  const { given, widget, inside } = one
  placed = inside ? [...placed, one] : [one, ...placed]
  widget.set({ attributes: { ...facts, ...given.attributes } })
  if (given.identity) widget.identify({ token: given.identity })
  const heard = said.filter((call) => isFor(call, one))
  for (const call of heard) tell(call, one)
  said = said.filter((call) => call[0] !== 'open' || !heard.includes(call))
  if (wasOpen && !inside) widget.open()
}

function change(one: Placed, given: Given) {
  const { widget, given: before } = one
  const { attributes, identity } = given
  one.given = given
  if (JSON.stringify(before.attributes) !== JSON.stringify(attributes)) {
    // One that is no longer given is no longer sent.
    const now = { ...before.attributes, ...attributes } as Attributes
    for (const name in now) now[name] = attributes?.[name] ?? (facts[name] as string)
    widget.set({ attributes: now })
  }
  if (identity && identity !== before.identity) widget.identify({ token: identity })
  if (identity === null && before.identity) widget.forget()
}
