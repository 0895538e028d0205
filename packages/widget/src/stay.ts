import { mount } from './index.ts'
import type { Attributes, Events, Identity, Opening, Options, Submitted, Widget } from './options.ts'

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
  given: Given
  inside: HTMLElement | null | undefined
  widget: Widget
}

// Each option is named here, or this does not compile.
const isOption: { [Name in keyof Required<Omit<Options, 'inside'>>]: 1 } = {
  site: 1,
  origin: 1,
  locale: 1,
  theme: 1,
  accent: 1,
  position: 1,
  radius: 1,
  density: 1,
  font: 1,
  button: 1,
  label: 1,
  consent: 1,
  mode: 1,
}
export const optionNames: (keyof typeof isOption)[] = Object.keys(isOption) as never
export const eventNames: (keyof Events)[] = ['submitted', 'opened', 'closed', 'news', 'error']

const placed = new Set<Placed>()
const facts: Attributes = {}
let known: Identity[] = []
let consented = false
let early: Opening | undefined

const on = (site?: string) => [...placed].filter(({ given }) => !site || given.site === site)
const asks = (names: Identity, { site }: Given) => !names.site || names.site === site

/** Speaks to the widgets of this page, and remembers what one that comes later has to hear too. */
export const asking: Asking = {
  open(opening = {}) {
    const all = on(opening.site)
    const one = all.find(({ inside }) => !inside) ?? all[0]
    if (one) one.widget.open(opening)
    else early = opening
  },
  close() {
    for (const { widget } of on()) widget.close()
  },
  identify(identity) {
    known = [...known.filter(({ site }) => site !== identity.site), identity]
    for (const { widget } of on(identity.site)) widget.identify(identity)
  },
  forget() {
    known = []
    for (const { widget } of on()) widget.forget()
  },
  consent() {
    consented = true
    for (const { widget } of on()) widget.consent()
  },
  set(values) {
    Object.assign(facts, values.attributes)
    for (const { widget } of on()) widget.set(values)
  },
}

/** Holds one widget for a component. */
export function stay(): Stay {
  let wanted: Omit<Placed, 'widget'> | undefined
  let one: Placed | undefined
  let isOpen = false
  let waits = false

  const hear = (name: keyof Events, detail: unknown) => {
    if (name === 'opened' || name === 'closed') isOpen = name === 'opened'
    const handlers = { ...wanted?.given } as { [name: string]: ((detail: unknown) => void) | undefined }
    handlers[`on${name[0]?.toUpperCase()}${name.slice(1)}`]?.(detail)
  }
  const remove = () => {
    one?.widget.unmount()
    if (one) placed.delete(one)
    one = undefined
  }
  const place = () => {
    if (!wanted) return
    const { given, inside } = wanted
    const wasOpen = isOpen && !inside
    one = { given, inside, widget: mount(optionsOf(given, inside)) }
    placed.add(one)
    for (const name of eventNames) one.widget.on(name, (detail) => hear(name, detail))
    tell(one)
    if (wasOpen) one.widget.open()
  }
  const settle = () => {
    waits = false
    if (!wanted) return
    const { given, inside } = wanted
    if (one && (one.inside !== inside || optionNames.some((name) => one?.given[name] !== given[name]))) remove()
    if (!one) return place()
    change(one.widget, one.given, given)
    one.given = given
  }
  return {
    become(given, inside) {
      // A copy, since some frameworks change the facts in their place.
      wanted = { given: { ...given, attributes: { ...given.attributes } }, inside: given.mode && inside }
      // What a framework takes away and puts back at once, as React does to find faults, stays as it is.
      if (!waits) queueMicrotask(settle)
      waits = true
    },
    end() {
      wanted = undefined
      isOpen = false
      remove()
    },
  }
}

/** Without those that were given as nothing: the site's own look holds where the page has no wish. */
const optionsOf = (given: Given, inside?: HTMLElement | null) =>
  Object.fromEntries(
    Object.entries({ ...given, inside }).filter(([name, value]) => value != null && (name in isOption || name === 'inside')),
  ) as unknown as Options

/** Says to a new widget what was said before it came. */
function tell({ widget, given }: Placed) {
  widget.set({ attributes: { ...facts, ...given.attributes } })
  for (const identity of known) if (asks(identity, given)) widget.identify(identity)
  if (given.identity) widget.identify({ token: given.identity })
  if (consented) widget.consent()
  if (early && (!early.site || early.site === given.site)) {
    widget.open(early)
    early = undefined
  }
}

function change(widget: Widget, before: Given, { attributes, identity }: Given) {
  if (JSON.stringify(before.attributes) !== JSON.stringify(attributes)) {
    // One that is no longer given is no longer sent.
    const gone = Object.fromEntries(Object.keys(before.attributes as Attributes).map((name) => [name, facts[name]]))
    widget.set({ attributes: { ...(gone as Attributes), ...attributes } })
  }
  if (identity && identity !== before.identity) widget.identify({ token: identity })
  if (identity === null && before.identity) widget.forget()
}
