import { childNodes, matches, nodeType, rectsOf, shadowRoot } from './dom.ts'
import { PRIVATE } from './private.ts'

/** What of an element is seen: inside this rounded rectangle, and inside those around it. */
export interface Clip {
  rect: DOMRect
  style: CSSStyleDeclaration
  outer: Clip | undefined
}

/** What an element takes over from those around it. */
export interface Surroundings {
  opacity: number
  clip?: Clip
  clipOfAbsolute?: Clip
  /** The line under or through the words, if any. */
  line?: string
}

/** One thing to draw. The style of a text is that of its element. */
export interface Item {
  node: Element | Text
  style: CSSStyleDeclaration
  around: Surroundings
  covered?: boolean
  pseudo?: '::before' | '::after'
}

/** What is drawn as one: items in the order of the page, below or above them other layers. */
export interface Layer {
  z: number
  items: Item[]
  layers: Layer[]
}

interface Place {
  parent: CSSStyleDeclaration
  around: Surroundings
  layer: Layer
  stacking: Layer
  depth: number
}

const TOP = 1e9
const DEPTH_MAX = 400
const aside = ':modal,:popover-open,:fullscreen'

/** Gathers what is to be drawn below this element, in the order of CSS's layers; stops where `late` says so. */
export function collect(root: Element, except: Element, late: () => boolean): Layer {
  const top: Layer = { z: 0, items: [], layers: [] }
  const start: Place = {
    parent: getComputedStyle(root),
    around: { opacity: 1 },
    layer: top,
    stacking: top,
    depth: 0,
  }
  const visit = (node: Node, place: Place) => {
    if (node === except || place.depth > DEPTH_MAX || late()) return
    try {
      if (nodeType(node) === Node.TEXT_NODE) place.layer.items.push({ node: node as Text, style: place.parent, around: place.around })
      else if (nodeType(node) === Node.ELEMENT_NODE) for (const [child, inner] of enter(node as Element, place)) visit(child, inner)
    } catch {
      // An element that defeats us is left out; the rest of the page is worth having.
    }
  }
  visit(root, start)
  return top
}

/** Notes an element, and yields its children with what they find around them. */
function* enter(element: Element, place: Place): Generator<[Node, Place]> {
  const name = element.localName
  const style = getComputedStyle(element)
  if (style.display === 'none' || name === 'defs' || name === 'symbol') return
  // Clips, gradients and the like: what others are drawn with.
  if (element instanceof SVGElement && !(element instanceof SVGGraphicsElement)) return
  const { layer, stacking } = layerOf(element, style, place)
  const around = surround(style, place.around)
  const covered = matches(element, PRIVATE)
  layer.items.push({ node: element, style, around, covered })
  if (covered) return
  const inner = { parent: style, around: clipped(element, style, around), layer, stacking, depth: place.depth + 1 }
  addPseudo('::before', element, style, inner)
  const assigned = name === 'slot' ? (element as HTMLSlotElement).assignedNodes() : []
  for (const child of assigned[0] ? assigned : childNodes(shadowRoot(element) ?? element)) yield [child, inner]
  addPseudo('::after', element, style, inner)
}

function addPseudo(pseudo: '::before' | '::after', node: Element, parent: CSSStyleDeclaration, { around, layer, stacking }: Place) {
  const style = getComputedStyle(node, pseudo)
  const { position } = style
  if (/^(none|normal|)$/.test(style.content) || style.display === 'none' || position === 'fixed') return
  if (position === 'absolute' && parent.position === 'static') return
  const item = { node, style, around, pseudo }
  if (position === 'static') layer.items.push(item)
  else stacking.layers.push({ z: Number.parseInt(style.zIndex, 10) || 0, items: [item], layers: [] })
}

function layerOf(element: Element, style: CSSStyleDeclaration, { parent, layer, stacking }: Place) {
  // Within an SVG the order is that of the page.
  if (element instanceof SVGElement && element.ownerSVGElement) return { layer, stacking }
  const positioned = style.position !== 'static'
  const top = matches(element, aside)
  const z = positioned || /flex|grid/.test(parent.display) ? Number.parseInt(style.zIndex, 10) : Number.NaN
  const own = top || !Number.isNaN(z) || isolates(style)
  if (!own && !positioned) return { layer, stacking }
  const made: Layer = { z: top ? TOP : z || 0, items: [], layers: [] }
  stacking.layers.push(made)
  return { layer: made, stacking: own ? made : stacking }
}

const moves = ({ transform, translate, rotate, scale, filter }: CSSStyleDeclaration) =>
  [transform, translate, rotate, scale, filter].some((value) => value !== 'none')

const isolates = (style: CSSStyleDeclaration) => moves(style) || style.opacity !== '1' || /fixed|sticky/.test(style.position)

function surround(style: CSSStyleDeclaration, around: Surroundings): Surroundings {
  const { position, textDecorationLine: line } = style
  const out = { ...around, opacity: around.opacity * Number(style.opacity) }
  if (position === 'absolute') out.clip = around.clipOfAbsolute
  if (position === 'fixed') out.clip = undefined
  if (/absolute|fixed|inline-/.test(position + style.display)) out.line = ''
  if (line !== 'none') out.line = line
  return out
}

/** What an element's children find around them: cut off at its edge where it hides what sticks out. */
function clipped(element: Element, style: CSSStyleDeclaration, around: Surroundings): Surroundings {
  const out = { ...around }
  const cuts = style.overflow !== 'visible' || style.clipPath !== 'none'
  const [rect] = cuts && style.display !== 'inline' ? rectsOf(element) : []
  // What overflows the root is the viewport's to cut.
  if (rect && !/^(html|body)$/.test(element.localName)) out.clip = { rect, style, outer: around.clip }
  if (style.position !== 'static' || moves(style)) out.clipOfAbsolute = out.clip

  return out
}
