import type { JSX as Html } from 'preact'

/**
 * Elements out of JSX, in the few lines that this widget needs. Preact is 4.2 kB of the 12 kB that the whole widget may cost; this is an
 * eighth of it, because it has no components: there are functions of the room, and everything is drawn again when the room changes.
 */

/** What may stand between two tags. */
export type Child = Shape | string | number | boolean | null | undefined | Child[]

interface Shape {
  tag: string
  props: Record<string, unknown>
  children: Child[]
}

declare global {
  namespace JSX {
    type Element = Child
    interface IntrinsicElements extends Html.IntrinsicElements {
      '': object
    }
  }
}

/** The tag of what stands together without an element around it. */
export const Fragment = ''

/** Makes what JSX stands for. */
export const h = (tag: string, props: object | null, ...children: Child[]): Child =>
  tag ? { tag, props: tag === 'button' ? { type: tag, ...props } : { ...props }, children } : children

const drawn = new WeakMap<Node, Record<string, unknown>>()

/** Makes these the children of `parent`. What stands there already and still fits is kept, with its focus and its scrolling. */
export function render(children: Child, parent: Node) {
  const wanted = [children].flat(9).filter((child) => child || child === 0) as (Shape | string | number)[]
  const old = [...parent.childNodes]
  const kept = wanted.map((shape) => {
    const { tag = undefined, props = {} } = shape as Partial<Shape>
    const index = old.findIndex((node) => (node as Element).localName === tag && drawn.get(node)?.key === props.key)
    return index < 0 ? undefined : old.splice(index, 1)[0]
  })
  for (const node of old) node.remove()
  let place = parent.firstChild
  wanted.forEach((shape, index) => {
    const { tag, props = {}, children } = shape as Partial<Shape>
    const node = kept[index] ?? (tag ? make(tag, parent as Element) : new Text())
    if (node === place) place = node.nextSibling
    else parent.insertBefore(node, place)
    if (tag) fill(node as HTMLElement, props, children)
    // Writing the same words again would lose the selection.
    else if (node.nodeValue !== `${shape}`) node.nodeValue = `${shape}`
  })
}

const make = (tag: string, { namespaceURI }: Element) =>
  document.createElementNS(tag === 'svg' ? 'http://www.w3.org/2000/svg' : namespaceURI, tag) as Element

function fill(element: HTMLElement, props: Record<string, unknown>, children: Child) {
  const before = drawn.get(element)
  drawn.set(element, props)
  render(children, element)
  for (const name of Object.keys({ ...before, ...props })) if (name === 'value' || props[name] !== before?.[name]) put(element, name, props[name])
  if (!before) (props.ref as ((element: HTMLElement) => void) | undefined)?.(element)
}

function put(element: HTMLElement, name: string, value: unknown) {
  const properties = element as unknown as Record<string, unknown>
  if (/^on/.test(name)) properties[name.toLowerCase()] = value
  else if (/^(value|checked)$/.test(name)) {
    if (properties[name] !== (value ?? '')) properties[name] = value ?? ''
  } else if (value == null || (value === false && name[4] !== '-')) element.removeAttribute(name)
  else if (!/^(key|ref)$/.test(name)) element.setAttribute(name, `${value}`)
}
